import { describe, expect, test } from "vitest";
import type { Claim } from "@/lib/claims/claim";
import { buildClaim, buildOutcome, buildSource } from "@/lib/testing/builders";
import { authorQuestions } from "./author-questions";

const secret = "SECRET";
const query = buildOutcome({ id: "o1", kind: "query", question: "Who counted?", note: secret });
const claim = (overrides: Partial<Claim>) =>
  buildClaim({ purpose: "manuscript", state: "draft", ...overrides });
const at = (start: number) => ({ ...buildClaim().anchor, start, end: start + 3 });

describe("what the author is asked", () => {
  test.each<[string, Partial<Claim>, number]>([
    ["an open query", { outcome: query }, 1],
    ["a suggested wording", { outcome: buildOutcome({ kind: "change", wording: "250" }) }, 1],
    ["a query without its question", { outcome: { ...query, question: null } }, 0],
    ["a suggestion without its wording", { outcome: buildOutcome({ kind: "change", wording: null }) }, 0],
    ["a claim that stands", { outcome: buildOutcome({ kind: "stands" }) }, 0],
    ["a claim without an outcome", { outcome: null }, 0],
    ["an excluded claim", { outcome: query, excluded: true, excludedReason: "No." }, 0],
    ["a retired claim", { outcome: query, state: "retired" }, 0],
    [
      "a passage that is not in the text any more",
      { outcome: query, anchor: { ...at(0), outcome: "orphaned" } },
      0,
    ],
  ])("%s: %#", (_, overrides, count) => {
    expect(authorQuestions([claim(overrides)])).toHaveLength(count);
  });

  test("comes in the order of the text", () => {
    const claims = [
      claim({ outcome: query, anchor: at(9), number: 1 }),
      claim({ outcome: query, anchor: { ...at(2), end: 9 }, number: 2 }),
      claim({ outcome: query, anchor: at(2), number: 4 }),
      claim({ outcome: query, anchor: at(2), number: 3 }),
    ];
    expect(authorQuestions(claims).map(({ number }) => number)).toEqual([3, 4, 2, 1]);
  });

  test("has the suggested wording", () => {
    const change = buildOutcome({ kind: "change", wording: "250" });
    expect(authorQuestions([claim({ outcome: change })])).toMatchObject([{ kind: "change", wording: "250" }]);
  });

  test("has the passage, the question and the answers, and nothing else of the claim", () => {
    const answers = [
      { id: "x", decision: "answer" as const, text: "I did.", by: "Ann", at: "2026-01-01T00:00:00.000Z" },
    ];
    const person = { id: secret, name: secret };
    const asked = authorQuestions([
      claim({
        id: secret,
        articleId: secret,
        number: 7,
        statement: secret,
        tags: [secret],
        carriedBy: secret,
        createdBy: person,
        lastEditedBy: person,
        assignee: person,
        outcome: { ...query, answers, givenBy: person },
        evidence: [
          {
            id: secret,
            stance: "supports",
            excerpt: secret,
            note: secret,
            accessedOn: null,
            archiveUrl: secret,
            source: buildSource({ title: secret, confidential: true }),
          },
        ],
      }),
    ]);
    expect(asked).toEqual([
      {
        outcomeId: "o1",
        number: 7,
        kind: "query",
        question: "Who counted?",
        passage: buildClaim().anchor.exact,
        start: 0,
        end: 5,
        answers: [{ decision: "answer", text: "I did.", by: "Ann", at: "2026-01-01T00:00:00.000Z" }],
      },
    ]);
    expect(JSON.stringify(asked)).not.toContain(secret);
  });
});
