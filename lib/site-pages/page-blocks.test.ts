import { expect, test } from "vitest";
import { type PageBlock, pageBlocks } from "./page-blocks";

/** A block as one line: "p: words <https://…|link>". */
function shown(block: PageBlock): string {
  const line = (parts: Extract<PageBlock, { line: unknown }>["line"]) =>
    parts.map((part) => (part.kind === "text" ? part.text : `<${part.href}|${part.text}>`)).join("");
  return block.kind === "list"
    ? `ul: ${block.items.map(line).join(" / ")}`
    : `${block.kind[0]}: ${line(block.line)}`;
}

test.each([
  ["nothing", " \n\n ", []],
  ["paragraphs over several lines", "One\ntwo\n\nThree", ["p: One two", "p: Three"]],
  ["a heading right after a paragraph", "One\n## Two\nThree", ["p: One", "h: Two", "p: Three"]],
  ["a list", "We check:\n- names\n- figures\n\nMore", ["p: We check:", "ul: names / figures", "p: More"]],
  ["lists apart", "- one\n\nand\n\n- two", ["ul: one", "p: and", "ul: two"]],
  ["a link with words", "See [our rules](https://a.example/r).", ["p: See <https://a.example/r|our rules>."]],
  [
    "an address in a sentence",
    "See https://a.example/r.",
    ["p: See <https://a.example/r|https://a.example/r>."],
  ],
  ["a page of this site", "[Corrections](/corrections)", ["p: </corrections|Corrections>"]],
  ["a mail address", "[Write](mailto:a@example.org)", ["p: <mailto:a@example.org|Write>"]],
  ["a script is no link", "[x](javascript:alert)", ["p: [x](javascript:alert)"]],
  ["another site without a scheme is no link", "[x](//a.example)", ["p: [x](//a.example)"]],
  ["markup stays text", "<b>x</b> #1 -no", ["p: <b>x</b> #1 -no"]],
])("%s", (_, text, blocks) => {
  expect(pageBlocks(text).map(shown)).toEqual(blocks);
});

test("many brackets are read in one pass", () => {
  expect(pageBlocks("[".repeat(10_000)).map(shown)).toEqual([`p: ${"[".repeat(10_000)}`]);
});
