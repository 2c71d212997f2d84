import type { CreateClaimInput, UpdateClaimInput } from "@/lib/claims/claim-input";
import type { ReviewActionName } from "@/lib/review/transition";

/**
 * A write that the desk keeps in the browser until the server has answered, and sends again until then. Each carries a key of its own, so
 * that it is done once.
 */
export type DeskWrite =
  /** Its key is the claim's. */
  | { kind: "claim.create"; input: CreateClaimInput }
  | { kind: "claim.update"; input: UpdateClaimInput & { operationId: string } }
  | {
      kind: "claim.review";
      input: {
        claimId: string;
        revision: number;
        action: ReviewActionName;
        note?: string | undefined;
        operationId: string;
      };
    };

/** The key under which a write is done once. */
export function keyOf(write: DeskWrite): string {
  return write.kind === "claim.create" ? write.input.idempotencyKey : write.input.operationId;
}

/** The claim that a write changes; null for one that it makes. */
export function claimOf(write: DeskWrite): string | null {
  return write.kind === "claim.create" ? null : write.input.claimId;
}

/** The write as it is to be sent after an earlier one of the same person changed the claim: it was made knowing of that one. */
export function onRevision(write: DeskWrite, revision: number): DeskWrite {
  switch (write.kind) {
    case "claim.create":
      return write;
    case "claim.update":
      return { ...write, input: { ...write.input, revision } };
    case "claim.review":
      return { ...write, input: { ...write.input, revision } };
  }
}
