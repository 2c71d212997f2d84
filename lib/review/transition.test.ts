import { describe, expect, test } from "vitest";
import { CLAIM_STATES, type ClaimState } from "@/lib/claims/claim";
import { publicationReadiness, type ReadinessClaim } from "./publication-readiness";
import { availableActions, REVIEW_ACTIONS, type Reviewable, transition } from "./transition";

const claim = (overrides: Partial<Reviewable> = {}): Reviewable => ({
  state: "draft",
  leftOut: false,
  hasVerdict: true,
  evidenceCount: 1,
  unrated: false,
  approvals: 0,
  requiredApprovals: 1,
  ...overrides,
});

/** Where each action leads from each state; "-" where it is refused. Notes are given, nothing is missing. */
const table: Record<string, Record<ClaimState, ClaimState | "-">> = {
  submit: { draft: "in_review", in_review: "-", approved: "-", retired: "-" },
  withdraw: { draft: "-", in_review: "draft", approved: "-", retired: "-" },
  return: { draft: "-", in_review: "draft", approved: "draft", retired: "-" },
  approve: { draft: "-", in_review: "approved", approved: "-", retired: "-" },
  reopen: { draft: "-", in_review: "draft", approved: "draft", retired: "-" },
  leave_out: { draft: "draft", in_review: "in_review", approved: "approved", retired: "-" },
  take_in: { draft: "draft", in_review: "in_review", approved: "approved", retired: "-" },
  retire: { draft: "retired", in_review: "retired", approved: "retired", retired: "-" },
  restore: { draft: "-", in_review: "-", approved: "-", retired: "draft" },
};

describe("every action in every state", () => {
  for (const action of REVIEW_ACTIONS)
    for (const state of CLAIM_STATES)
      test(`${action} in ${state} → ${table[action]?.[state]}`, () => {
        const leftOut = action === "take_in";
        const result = transition(claim({ state, leftOut }), { action, note: "because" });
        expect(result.ok ? result.value.state : "-").toBe(table[action]?.[state]);
        expect(availableActions({ state, leftOut }).includes(action)).toBe(result.ok);
        if (!result.ok) expect(result.error.message).toMatch(/cannot be/);
      });
});

describe("what is asked for", () => {
  test.each([
    ["submit without a verdict", { hasVerdict: false }, { action: "submit" }, "verdict with a rationale"],
    ["submit without a source", { evidenceCount: 0 }, { action: "submit" }, "at least one source"],
    ["return without a note", { state: "in_review" }, { action: "return", note: "  " }, "note"],
    ["leave out without a reason", {}, { action: "leave_out" }, "reason"],
    ["leave out twice", { leftOut: true }, { action: "leave_out", note: "x" }, "already"],
    ["take in what is in", {}, { action: "take_in" }, "not left out"],
  ] as const)("%s", (_, overrides, event, message) => {
    const result = transition(claim(overrides), event);
    expect(result.ok ? "" : result.error.message).toContain(message);
  });

  test("a rating outside the numbers needs no source", () => {
    expect(transition(claim({ evidenceCount: 0, unrated: true }), { action: "submit" }).ok).toBe(true);
  });

  test.each([
    [0, 2, "in_review"],
    [1, 2, "approved"],
    [0, 1, "approved"],
  ] as const)("%i approvals of %i and one more → %s", (approvals, requiredApprovals, state) => {
    const result = transition(claim({ state: "in_review", approvals, requiredApprovals }), {
      action: "approve",
    });
    expect(result.ok && result.value.state).toBe(state);
  });
});

describe("publicationReadiness", () => {
  const row = (overrides: Partial<ReadinessClaim>): ReadinessClaim => ({
    id: "c",
    number: 1,
    state: "approved",
    leftOut: false,
    anchorOutcome: "created",
    ...overrides,
  });
  test.each([
    ["approved", [row({})], null],
    ["approved, and one left out", [row({}), row({ state: "draft", leftOut: true })], null],
    ["approved, and one retired", [row({}), row({ state: "retired" })], null],
    ["no claims", [], "no claim to publish"],
    ["all left out", [row({ leftOut: true })], "no claim to publish"],
    ["a draft", [row({}), row({ state: "draft" })], "is a draft"],
    ["one in review", [row({}), row({ state: "in_review" })], "waits for approval"],
    ["a lost anchor", [row({ anchorOutcome: "orphaned" })], "lost its place"],
  ])("%s", (_, claims, message) => {
    const result = publicationReadiness(claims);
    expect(result.ready ? null : result.blockers.map((blocker) => blocker.message).join()).toEqual(
      message === null ? null : expect.stringContaining(message),
    );
  });
});
