import { describe, expect, test } from "vitest";
import { OUTCOME_LIMITS, outcomeInput } from "./outcome-input";

const outcome = (fields: object) => ({ wording: null, question: null, note: null, ...fields });

describe("an outcome as it is entered", () => {
  test.each([
    ["stands", { kind: "stands" }, outcome({ kind: "stands" })],
    [
      "a wording, in one line",
      { kind: "change", wording: " 250\n metres " },
      outcome({ kind: "change", wording: "250 metres" }),
    ],
    [
      "a question, with its lines",
      { kind: "query", question: "Who said so?\nWhen?" },
      outcome({ kind: "query", question: "Who said so?\nWhen?" }),
    ],
    ["a note", { kind: "stands", note: " Checked. " }, outcome({ kind: "stands", note: "Checked." })],
    [
      "without the wording of another choice",
      { kind: "query", question: "Why?", wording: "250" },
      outcome({ kind: "query", question: "Why?" }),
    ],
    [
      "without the question of another choice",
      { kind: "stands", question: "Why?", wording: "250" },
      outcome({ kind: "stands" }),
    ],
  ])("%s", (_, input, expected) => {
    expect(outcomeInput.parse(input)).toEqual(expected);
  });

  test.each([
    ["no choice", {}, "kind"],
    ["an unknown choice", { kind: "false" }, "kind"],
    ["a change without a wording", { kind: "change", wording: "  " }, "wording"],
    ["a query without a question", { kind: "query" }, "question"],
    [
      "a wording that is too long",
      { kind: "change", wording: "a".repeat(OUTCOME_LIMITS.wording + 1) },
      "wording",
    ],
    [
      "a question that is too long",
      { kind: "query", question: "a".repeat(OUTCOME_LIMITS.question + 1) },
      "question",
    ],
    ["a note that is too long", { kind: "stands", note: "a".repeat(OUTCOME_LIMITS.note + 1) }, "note"],
  ])("%s is refused at its field", (_, input, field) => {
    const parsed = outcomeInput.safeParse(input);
    expect(parsed.error?.issues.map(({ path }) => path.join("."))).toEqual([field]);
  });
});
