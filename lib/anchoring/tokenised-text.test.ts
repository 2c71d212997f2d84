import { expect, test } from "vitest";
import { sentencesOf } from "@/lib/document/sentences";
import { foldInvisible } from "./fold-invisible";
import { endsSentence, sentenceEnds, tokenised } from "./tokenised-text";

const textOf = (text: string, language?: string) => tokenised(foldInvisible(text), new Map(), language);

/** The text with "|" after each token that ends a sentence or a line. */
function marked(text: string, language?: string): string {
  const side = textOf(text, language);
  const { ends } = side.tokens;
  let result = "";
  let from = 0;
  ends.forEach((end, index) => {
    if (!endsSentence(side, index)) return;
    result += `${text.slice(from, end)}|`;
    from = end;
  });
  return result + text.slice(from);
}

test.each<[string, string, string?]>([
  ["Trade rose.| Then it fell.|", "two sentences"],
  ["It rose on Feb. 3.| Then it fell.|", "an abbreviation"],
  ["The U.S. Department said so.| It was wrong.|", "initials"],
  ["It rose at 5 p.m. on Monday.|", "a time"],
  ["He said “It rose.|” Then he left.|", "a quotation"],
  ["Why?!| Because.|", "two signs"],
  ["One line|\nanother one|\n", "lines"],
  ["It rose by 4.5 per cent.|", "a figure"],
  ["Am 3. März stieg er.| Dann fiel er.|", "a German day", "de"],
  ["贸易增长。|然后下降。|", "Chinese", "zh"],
  ["क्या हुआ।| फिर गिरा।|", "Hindi", "hi"],
])("%s: %s", (expected, _, language) => {
  expect(marked(expected.replaceAll("|", ""), language)).toBe(expected);
});

test("sentences end where they do for coverage and excerpts", () => {
  const text =
    "Mr. Smith met Dr. Jones on Jan. 5. They spoke of No. 4 and “the end.” Inc. magazine wrote so! Was it true? Yes.";
  const side = textOf(text);
  expect(sentenceEnds(side, { from: 0, to: side.tokens.starts.length })).toBe(sentencesOf(text, "en").length);
});

test("a line of a million units is read once, in parts", () => {
  const side = textOf("Trade rose. ".repeat(80_000).trim());
  const { starts } = side.tokens;
  expect(endsSentence(side, starts.length - 1)).toBe(true);
  expect(endsSentence(side, starts.length - 2)).toBe(false);
});
