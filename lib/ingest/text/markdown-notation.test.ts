import { expect, test } from "vitest";
import { parseArticle } from "../parse-article";

test.each<[string, string, string]>([
  ["a note", "It cost 12.[^1]\n\n[^1]: In prices of 2019.", "It cost 12.[1]|[1] In prices of 2019."],
  [
    "a note of one word, which is no address",
    "It cost 12.[^1]\n\n[^1]: https://example.org/a",
    "It cost 12.[1]|[1] https://example.org/a",
  ],
  [
    "named notes, in the order of the text",
    "One[^b] two[^a].\n\n[^a]: A.\n[^b]: B.",
    "One[1] two[2].|[1] B.|[2] A.",
  ],
  ["a note of several paragraphs", "One.[^1]\n\n[^1]: A.\n\n    B.\n\nTwo.", "One.[1]|Two.|[1] A.|B."],
  ["a note that goes on", "One.[^1]\n\n[^1]: A\nand b.\n\nTwo.", "One.[1]|Two.|[1] A and b."],
  ["notes that skip a number", "One[^1] three[^3].\n\n[^1]: A.\n[^3]: C.", "One[1] three[3].|[1] A.|[3] C."],
  ["a note twice", "One[^1] two[^1].\n\n[^1]: A.", "One[1] two[1].|[1] A."],
  ["a note that nothing refers to", "One.\n\n[^x]: A.", "One.|[1] A."],
  ["a reference without a note", "One[^9].", "One[^9]."],
  ["a note in code", "One `[^1]`.[^1]\n\n```\n[^1]\n```\n\n[^1]: A.", "One [^1].[1]|[^1]||[1] A."],
  ["a note before brackets", "One[^1](two).\n\n[^1]: A.", "One[1](two).|[1] A."],
  ["an escaped reference", "One\\[^1].[^1]\n\n[^1]: A.", "One[^1].[1]|[1] A."],
  ["raised figures", "It holds 4.1×10^9^ litres, 30 m^2^.", "It holds 4.1×10⁹ litres, 30 m²."],
  ["lowered figures", "H~2~O and CO~2~", "H₂O and CO₂"],
  ["struck out text", "~~2~~ and ~two words~", "2 and two words"],
  ["powers in code", "`10^9^`", "10^9^"],
  ["a lone circumflex", "10^9 and x^2", "10^9 and x^2"],
  ["HTML in Markdown", "It cost $240<sup>[3]</sup>, 10<sup>9</sup>.", "It cost $240[3], 10⁹."],
])("%s", (_, value, text) => {
  const parsed = parseArticle({ format: "markdown", value });
  expect(parsed.ok && parsed.value.text.replaceAll("\n", "|")).toBe(text);
});
