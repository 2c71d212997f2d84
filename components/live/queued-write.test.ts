import { expect, test } from "vitest";
import { type QueuedWrite, upgradeQueuedWrite } from "./queued-write";

const queued = (write: unknown): QueuedWrite => ({
  key: "k",
  at: 1,
  actorId: "ada",
  articleId: "article",
  label: "Highlight of claim 3",
  write: write as QueuedWrite["write"],
  draft: null,
  refused: null,
  after: null,
});
const onClaim = { claimId: "claim", revision: 4, operationId: "k" };
const range = { start: 3, end: 8 };

test.each<[string, unknown, unknown]>([
  [
    "a position",
    { kind: "claim.place", input: { ...onClaim, versionId: "version", place: range } },
    { kind: "claim.confirm-anchor", input: { ...onClaim, versionId: "version", range } },
  ],
  [
    "the confirmation of the position that was found",
    { kind: "claim.place", input: { ...onClaim, versionId: "version", place: null } },
    { kind: "claim.confirm-anchor", input: { ...onClaim, versionId: "version", range: null } },
  ],
  [
    "an exclusion",
    { kind: "claim.review", input: { ...onClaim, action: "leave_out", note: "Off topic." } },
    { kind: "claim.review", input: { ...onClaim, action: "exclude", note: "Off topic." } },
  ],
  [
    "an inclusion",
    { kind: "claim.review", input: { ...onClaim, action: "take_in" } },
    { kind: "claim.review", input: { ...onClaim, action: "include" } },
  ],
])("%s that an earlier build stored is read under its present name", (_, stored, present) => {
  expect(upgradeQueuedWrite(queued(stored))).toEqual(queued(present));
});

test.each<[string, unknown]>([
  ["a review", { kind: "claim.review", input: { ...onClaim, action: "approve" } }],
  ["a position", { kind: "claim.confirm-anchor", input: { ...onClaim, versionId: "version", range } }],
  ["a deletion", { kind: "claim.delete", input: onClaim }],
])("%s of this build stays as it is", (_, write) => {
  expect(upgradeQueuedWrite(queued(write))).toEqual(queued(write));
});
