import { describe, expect, test } from "vitest";
import { fieldTexts, isObject } from "./field-texts";
import type { HistoryContext } from "./history-event";

const context: HistoryContext = {
  claimNumber: () => null,
  ratingLabel: (key) => ({ false: "False" })[key] ?? key,
  people: [{ id: "01a213e7-981d-718a-8a97-4e54bb426f7c", name: "Noor Aziz" }],
};

/** The fields as lines: "Title: Trade". */
const linesOf = (side: Record<string, unknown> | null) =>
  [...fieldTexts(side, context).values()].map(({ label, text }) => `${label}: ${text}`);

test.each<[string, Record<string, unknown>, string]>([
  ["text as it is", { title: "Trade" }, "Title: Trade"],
  ["no value as nothing", { title: null }, "Title: "],
  ["an absent value as nothing", { title: undefined }, "Title: "],
  ["true as yes", { primary: true }, "Primary source: yes"],
  ["false as no", { primary: false }, "Primary source: no"],
  ["a number in digits", { note: 12 }, "Note: 12"],
  ["a person by name", { lead: { id: "b", name: "Bo" } }, "Lead: Bo"],
  ["an object without a name as nothing", { lead: { id: "b" } }, "Lead: "],
  ["an object with another kind of name as nothing", { lead: { name: 7 } }, "Lead: "],
  ["a list with commas", { tags: ["trade", "war"] }, "Tags: trade, war"],
  ["a list of people by name", { authors: [{ name: "Bo" }, { name: "Ada" }] }, "Authors: Bo, Ada"],
  ["the kind of a claim by its label", { kind: "quote" }, "Kind: Quote"],
  ["the kind of a source by its label", { kind: "web_page" }, "Kind: Web page"],
  ["a kind without a label as it is", { kind: "rumour" }, "Kind: rumour"],
  ["the state of a claim by its label", { state: "in_review" }, "State: In review"],
  ["the state of a link by its label", { linkState: "answers" }, "Link: Online"],
  ["the name of a label elsewhere as it is", { title: "in_review" }, "Title: in_review"],
  ["a due time in words", { dueAt: "2026-12-01T10:00:00Z" }, "Due: 1 December 2026 at 10:00 UTC"],
  ["a time elsewhere as it is", { note: "2026-12-01T10:00:00Z" }, "Note: 2026-12-01T10:00:00Z"],
  [
    "a mention in a comment by name",
    { body: "@[01a213e7-981d-718a-8a97-4e54bb426f7c] why?" },
    "Comment: @Noor Aziz why?",
  ],
  [
    "a mention elsewhere as it is",
    { note: "@[01a213e7-981d-718a-8a97-4e54bb426f7c]" },
    "Note: @[01a213e7-981d-718a-8a97-4e54bb426f7c]",
  ],
  ["an anchor as its highlighted text", { anchor: { exact: "Ten", start: 4 } }, "Highlighted text: Ten"],
])("shows %s", (_, side, line) => {
  expect(linesOf(side)).toEqual([line]);
});

test("shows known fields only, always in the same order", () => {
  expect(linesOf({ excluded: true, textHash: "abc", statement: "Ten.", title: "T", anchor: null })).toEqual([
    "Title: T",
    "Statement: Ten.",
    "Excluded: yes",
  ]);
});

test("a side that does not exist has no fields", () => {
  expect(linesOf(null)).toEqual([]);
});

describe("a verdict is shown once, as a rating and a rationale", () => {
  test.each<[string, unknown, string[]]>([
    [
      "as it is recorded today",
      { ratingKey: "false", rationaleText: "No.", rationaleDoc: { text: "Old." } },
      ["Verdict: False", "Rationale: No."],
    ],
    [
      "with an empty rationale",
      { ratingKey: "false", rationaleText: "", rationaleDoc: { text: "Old." } },
      ["Verdict: False", "Rationale: "],
    ],
    [
      "as early events recorded it",
      { ratingKey: "false", rationaleDoc: { text: "Old." } },
      ["Verdict: False", "Rationale: Old."],
    ],
    [
      "with a rationale that can’t be read",
      { ratingKey: "false", rationaleDoc: null },
      ["Verdict: False", "Rationale: "],
    ],
    ["none yet", null, ["Verdict: ", "Rationale: "]],
    ["one that can’t be read", { ratingKey: 7 }, ["Verdict: ", "Rationale: "]],
    ["unknown", undefined, []],
  ])("%s", (_, verdict, lines) => {
    expect(linesOf({ verdict })).toEqual(lines);
  });
});

describe("sources are shown one per line", () => {
  const source = { title: "Customs", url: "https://example.org/" };
  test.each<[string, unknown, string]>([
    ["by title", { stance: "refutes", source }, "Refutes: Customs."],
    ["by address without a title", { stance: "supports", source: { url: "x.org" } }, "Supports: x.org."],
    ["with neither", { stance: "context", source: {} }, "Context: a source."],
    [
      "with all that is known",
      {
        stance: "refutes",
        excerpt: "It\nfell.",
        note: "Page 4",
        accessedOn: "2026-01-02",
        archiveUrl: "https://perma.cc/1",
        source,
      },
      "Refutes: Customs. “It fell.” Note: Page 4 Accessed on 2026-01-02. Archived at https://perma.cc/1",
    ],
    [
      "without empty details",
      { stance: "refutes", excerpt: "", note: null, accessedOn: null, archiveUrl: null, source },
      "Refutes: Customs.",
    ],
    ["one that can’t be read is an empty line", { stance: "hearsay", source }, ""],
  ])("%s", (_, evidence, line) => {
    const other = { stance: "supports", source: { title: "Tolls" } };
    expect(linesOf({ evidence: [evidence, other] })).toEqual([`Sources: ${line}\nSupports: Tolls.`]);
  });

  test("a list in another field is no list of sources", () => {
    expect(linesOf({ tags: [{ stance: "refutes", source }] })).toEqual(["Tags: "]);
  });
});

test.each<[string, unknown, boolean]>([
  ["an object", {}, true],
  ["a list", [], false],
  ["null", null, false],
  ["text", "{}", false],
])("%s has fields: %s", (_, value, expected) => {
  expect(isObject(value)).toBe(expected);
});
