import { describe, expect, test } from "vitest";
import { reportEvidence, reportSource } from "@/lib/testing/reports/small-report";
import { alteredWording, compareWordings, type WordingPart } from "./altered-wording";

/** Changed parts in brackets. */
const marked = (parts: readonly WordingPart[]) =>
  parts.map(({ text, changed }) => (changed ? `[${text}]` : text)).join("");

test.each<[string, string, string, string, string]>([
  [
    "a phrase in place of a word",
    "The president concluded a two-day visit to Norway on Friday.",
    "The president concluded a two-day seek advice from to Norway on Friday",
    "The president concluded a two-day [visit] to Norway on Friday.",
    "The president concluded a two-day [seek advice from] to Norway on Friday",
  ],
  [
    "a name, of which the excerpt has more around it",
    "He met scholars of the People's Liberation Army. It was late.",
    "the Crowd’s Liberation Military",
    "… the [People]'s Liberation [Army] …",
    "the [Crowd]’s Liberation [Military]",
  ],
  [
    "a figure",
    "Trade between the two came to 240.1 billion dollars last year",
    "Trade between the two came to 420.1 billion dollars last year",
    "Trade between the two came to [240.1] billion dollars last year",
    "Trade between the two came to [420.1] billion dollars last year",
  ],
  [
    "words left out",
    "We have not yet decided to raise the fares in January.",
    "We have decided to raise the fares in January.",
    "We have [not yet ]decided to raise the fares in January.",
    "We have decided to raise the fares in January.",
  ],
  [
    "a quotation with its marks",
    "“I think we will win,” he said. He left.",
    "“I think we will lose,”",
    "“I think we will [win] …",
    "“I think we will [lose],”",
  ],
  [
    "the first and the last word",
    "Ministers agreed on a plan for the port of Trieste",
    "He said: Mayors agreed on a plan for the port of Venice, and left.",
    "[Ministers] agreed on a plan for the port of [Trieste]",
    "… [Mayors] agreed on a plan for the port of [Venice] …",
  ],
  [
    "an excerpt shorter than the quotation",
    "a joint faculty for 1,500 students",
    "He announced that both universities will open a joint faculty for 1,500 scholars next year, and left.",
    "a joint faculty for 1,500 [students]",
    "… a joint faculty for 1,500 [scholars] …",
  ],
  [
    "Chinese",
    "海关总署称，去年中国贸易总额下降了百分之五。",
    "去年中国贸易总额上升了百分之五",
    "… 去年中国贸易总额[下降]了百分之五。",
    "去年中国贸易总额[上升]了百分之五",
  ],
  [
    "Arabic",
    "قال الوزير إن التجارة انخفضت هذا العام",
    "قال الوزير إن التجارة ارتفعت هذا العام",
    "قال الوزير إن التجارة [انخفضت] هذا العام",
    "قال الوزير إن التجارة [ارتفعت] هذا العام",
  ],
])("%s", (_, original, article, was, is) => {
  const found = compareWordings(original, article);
  expect(found && marked(found.original)).toBe(was);
  expect(found && marked(found.article)).toBe(is);
});

test.each([
  ["unrelated texts", "The ferry leaves at nine in the morning.", "Trade between both countries doubled."],
  ["unrelated Chinese texts", "渡轮早上九点出发。", "两国贸易额翻了一番"],
  ["equal texts", "Trade doubled last year.", "Trade doubled last year."],
  ["other case and quotation marks", "“Trade” doubled – LAST year", '"trade" doubled - last year'],
  [
    "the words inside a longer excerpt",
    "He said so. Trade doubled last year. It is over.",
    "Trade doubled last year.",
  ],
  ["nothing to compare", "", "Trade doubled."],
  ["punctuation alone", "…", "—"],
  ["too long", `${"a long excerpt ".repeat(800)}`, "a long excerpts"],
])("no comparison of %s", (_, original, article) => {
  expect(compareWordings(original, article)).toBeNull();
});

describe("the evidence that has the original", () => {
  const sources = [reportSource({ number: 1 }), reportSource({ number: 2, primary: true })];
  const quote = "Trade came to 240 billion dollars";
  const excerpt = "Trade came to 24 billion dollars";
  const find = (evidence: Parameters<typeof reportEvidence>[0][], ratingKey = "altered") =>
    alteredWording(
      { sources },
      { quote, ratingKey, evidence: evidence.map((each) => reportEvidence({ excerpt, ...each })) },
    )?.source ?? null;

  test.each([
    ["an excerpt that refutes it", [{ source: 1, stance: "refutes" as const }], 1],
    ["context from a primary source", [{ source: 2, stance: "context" as const }], 2],
    [
      "one that refutes it comes first",
      [
        { source: 2, stance: "context" as const },
        { source: 1, stance: "refutes" as const },
      ],
      1,
    ],
    [
      "of two that refute it, the primary source",
      [
        { source: 1, stance: "refutes" as const },
        { source: 2, stance: "refutes" as const },
      ],
      2,
    ],
    [
      "one that is similar, if the first is not",
      [
        { source: 2, stance: "refutes" as const, excerpt: "The ferry leaves at nine." },
        { source: 1, stance: "refutes" as const },
      ],
      1,
    ],
    ["context from another source", [{ source: 1, stance: "context" as const }], null],
    ["one that supports it", [{ source: 2, stance: "supports" as const }], null],
    ["without an excerpt", [{ source: 1, stance: "refutes" as const, excerpt: null }], null],
    ["no evidence", [], null],
  ])("%s", (_, evidence, source) => {
    expect(find(evidence)).toBe(source);
  });

  test("only claims that are rated as altered have one", () => {
    expect(find([{ source: 1, stance: "refutes" }], "false")).toBeNull();
  });
});
