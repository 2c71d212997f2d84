import { describe, expect, it } from "vitest";
import { inCurrentWords, withFormerNames } from "./current-words";
import type { HistoryEvent } from "./history-event";

const event = (part: Partial<HistoryEvent>): HistoryEvent => ({
  id: "1",
  at: "2026-11-28T10:00:00.000Z",
  actor: null,
  action: "claim.edit",
  targetType: "claim",
  targetId: "c",
  articleId: "a",
  from: null,
  to: null,
  ...part,
});

describe("inCurrentWords", () => {
  it.each([
    ["claim.leave_out", "claim.exclude"],
    ["claim.take_in", "claim.include"],
    ["claim.ask_more", "claim.raise_approvals"],
    ["claim.split-vote", "claim.dispute"],
    ["claim.settle-anchor", "claim.confirm-anchor"],
    // Splitting a claim in two kept its name.
    ["claim.split", "claim.split"],
  ])("reads %s as %s", (action, current) => {
    expect(inCurrentWords(event({ action })).action).toBe(current);
  });

  it("renames the fields and the state of a claim, and keeps everything else", () => {
    const before = event({
      from: { state: "split", leftOut: false, statement: "state: split" },
      to: { state: "draft", leftOut: true, leftOutReason: "off topic" },
    });
    const { from, to } = inCurrentWords(before);
    expect(from).toEqual({ state: "disputed", excluded: false, statement: "state: split" });
    expect(to).toEqual({ state: "draft", excluded: true, excludedReason: "off topic" });
    expect(before.from).toEqual({ state: "split", leftOut: false, statement: "state: split" });
  });

  it("keeps the same word in another field", () => {
    expect(inCurrentWords(event({ to: { statement: "split" } })).to).toEqual({ statement: "split" });
  });

  it("does not change an event without fields", () => {
    expect(inCurrentWords(event({}))).toEqual(event({}));
  });
});

it("looks for an action under its former names too", () => {
  expect(withFormerNames(["claim.edit", "claim.exclude"])).toEqual([
    "claim.edit",
    "claim.exclude",
    "claim.leave_out",
  ]);
});
