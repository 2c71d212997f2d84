import { expect, test } from "vitest";
import type { ReportBlock } from "@/lib/reports/report";
import { reportClaim, run } from "@/lib/testing/reports/small-report";
import { sentenceAround } from "./sentence-around";

/** A paragraph in which claim 1 is between brackets. It can begin in one paragraph and end in another. */
function paragraphs(...texts: string[]): ReportBlock[] {
  let inside = false;
  return texts.map((text) => ({
    type: "paragraph",
    runs: text.split(/([[\]])/).flatMap((part) => {
      if (part === "[" || part === "]") {
        inside = part === "[";
        return [];
      }
      return part === "" ? [] : [run(part, { claims: inside ? [1] : [] })];
    }),
  }));
}

const around = (blocks: ReportBlock[], language = "en") =>
  sentenceAround({ article: { blocks, language } }, reportClaim());
/** "before[words]after" */
const shown = (blocks: ReportBlock[], language = "en") => {
  const found = around(blocks, language);
  return found && `${found.before}[${found.words}]${found.after}`;
};
const long = "word ".repeat(200);

test.each<[string, string[], string, string]>([
  [
    "inside a sentence",
    ["It fell. Trade [rose by 5.2 percent] in May, Dr. Wu said. It fell."],
    "en",
    "Trade [rose by 5.2 percent] in May, Dr. Wu said.",
  ],
  ["a complete sentence", ["It fell. [Trade rose.] It fell."], "en", "[Trade rose.]"],
  ["across two sentences", ["One. It [fell. Trade] rose. Two."], "en", "It [fell. Trade] rose."],
  ["across two paragraphs", ["One. It [fell.", "Trade] rose. Two."], "en", "It [fell.\nTrade] rose."],
  ["in a later paragraph", ["One.", "Two. It [fell] again."], "en", "It [fell] again."],
  ["Chinese", ["贸易下降。中国[贸易额]上升了。之后下降。"], "zh", "中国[贸易额]上升了。"],
  ["Arabic", ["ارتفعت. انخفضت [التجارة] هذا العام؟ نعم."], "ar", "انخفضت [التجارة] هذا العام؟"],
  [
    "without sentences, cut at words",
    [`${long}[five]${long}`],
    "en",
    `… ${"word ".repeat(119)}[five]${"word ".repeat(120).trimEnd()} …`,
  ],
  [
    "without spaces, cut between characters",
    [`${"😀".repeat(400)}a[b]a${"😀".repeat(400)}`],
    "zh",
    `… ${"😀".repeat(299)}a[b]a${"😀".repeat(299)} …`,
  ],
  ["no mark of the claim", ["Trade rose."], "en", "null"],
])("%s", (_, texts, language, expected) => {
  expect(String(shown(paragraphs(...texts), language))).toBe(expected);
});
