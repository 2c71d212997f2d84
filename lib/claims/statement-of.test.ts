import { expect, test } from "vitest";
import { LIMITS } from "./claim-input";
import { statementOf } from "./statement-of";

const TEXT =
  "Record trade\nTrade rose to $240 billion in 2023. Then it fell.\nU.S. exports grew. “It is over,” he said.";

test.each([
  ["part of a sentence", "$240 billion", "Trade rose to $240 billion in 2023."],
  ["a full sentence", "Then it fell.", "Then it fell."],
  ["parts of two sentences", "2023. Then it", "Trade rose to $240 billion in 2023. Then it fell."],
  ["parts of two paragraphs", "fell.\nU.S. exports", "Then it fell. U.S. exports grew."],
  ["a heading", "trade", "Record trade"],
  ["part of a quotation", "is over", "“It is over,” he said."],
])("%s becomes full sentences on one line", (_, passage, expected) => {
  const start = TEXT.indexOf(passage);
  expect(statementOf(TEXT, { start, end: start + passage.length }, "en")).toBe(expected);
});

test("of a sentence that is longer than a statement can be, only the passage is used", () => {
  const text = `It ${"rose and ".repeat(LIMITS.statement / 5)}fell to  4.`;
  const start = text.indexOf("fell");
  expect(statementOf(text, { start, end: text.length }, "en")).toBe("fell to 4.");
});
