import { expect, test } from "vitest";
import { readText } from "./read-text";

/** The paragraphs that a text comes out as. */
function paragraphsOf(value: string): string[] {
  return (readText(value).content ?? []).map(({ content = [] }) =>
    content.map(({ text }) => text ?? "").join(""),
  );
}

const FULL = "Trade between the two countries rose to a record last year, as the";
const LAST = "ministry said on Friday.";
const ONE = `${FULL} ${LAST}`;

test.each<[string, string[], string[]]>([
  ["blank lines between", [FULL, FULL, LAST, "", FULL, FULL, LAST], [`${FULL} ${ONE}`, `${FULL} ${ONE}`]],
  [
    "first lines set in",
    [`   ${FULL}`, FULL, LAST, `   ${FULL}`, FULL, FULL, LAST],
    [`${FULL} ${ONE}`, `${FULL} ${FULL} ${ONE}`],
  ],
  [
    "all lines set in",
    [`    ${FULL}`, `    ${FULL}`, `    ${LAST}`, "", `    ${FULL}`, `    ${LAST}`],
    [`${FULL} ${ONE}`, ONE],
  ],
  [
    "a list",
    [`${FULL}:`, `- ${FULL}`, `  ${FULL}`, `- ${FULL}`, `  ${FULL}`],
    [`${FULL}:`, `- ${FULL} ${FULL}`, `- ${FULL} ${FULL}`],
  ],
  ["a line that begins with a dash by chance", [FULL, FULL, `- ${FULL}`, LAST], [`${FULL} ${FULL} - ${ONE}`]],
  [
    "a mail that is quoted",
    [`> ${FULL}`, `> ${FULL}`, `> ${LAST}`, ">", `> ${FULL}`, `> ${LAST}`],
    [`${FULL} ${ONE}`, ONE],
  ],
  [
    "120 columns",
    [`${FULL} ${FULL.slice(0, 50)}`, `${FULL} ${FULL.slice(0, 50)}`, `${FULL} ${FULL.slice(0, 50)}`, LAST],
    [`${`${FULL} ${FULL.slice(0, 50)} `.repeat(3)}${LAST}`],
  ],
  [
    "words broken at the ends of lines",
    [`${FULL} inter-`, `national ${FULL}`, `${FULL} min-`, `ister ${LAST}`],
    [`${FULL} international ${FULL} ${FULL} minister ${LAST}`],
  ],
  [
    "a word with a hyphen of its own",
    [...Array<string>(30).fill(FULL), `${FULL} two-`, `day ${LAST}`],
    [`${`${FULL} `.repeat(31)}two-day ${LAST}`],
  ],
  ["a paragraph a line", [`${ONE} ${ONE}`, `${ONE} ${ONE}`, LAST], [`${ONE} ${ONE}`, `${ONE} ${ONE}`, LAST]],
])("%s", (_, lines, paragraphs) => {
  expect(paragraphsOf(lines.join("\n"))).toEqual(paragraphs);
});

test.each<[string, string, number]>([
  ["200,000 short lines", "ab\n".repeat(200_000), 200_000],
  ["20,000 wrapped lines of one paragraph", `${"word ".repeat(12)}and\n`.repeat(20_000), 1],
  ["20,000 levels of quotation", `${">".repeat(20_000)}a\n`.repeat(3), 3],
])("reads %s", (_, value, paragraphs) => {
  expect(readText(value).content).toHaveLength(paragraphs);
});
