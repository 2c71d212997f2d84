import { expect, test } from "vitest";
import { compareWords } from "./compare-words";

test.each<[string, string, string, string[], string[], { leftOut?: string[]; unsure?: string }]>([
  ["equal words in another order", "a b c", "c\na b", [], [], {}],
  ["ligatures and accents in another form", "fin é", "ﬁn e\u0301", [], [], {}],
  ["a lost and an added word", "a c", "a b", ["b"], ["c"], {}],
  ["letters of a script without spaces", "เป็นแผน", "เป็น แผน", [], [], {}],
  ["a compound whose hyphen the peer removed", "the tex-faq", "the texfaq", [], [], {}],
  [
    "a hyphen that a note calls unsure",
    "the con-text",
    "the context",
    ["context"],
    ["con", "text"],
    { unsure: "“con-text”" },
  ],
  ["a raised number of a note", "said Novak[2].", "said Novak2 .", [], [], {}],
  ["angle brackets as letters", "the 〈key〉", "the hkeyi", [], [], {}],
  ["a page number that was left out", "a b", "a 7 b", [], [], { leftOut: ["7"] }],
])("%s", (_, ours, peers, lost, added, { leftOut = [], unsure = "" }) => {
  const compared = compareWords(ours, peers, { leftOut, unsure });
  expect([compared.lost, compared.added]).toEqual([lost, added]);
  expect(compared.fairF1 === 1).toBe(lost.length + added.length === 0);
});
