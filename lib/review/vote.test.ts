import { describe, expect, test } from "vitest";
import { CLAIM_STATES, type ClaimState } from "@/lib/claims/claim";
import { defaultScale } from "@/lib/ratings/default-scale";
import type { Rating } from "@/lib/ratings/rating";
import { ballotFor, isVotingOver, standingVotes, type Vote, visibleVotes } from "./vote";

const [rating] = defaultScale.ratings as [Rating];

/** A vote as "voter@content", with "*" after the name of a guest. */
function votes(...written: string[]): Vote[] {
  return written.map((each) => {
    const [who = "", content] = each.split("@");
    const name = who.replace("*", "");
    return {
      contentRevision: Number(content),
      voter: { id: name, name, ...(who.endsWith("*") ? { guest: true } : {}) },
      rating,
      note: null,
      at: "2026-05-01T10:00:00Z",
    };
  });
}
const draw = (list: readonly Vote[] | null) =>
  list?.map(({ voter, contentRevision }) => `${voter.id}@${contentRevision}`) ?? "hidden";

const claim = (state: ClaimState, required: number) => ({ state, contentRevision: 2, voting: { required } });

test("voting is over once a claim is disputed, approved or published", () => {
  expect(CLAIM_STATES.filter(isVotingOver)).toEqual(["disputed", "approved", "published"]);
});

test("a vote counts only for the content it is about", () => {
  expect(draw(standingVotes(votes("bea@1", "cem@2", "dov@3"), 2))).toEqual(["cem@2"]);
});

describe("the votes on the current content that a person can see", () => {
  const cast = votes("bea@1", "cem@2", "dov@2");
  test.each<[string, string, ClaimState, number, string[] | "hidden"]>([
    ["none before their own vote", "eva", "in_review", 3, "hidden"],
    ["none if they voted only on older content", "bea", "in_review", 3, "hidden"],
    ["all after their own vote", "cem", "in_review", 3, ["cem@2", "dov@2"]],
    ["all once they differ", "eva", "disputed", 2, ["cem@2", "dov@2"]],
    ["all once the claim is approved", "eva", "approved", 2, ["cem@2", "dov@2"]],
    ["none where two approvals are required", "eva", "in_review", 2, "hidden"],
    ["all where one approval is enough", "eva", "in_review", 1, ["cem@2", "dov@2"]],
  ])("%s", (_, viewer, state, required, seen) => {
    expect(draw(ballotFor(viewer, claim(state, required), cast).votes)).toEqual(seen);
  });

  test("a person's own vote is marked as theirs", () => {
    expect(ballotFor("dov", claim("in_review", 3), cast).mine).toBe(cast[2]);
    expect(ballotFor("eva", claim("in_review", 3), cast).mine).toBeNull();
    expect(ballotFor("bea", claim("in_review", 3), cast).mine).toBeNull();
  });

  test("how many have voted, and how many have to, is always shown", () => {
    expect(ballotFor("eva", claim("in_review", 3), cast)).toMatchObject({ required: 3, voted: 2 });
  });
});

describe("the newsroom has to vote too", () => {
  test.each<[string, string[], boolean]>([
    ["after enough votes, all by guests", ["bea*@2", "cem*@2"], true],
    ["after more than enough, all by guests", ["bea*@2", "cem*@2", "dov*@2"], true],
    ["not before enough guests have voted", ["bea*@2"], false],
    ["not before anyone has voted", [], false],
    ["not if one vote is the newsroom's", ["bea*@2", "cem@2"], false],
    ["whatever the newsroom said about older content", ["ada@1", "bea*@2", "cem*@2"], true],
  ])("%s: %s", (_, cast, needsStaff) => {
    expect(ballotFor("eva", claim("in_review", 2), votes(...cast)).needsStaff).toBe(needsStaff);
  });
});

describe("the votes of all rounds that a person can see", () => {
  const cast = votes("bea@1", "cem@1", "bea@2", "cem@2");
  test.each<[string, string, ClaimState, number[], string[]]>([
    ["none of an aborted round, nor of an open one", "eva", "in_review", [], []],
    ["those of a decided round", "eva", "in_review", [1], ["bea@1", "cem@1"]],
    [
      "their own of an aborted round, and all of the one they voted in",
      "bea",
      "in_review",
      [],
      ["bea@1", "bea@2", "cem@2"],
    ],
    ["those of the current content once voting is over", "eva", "approved", [], ["bea@2", "cem@2"]],
    ["all of decided rounds", "eva", "draft", [1, 2], ["bea@1", "cem@1", "bea@2", "cem@2"]],
  ])("%s", (_, viewer, state, decided, seen) => {
    expect(draw(visibleVotes(viewer, claim(state, 3), cast, new Set(decided)))).toEqual(seen);
  });
});
