import { expect, it } from "vitest";
import { buildClaim } from "@/lib/testing/builders";
import { type DeskWrite, rebaseWrite, targetOf, type WriteResult } from "./desk-write";

const claim = { ...buildClaim(), id: "c", revision: 7 };
const led = {
  claim: { kind: "claim", claim },
  thread: { kind: "thread", thread: { comments: [{ id: "k", revision: 4 }] } },
  deleted: { kind: "deleted", claimId: "c" },
} as unknown as Record<string, WriteResult>;
const key = { operationId: "0123456789" };

it.each<[string, DeskWrite, string | null, keyof typeof led, number | undefined]>([
  [
    "a step of a claim",
    { kind: "claim.delete", input: { claimId: "c", revision: 1, ...key } },
    "c",
    "claim",
    7,
  ],
  [
    "a vote, which is about content",
    { kind: "claim.vote", input: { claimId: "c", contentRevision: 1, ratingKey: "true", note: "", ...key } },
    "c",
    "claim",
    undefined,
  ],
  [
    "a change of a comment",
    { kind: "comment.edit", input: { commentId: "k", revision: 1, body: "So?", ...key } },
    "k",
    "thread",
    4,
  ],
  [
    "a change of another comment of that thread",
    { kind: "comment.delete", input: { commentId: "l", revision: 1, ...key } },
    "l",
    "thread",
    1,
  ],
  [
    "resolving a thread",
    { kind: "thread.resolve", input: { threadId: "t", resolved: true, ...key } },
    "t",
    "thread",
    undefined,
  ],
  [
    "a new comment",
    {
      kind: "comment.create",
      input: { target: { on: "article", articleId: "a" }, body: "So?", idempotencyKey: "0123456789" },
    },
    null,
    "deleted",
    undefined,
  ],
])("%s is rebased on the result of an earlier write", (_, write, target, after, revision) => {
  expect(targetOf(write)).toBe(target);
  expect((rebaseWrite(write, led[after] as WriteResult).input as { revision?: number }).revision).toBe(
    revision,
  );
});
