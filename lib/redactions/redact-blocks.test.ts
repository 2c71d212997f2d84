import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { blockText } from "@/lib/reports/block-text";
import { REDACTED } from "@/lib/reports/redacted-mark";
import type { ReportBlock } from "@/lib/reports/report";
import { paragraph, run } from "@/lib/testing/reports/small-report";
import { uniteRanges } from "./find-words";
import { redactBlocks } from "./redact-blocks";

const quote = (...blocks: ReportBlock[]): ReportBlock => ({ type: "quote", blocks });
const list = (...items: ReportBlock[][]): ReportBlock => ({ type: "list", ordered: false, start: 1, items });
const table = (...texts: string[]): ReportBlock => ({
  type: "table",
  rows: [texts.map((text) => ({ header: false, columns: 1, rows: 1, blocks: [paragraph(text)] }))],
});
const figure = (caption: string): ReportBlock => ({
  type: "figure",
  pictures: [{ src: "https://example.org/a.png", alt: "" }],
  caption: caption ? [run(caption)] : [],
});

/** Redacts from the first character of one text to the last of another. */
function redact(blocks: ReportBlock[], from: string, to: string): ReportBlock[] {
  const text = blockText(blocks);
  const start = text.indexOf(from);
  return redactBlocks(blocks, [{ start, end: text.indexOf(to, start) + to.length }]).blocks;
}

const [one, two, three] = [paragraph("one 1"), paragraph("two 2"), paragraph("three 3")];
const mark = paragraph(REDACTED);

describe("a range", () => {
  test.each<[string, ReportBlock[], from: string, to: string, ReportBlock[]]>([
    ["in a block", [one], "one", "one", [{ type: "paragraph", runs: [run(REDACTED), run(" 1")] }]],
    ["that is a block", [one, two], "one 1", "one 1", [mark, two]],
    [
      "over two formats has one mark",
      [{ type: "paragraph", runs: [run("a b"), run("c", { strong: true }), run(" d", { strong: true })] }],
      "b",
      "c",
      [{ type: "paragraph", runs: [run("a "), run(REDACTED), run(" d", { strong: true })] }],
    ],
    [
      "over blocks drops those in between",
      [one, two, three],
      "1",
      "three",
      [
        { type: "paragraph", runs: [run("one "), run(REDACTED)] },
        { type: "paragraph", runs: [run(REDACTED), run(" 3")] },
      ],
    ],
    ["drops an empty block too", [one, { type: "paragraph", runs: [] }, two], "one 1", "two 2", [mark]],
    [
      "drops quotes and lists with nothing left",
      [one, quote(two), list([three])],
      "one 1",
      "three 3",
      [mark],
    ],
    ["keeps the items that are left", [one, list([two], [three])], "one 1", "two 2", [mark, list([three])]],
    ["keeps the cells of a table", [one, table("a", "b")], "one 1", "a", [mark, table(REDACTED, "b")]],
    ["drops pictures in it", [one, figure(""), two], "one 1", "two 2", [mark]],
    ["drops pictures with their captions", [one, figure("Doe"), two], "one 1", "two 2", [mark]],
    ["keeps pictures after it", [one, figure(""), two], "one 1", "one 1", [mark, figure(""), two]],
    ["keeps a picture without its caption", [one, figure("Doe")], "Doe", "Doe", [one, figure(REDACTED)]],
  ])("%s", (_, blocks, from, to, expected) => {
    expect(redact(blocks, from, to)).toEqual(expected);
  });
});

test("every span that is left has its text, and a redacted one its mark", () => {
  const word = fc
    .string({ minLength: 1, maxLength: 6, unit: "grapheme" })
    .map((text) => text.replaceAll("\n", "x"));
  const block: fc.Arbitrary<ReportBlock> = fc.oneof(
    fc.array(word, { maxLength: 4 }).map(
      (texts): ReportBlock => ({
        type: "paragraph",
        runs: texts.map((text) => run(text)),
      }),
    ),
    word.map((text) => quote(paragraph(text))),
    fc.array(word, { minLength: 1, maxLength: 3 }).map((texts) => table(...texts)),
    word.map((text) => figure(text)),
  );
  fc.assert(
    fc.property(
      fc.array(block, { minLength: 1, maxLength: 6 }),
      fc.array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 30 })), { maxLength: 4 }),
      (blocks, pairs) => {
        const text = blockText(blocks);
        const ranges = uniteRanges(
          pairs
            .map(([start, length]) => ({ start, end: Math.min(start + length, text.length) }))
            .filter(({ start, end }) => start < end),
        );
        const { blocks: left, startOf, endOf } = redactBlocks(blocks, ranges);
        const now = blockText(left);
        for (let at = 0; at < text.length; at++) {
          if (text[at] === "\n") continue;
          const isRedacted = ranges.some(({ start, end }) => start <= at && at < end);
          expect(now.slice(startOf(at), endOf(at + 1))).toBe(isRedacted ? REDACTED : text[at]);
        }
      },
    ),
  );
});
