import { describe, expect, test } from "vitest";
import { CLAIM_STATES, type ClaimState } from "@/lib/claims/claim";
import {
  availableActions,
  REVIEW_ACTIONS,
  REVIEW_STEPS,
  type ReviewActionName,
  type Reviewable,
  type ReviewEvent,
  type ReviewStepName,
  transition,
} from "./transition";

const claim = (overrides: Partial<Reviewable> = {}): Reviewable => ({
  state: "draft",
  excluded: false,
  missing: [],
  ratingKey: "false",
  requiredApprovals: 1,
  votes: [],
  ...overrides,
});

/** A complete event for an action. */
function eventOf(action: ReviewStepName): ReviewEvent {
  if (action === "vote") return { action, voterId: "me", ratingKey: "false" };
  if (action === "settle") return { action, ratingKey: "false", note: "because" };
  return { action, note: "because" };
}

const states = ["draft", "in_review", "disputed", "approved", "published", "retired"] as const;

/** The state after each step in each state, in the order above; "-" if refused. With notes, and nothing missing. */
const table: Record<ReviewStepName, readonly (ClaimState | "-")[]> = {
  submit: ["in_review", "-", "-", "-", "-", "-"],
  withdraw: ["-", "draft", "draft", "-", "-", "-"],
  return: ["-", "draft", "draft", "draft", "draft", "-"],
  approve: ["-", "approved", "-", "-", "-", "-"],
  reopen: ["-", "draft", "draft", "draft", "draft", "-"],
  exclude: ["draft", "in_review", "disputed", "approved", "published", "-"],
  include: ["draft", "in_review", "disputed", "approved", "published", "-"],
  retire: ["retired", "retired", "retired", "retired", "retired", "-"],
  restore: ["-", "-", "-", "-", "-", "draft"],
  vote: ["-", "in_review", "-", "-", "-", "-"],
  settle: ["-", "-", "approved", "-", "-", "-"],
  raise_approvals: ["-", "in_review", "in_review", "in_review", "in_review", "-"],
  publish: ["-", "-", "-", "published", "-", "-"],
  unpublish: ["-", "-", "-", "-", "approved", "-"],
};

describe("every step in every state", () => {
  test("the table names every state", () => expect(states).toEqual(CLAIM_STATES));
  for (const action of REVIEW_STEPS)
    for (const [index, state] of states.entries())
      test(`${action} in ${state} → ${table[action][index]}`, () => {
        const excluded = action === "include";
        const requiredApprovals = action === "vote" ? 2 : 1;
        const result = transition(claim({ state, excluded, requiredApprovals }), eventOf(action));
        expect(result.ok ? result.value.state : "-").toBe(table[action][index]);
        if (!result.ok) expect(result.error.message).toMatch(/can't be/);
        const known = REVIEW_ACTIONS.find((each) => each === action);
        if (known)
          expect(availableActions({ state, excluded, requiredApprovals }).includes(known)).toBe(result.ok);
      });
});

describe("conditions of a step", () => {
  const missing = [
    { field: "claimant", message: "Enter who made the claim." },
    { field: "evidence", message: "Add at least one source." },
  ];
  test.each<[string, Partial<Reviewable>, ReviewEvent, string]>([
    [
      "submit with something missing",
      { missing },
      { action: "submit" },
      "Not ready for review. Enter who made the claim. Add at least one source.",
    ],
    [
      "submit with one part missing",
      { missing: missing.slice(0, 1) },
      { action: "submit" },
      "Not ready for review. Enter who made the claim.",
    ],
    ["return with an empty note", { state: "in_review" }, { action: "return", note: "  " }, "note"],
    ["return without a note", { state: "in_review" }, { action: "return" }, "Explain in a note what"],
    [
      "settle without a note",
      { state: "disputed" },
      { action: "settle", ratingKey: "true", note: null },
      "Explain in a note why",
    ],
    [
      "settle with an empty note",
      { state: "disputed" },
      { action: "settle", ratingKey: "true", note: " " },
      "Explain in a note why",
    ],
    ["exclude without a reason", {}, { action: "exclude" }, "reason"],
    ["exclude with an empty reason", {}, { action: "exclude", note: " " }, "reason"],
    ["exclude twice", { excluded: true }, { action: "exclude", note: "x" }, "already"],
    ["include what is included", {}, { action: "include" }, "not excluded"],
    ["publish an excluded claim", { state: "approved", excluded: true }, { action: "publish" }, "excluded"],
    [
      "approve where several vote",
      { state: "in_review", requiredApprovals: 3 },
      { action: "approve" },
      "3 people have to approve this claim",
    ],
    [
      "vote where one approves",
      { state: "in_review" },
      { action: "vote", voterId: "me", ratingKey: "true" },
      "One approval is enough",
    ],
    [
      "vote twice",
      { state: "in_review", requiredApprovals: 3, votes: [{ voterId: "me", ratingKey: "true" }] },
      { action: "vote", voterId: "me", ratingKey: "false" },
      "You have voted",
    ],
  ])("%s", (_, overrides, event, message) => {
    const result = transition(claim(overrides), event);
    expect(result.ok ? "" : result.error.message).toContain(message);
  });

  test("missing parts are reported with their fields", () => {
    expect(transition(claim({ missing }), { action: "submit" })).toMatchObject({ error: { missing } });
  });
});

/** The claim after each step, as "state rating", with "excluded" if it is. */
test.each<[string, Partial<Reviewable>, ReviewEvent, string]>([
  ["submitting leaves the rest", { excluded: true }, { action: "submit" }, "in_review false excluded"],
  ["submitting needs no rating here", { ratingKey: null }, { action: "submit" }, "in_review null"],
  [
    "approving leaves the rest",
    { state: "in_review", excluded: true },
    { action: "approve" },
    "approved false excluded",
  ],
  [
    "returning leaves the rest",
    { state: "approved", excluded: true },
    { action: "return", note: "x" },
    "draft false excluded",
  ],
  [
    "withdrawing leaves the rest",
    { state: "in_review", excluded: true },
    { action: "withdraw" },
    "draft false excluded",
  ],
  ["excluding", { state: "approved" }, { action: "exclude", note: "x" }, "approved false excluded"],
  ["including", { state: "approved", excluded: true }, { action: "include" }, "approved false"],
  ["retiring ends an exclusion", { excluded: true }, { action: "retire" }, "retired false"],
  [
    "raising the approvals",
    { state: "approved", excluded: true },
    { action: "raise_approvals" },
    "in_review false excluded",
  ],
  ["publishing", { state: "approved" }, { action: "publish" }, "published false"],
  [
    "unpublishing leaves the rest",
    { state: "published", excluded: true },
    { action: "unpublish" },
    "approved false excluded",
  ],
  [
    "settling sets the rating",
    { state: "disputed", excluded: true },
    { action: "settle", ratingKey: "true", note: "x" },
    "approved true excluded",
  ],
  [
    "a vote that leaves voting open",
    { state: "in_review", requiredApprovals: 2, excluded: true },
    { action: "vote", voterId: "me", ratingKey: "true" },
    "in_review false excluded",
  ],
  [
    "a vote that ends voting",
    {
      state: "in_review",
      requiredApprovals: 2,
      excluded: true,
      votes: [{ voterId: "bea", ratingKey: "true" }],
    },
    { action: "vote", voterId: "me", ratingKey: "true" },
    "disputed false excluded",
  ],
])("%s", (_, overrides, event, expected) => {
  const result = transition(claim(overrides), event);
  if (!result.ok) throw new Error(result.error.message);
  const { state, ratingKey, excluded } = result.value;
  expect(`${state} ${ratingKey}${excluded ? " excluded" : ""}`).toBe(expected);
});

test.each<[string, ClaimState, Partial<Reviewable>, ReviewActionName[]]>([
  ["in a draft", "draft", {}, ["submit", "exclude", "retire"]],
  ["in an excluded draft", "draft", { excluded: true }, ["submit", "include", "retire"]],
  ["where one approves", "in_review", {}, ["withdraw", "return", "approve", "reopen", "exclude", "retire"]],
  [
    "where two vote",
    "in_review",
    { requiredApprovals: 2 },
    ["withdraw", "return", "reopen", "exclude", "retire"],
  ],
  [
    "in a dispute",
    "disputed",
    { requiredApprovals: 2 },
    ["withdraw", "return", "reopen", "exclude", "retire"],
  ],
  ["in an approved claim", "approved", {}, ["return", "reopen", "exclude", "retire"]],
  ["in a retired claim", "retired", {}, ["restore"]],
])("the actions offered %s", (_, state, overrides, expected) => {
  expect(availableActions(claim({ state, ...overrides }))).toEqual(expected);
});

describe("votes on a claim that is proposed as false", () => {
  test.each<[string, number, string[], string, ClaimState]>([
    ["the first of two", 2, [], "false", "in_review"],
    ["the second of two, the same", 2, ["false"], "false", "approved"],
    ["the second of two, different", 2, ["false"], "true", "disputed"],
    ["the same, but not the proposed rating", 2, ["true"], "true", "disputed"],
    ["the second of three", 3, ["false"], "true", "in_review"],
    ["the third of three, one dissents", 3, ["false", "true"], "false", "disputed"],
    ["the fifth of five, all the same", 5, ["false", "false", "false", "false"], "false", "approved"],
  ])("%s", (_, requiredApprovals, before, ratingKey, state) => {
    const votes = before.map((key, index) => ({ voterId: `voter-${index}`, ratingKey: key }));
    const result = transition(claim({ state: "in_review", requiredApprovals, votes }), {
      action: "vote",
      voterId: "me",
      ratingKey,
    });
    expect(result.ok && result.value).toMatchObject({ state, ratingKey: "false" });
  });
});

describe("votes of guests", () => {
  const staff = (ratingKey = "false") => ({ voterId: ratingKey, ratingKey });
  const guests = (...keys: string[]) =>
    keys.map((ratingKey, i) => ({ voterId: `guest-${i}`, ratingKey, guest: true }));
  test.each<[string, number, Reviewable["votes"], { ratingKey: string; guest: boolean }, ClaimState]>([
    ["an opinion where one approval is enough", 1, [], { ratingKey: "false", guest: true }, "in_review"],
    ["another opinion there", 1, guests("false"), { ratingKey: "true", guest: true }, "in_review"],
    [
      "an opinion after a vote of the newsroom, where one approval is enough by now",
      1,
      [staff()],
      { ratingKey: "false", guest: true },
      "in_review",
    ],
    ["one of two, the first", 2, [], { ratingKey: "false", guest: true }, "in_review"],
    ["one of two, after the newsroom's", 2, [staff()], { ratingKey: "false", guest: true }, "approved"],
    ["one that differs", 2, [staff()], { ratingKey: "true", guest: true }, "disputed"],
    ["two of two, both by guests", 2, guests("false"), { ratingKey: "false", guest: true }, "in_review"],
    [
      "the newsroom's vote after two guests",
      2,
      guests("false", "false"),
      { ratingKey: "false", guest: false },
      "approved",
    ],
    [
      "the newsroom's vote, with a different one by a guest",
      2,
      guests("true", "false"),
      { ratingKey: "false", guest: false },
      "disputed",
    ],
  ])("%s", (_, requiredApprovals, votes, vote, state) => {
    const result = transition(claim({ state: "in_review", requiredApprovals, votes }), {
      action: "vote",
      voterId: "me",
      ...vote,
    });
    expect(result).toMatchObject({ ok: true, value: { state } });
  });

  test.each([
    ["of a guest", true],
    ["of the newsroom, who is no guest unless marked as one", undefined],
  ])("the vote that completes two %s", (_, guest) => {
    const result = transition(claim({ state: "in_review", requiredApprovals: 2, votes: guests("false") }), {
      action: "vote",
      voterId: "me",
      ratingKey: "false",
      ...(guest ? { guest } : {}),
    });
    expect(result).toMatchObject({ ok: true, value: { state: guest ? "in_review" : "approved" } });
  });

  test("a guest votes once", () => {
    const votes = [{ voterId: "me", ratingKey: "false", guest: true }];
    const event = { action: "vote", voterId: "me", ratingKey: "true", guest: true } as const;
    expect(transition(claim({ state: "in_review", votes }), event)).toMatchObject({ ok: false });
  });
});
