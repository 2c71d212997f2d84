import { zlibSync } from "fflate";
import { describe, expect, test } from "vitest";
import { drawLines, drawText, makePdf } from "./fixtures/make-pdf";
import { parseFile } from "./parse-file";
import { saveDepth } from "./pdf/glyphs/save-depth";

const binary = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const letters = (bytes: Uint8Array) => String.fromCharCode(...bytes);
const stream = (content: string, filter = "") =>
  `4 0 obj\n<< /Length ${content.length} ${filter} >>\nstream\n${content}\nendstream\nendobj\n`;
const packed = (content: string) => stream(letters(zlibSync(binary(content))), "/Filter /FlateDecode");

test.each<[string, string, number]>([
  ["a page that restores what it saves", stream("q BT ET Q q q Q Q"), 2],
  ["a page that never restores", stream("q ".repeat(90)), 90],
  ["a packed page", packed("q\n".repeat(90)), 90],
  ["streams after one another", stream("q q") + packed("q Q Q") + stream("q"), 3],
  ["text and other operators", stream("(q q q \\) q) Tj [(q)] TJ /q gs Sq q1 BT"), 0],
  ["a picture", stream("q q q", "/Subtype /Image"), 0],
  ["a damaged stream", stream("q q q", "/Filter /FlateDecode"), 0],
  ["a stream without an end", "1 0 obj << >> stream\nq q", 2],
])("the depth of %s", (_, file, depth) => {
  expect(saveDepth(binary(`%PDF-1.7\n${file}`), 1000)).toBe(depth);
});

async function outcome(bytes: Uint8Array) {
  const parsed = await parseFile({ name: "a.pdf", bytes });
  if (!parsed.ok) return parsed.error.message;
  if (parsed.value.kind !== "article") throw new Error("no article");
  const { notes, differences } = parsed.value.article;
  return { notes, differences: differences.listed.map(({ original }) => original) };
}

describe("a file that would take too long", () => {
  test.each<[string, Uint8Array, string | RegExp]>([
    ["saves without end", makePdf({ pages: ["q BT ".repeat(200_000)] }), /^The PDF is nested too deeply/],
    ["objects without end", binary(`%PDF-1.4\n${"1 0 obj<<".repeat(300_000)}`), /^The PDF is damaged/],
  ])("is refused: %s", async (_, bytes, message) => {
    expect(await outcome(bytes)).toMatch(message);
  });
});

const BODY = (part: string) =>
  drawLines(60, 700, [
    `Part ${part} of the report says that the plan for the new breakwater is ready, and its`,
    "members agreed that the costs of 240 million are higher than the figures of the spring.",
  ]);

test.each<[string, string[], string[]]>([
  [
    "a running head",
    ["A", "B", "C"].map((part) => drawText([60, 780, "The Daily Gull, 12 May", 9]) + BODY(part)),
    [],
  ],
  [
    "page numbers",
    ["A", "B", "C"].map((part, at) => BODY(part) + drawText([290, 30, `Page ${at + 1} of 3`, 9])),
    [],
  ],
  [
    "a running head too long for its note",
    ["A", "B", "C"].map(
      (part) =>
        drawText([
          60,
          780,
          `${"The Daily Gull, a paper for the harbours and all that goes out of them, ".repeat(4)}in 24 hours`,
          4,
        ]) +
        BODY(part) +
        // More than the head: what has most of the words is the text.
        drawLines(
          60,
          500,
          [..."abcdefghij"].map((name) => `Member ${name} of part ${part} said so in May.`),
        ),
    ),
    Array.from({ length: 3 }, () => expect.stringContaining("in 24 hours") as unknown as string),
  ],
])("what a note names as left out is no difference: %s", async (_, pages, differences) => {
  const found = await outcome(makePdf({ pages }));
  expect(found).toEqual({
    notes: [expect.stringMatching(/^Left out as running heads and page numbers: /)],
    differences,
  });
});
