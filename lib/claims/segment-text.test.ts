import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assignLanes } from "./assign-lanes";
import { type Span, segmentText } from "./segment-text";

const span = (id: string, start: number, end: number): Span => ({ id, start, end });

describe("segmentText", () => {
  test.each([
    ["no claims", 5, [], ["0-5:"]],
    ["an empty text", 0, [], []],
    ["one claim", 5, [span("a", 1, 3)], ["0-1:", "1-3:a", "3-5:"]],
    ["the full text", 5, [span("a", 0, 5)], ["0-5:a"]],
    [
      "nested, innermost first",
      9,
      [span("a", 1, 8), span("b", 3, 5)],
      ["0-1:", "1-3:a", "3-5:b,a", "5-8:a", "8-9:"],
    ],
    ["overlapping", 9, [span("a", 1, 5), span("b", 3, 8)], ["0-1:", "1-3:a", "3-5:a,b", "5-8:b", "8-9:"]],
    ["identical", 4, [span("a", 1, 3), span("b", 1, 3)], ["0-1:", "1-3:a,b", "3-4:"]],
    ["adjoining", 4, [span("a", 0, 2), span("b", 2, 4)], ["0-2:a", "2-4:b"]],
  ])("%s", (_, length, spans, expected) => {
    expect(segmentText(length, spans).map((s) => `${s.start}-${s.end}:${s.claims}`)).toEqual(expected);
  });

  test.each([[span("a", 2, 2)], [span("a", -1, 2)], [span("a", 0, 6)], [span("a", 3, 2)]])(
    "%j is misuse",
    (bad) => {
      expect(() => segmentText(5, [bad])).toThrow(RangeError);
    },
  );
});

const anySpans = fc
  .array(fc.tuple(fc.nat(99), fc.integer({ min: 1, max: 40 })), { maxLength: 30 })
  .map((pairs) => pairs.map(([start, size], index) => span(`c${index}`, start, Math.min(100, start + size))));

describe("properties", () => {
  test("segments adjoin, cover the text, and add up to each claim's span", () => {
    fc.assert(
      fc.property(anySpans, (spans) => {
        const segments = segmentText(100, spans);
        expect(segments[0]?.start).toBe(0);
        expect(segments.at(-1)?.end).toBe(100);
        expect(segments.slice(1).map((segment) => segment.start)).toEqual(
          segments.slice(0, -1).map((segment) => segment.end),
        );
        for (const { id, start, end } of spans) {
          const own = segments.filter((segment) => segment.claims.includes(id));
          expect([own[0]?.start, own.at(-1)?.end]).toEqual([start, end]);
          expect(own.filter((segment) => segment.starts.includes(id))).toEqual([own[0]]);
          expect(own.filter((segment) => segment.ends.includes(id))).toEqual([own.at(-1)]);
        }
      }),
    );
  });

  test("overlapping claims never share a lane, and the inner one is nearer to the text", () => {
    fc.assert(
      fc.property(anySpans, (spans) => {
        const lanes = assignLanes(spans);
        const laneOf = (span: Span) => lanes.get(span.id) ?? -1;
        for (const a of spans)
          for (const b of spans) {
            if (a === b || a.start >= b.end || b.start >= a.end) continue;
            expect(laneOf(a)).not.toBe(laneOf(b));
            const inside = a.start >= b.start && a.end <= b.end && a.end - a.start < b.end - b.start;
            if (inside) expect(laneOf(a)).toBeLessThan(laneOf(b));
          }
      }),
    );
  });
});

describe("the order of the claims of a segment", () => {
  test.each<[string, Span[], string[]]>([
    ["the shortest is first", [span("long", 0, 9), span("short", 3, 5)], ["short", "long"]],
    ["of equal length, the later is first", [span("a", 2, 5), span("b", 3, 6)], ["b", "a"]],
    [
      "on the same words, the ids decide",
      [span("b", 3, 5), span("c", 3, 5), span("a", 3, 5)],
      ["a", "b", "c"],
    ],
  ])("%s", (_, spans, expected) => {
    for (const order of [spans, spans.toReversed()])
      expect(segmentText(9, order).find(({ start }) => start === 3)?.claims).toEqual(expected);
  });

  test("claims that begin or end together are in the same order", () => {
    const spans = [
      span("b", 0, 3),
      span("a", 0, 3),
      span("long", 0, 6),
      span("late", 3, 6),
      span("tail", 4, 6),
    ];
    expect(segmentText(6, spans)).toEqual([
      { start: 0, end: 3, claims: ["a", "b", "long"], starts: ["a", "b", "long"], ends: ["a", "b"] },
      { start: 3, end: 4, claims: ["late", "long"], starts: ["late"], ends: [] },
      {
        start: 4,
        end: 6,
        claims: ["tail", "late", "long"],
        starts: ["tail"],
        ends: ["tail", "late", "long"],
      },
    ]);
  });
});

test("the inner of two nested claims is nearer to the text", () => {
  expect([...assignLanes([span("outer", 0, 90), span("inner", 60, 70)])].sort()).toEqual([
    ["inner", 0],
    ["outer", 1],
  ]);
});
