import type { ClaimDraft } from "@/components/drafts/claim-draft";
import type { CommentDraft } from "@/components/drafts/comment-draft";
import type { Failure } from "@/lib/failure";
import type { DeskWrite } from "@/lib/live/desk-write";
import type { ReviewActionName } from "@/lib/review/transition";

/** A write that the server has not answered yet, or that it rejected while no page was waiting for the answer. */
export interface QueuedWrite {
  /** The key that makes the write safe to repeat. */
  key: string;
  /** Milliseconds since 1970. Earlier writes are sent first. */
  at: number;
  /** The person who made it. It is sent only while that person is signed in. */
  actorId: string;
  articleId: string;
  /** What it is, for a list: "Claim 3: Trade came to …". */
  label: string;
  write: DeskWrite;
  /** The claim form it came from, so that it can be opened again. */
  draft: ClaimDraft | null;
  /** The comment as typed, and what it is on. */
  comment?: { subject: string; draft: CommentDraft };
  /** Why the server rejected it; null while it is waiting to be sent. */
  refused: Failure | null;
  /** The key of an earlier write to the same claim, comment or thread, which must be sent first. */
  after: string | null;
}

/** A write before it is queued. */
export type NewWrite = Omit<QueuedWrite, "key" | "at" | "refused" | "after" | "actorId">;

/** Review actions under the names that earlier builds stored. */
const renamedActions: Readonly<Record<string, ReviewActionName>> = {
  leave_out: "exclude",
  take_in: "include",
};

/** The position of a claim as earlier builds stored it. */
interface FormerPositionWrite {
  kind: "claim.place";
  input: Omit<Extract<DeskWrite, { kind: "claim.confirm-anchor" }>["input"], "range"> & {
    place: { start: number; end: number } | null;
  };
}

/** A write from storage as this build understands it: an earlier build may have stored it. */
export function upgradeQueuedWrite(stored: QueuedWrite): QueuedWrite {
  const write = stored.write as DeskWrite | FormerPositionWrite;
  if (write.kind === "claim.place") {
    const { place: range, ...input } = write.input;
    return { ...stored, write: { kind: "claim.confirm-anchor", input: { ...input, range } } };
  }
  if (write.kind !== "claim.review") return stored;
  const action = renamedActions[write.input.action];
  return action ? { ...stored, write: { ...write, input: { ...write.input, action } } } : stored;
}
