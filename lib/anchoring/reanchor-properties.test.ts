import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { alignTexts } from "./align-texts";
import { reanchorAll } from "./reanchor";

describe("for any texts", () => {
  const word = fc.constantFrom("the", "vote", "passed", "again", "é", "中", "👍", "$240", "won’t", "ب");
  const prose = fc.array(word, { minLength: 1, maxLength: 60 }).map((words) => words.join(" "));
  const spanIn = (old: string, a: number, b: number) => {
    const start = a % old.length;
    return { start, end: start + 1 + (b % (old.length - start)) };
  };

  test("with the same text, every span keeps its offsets", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("a", "b", " ", ".", "\n", "中", "👍"), minLength: 1 }),
        fc.nat(),
        fc.nat(),
        (old, a, b) => {
          const span = spanIn(old, a, b);
          expect(reanchorAll(old, old, [span])).toEqual([{ kind: "exact", range: span }]);
        },
      ),
    );
  });

  test("with text inserted at the beginning, every span moves by its length", () => {
    const other = fc.array(fc.constantFrom("one", "two", "three.", "four\n"), { maxLength: 40 });
    fc.assert(
      fc.property(prose, other, fc.nat(), fc.nat(), (old, words, a, b) => {
        const span = spanIn(old, a, b);
        const before = `${words.join(" ")}\n`;
        const range = { start: before.length + span.start, end: before.length + span.end };
        expect(reanchorAll(old, before + old, [span])).toEqual([{ kind: "moved", range }]);
      }),
    );
  });

  test("every range lies in the new text, is not empty, and cuts no character in two", () => {
    fc.assert(
      fc.property(prose, prose, fc.nat(), fc.nat(), (old, now, a, b) => {
        const span = spanIn(old, a, b);
        if (!old.slice(span.start, span.end).isWellFormed()) return;
        for (const found of reanchorAll(old, now, [span])) {
          const ranges = found.kind === "orphaned" ? found.candidates : [found.range];
          for (const { start, end } of ranges) {
            expect(start).toBeLessThan(end);
            expect(end).toBeLessThanOrEqual(now.length);
            expect(now.slice(start, end).isWellFormed()).toBe(true);
          }
        }
      }),
    );
  });

  test("exact and moved ranges always have the same text", () => {
    fc.assert(
      fc.property(prose, prose, fc.nat(), fc.nat(), (old, now, a, b) => {
        const span = spanIn(old, a, b);
        for (const found of reanchorAll(old, now, [span]))
          if (found.kind === "exact" || found.kind === "moved")
            expect(now.slice(found.range.start, found.range.end)).toBe(old.slice(span.start, span.end));
      }),
    );
  });

  test("unchanged runs appear in both texts and never overlap", () => {
    fc.assert(
      fc.property(prose, prose, (old, now) => {
        const { unchanged, byNew } = alignTexts(old, now);
        let end = 0;
        for (const { oldStart, newStart, length } of unchanged) {
          expect(oldStart).toBeGreaterThanOrEqual(end);
          expect(now.slice(newStart, newStart + length)).toBe(old.slice(oldStart, oldStart + length));
          end = oldStart + length;
        }
        end = 0;
        for (const run of byNew.map((index) => unchanged[index])) {
          expect(run?.newStart).toBeGreaterThanOrEqual(end);
          end = (run?.newStart ?? 0) + (run?.length ?? 0);
        }
      }),
    );
  });
});
