import type { TextRange } from "@/lib/anchoring/reanchor";
import type { Claim } from "@/lib/claims/claim";
import type { DeskWrite } from "@/lib/live/desk-write";
import type { ReviewActionName } from "@/lib/review/transition";
import type { Operation } from "./undo-history";

/** A write with what it is, for the list of those that wait. */
export interface LabelledWrite {
  write: DeskWrite;
  label: string;
}

const steps: Partial<Record<ReviewActionName, string>> = { exclude: "leave out", include: "take in again" };

const onClaim = ({ id, revision }: Claim) => ({
  claimId: id,
  revision,
  operationId: crypto.randomUUID(),
});

/** A step of a claim's review. */
export function reviewWrite(claim: Claim, action: ReviewActionName, note?: string): LabelledWrite {
  return {
    write: { kind: "claim.review", input: { ...onClaim(claim), action, note } },
    label: `Step of review: ${steps[action] ?? action} claim ${claim.number}${note ? ` (${note})` : ""}`,
  };
}

/** A reviewer's own rating of a claim, or the one on which a split is settled. */
export function ratingWrite(
  kind: "vote" | "settle",
  claim: Claim,
  given: { ratingKey: string; note: string },
): LabelledWrite {
  const { claimId, revision, operationId } = onClaim(claim);
  const { contentRevision } = claim;
  const what = `${kind === "vote" ? "Your vote on" : "Settle"} claim ${claim.number}`;
  return {
    write:
      kind === "vote"
        ? { kind: "claim.vote", input: { claimId, contentRevision, operationId, ...given } }
        : { kind: "claim.settle", input: { claimId, revision, operationId, ...given } },
    label: `${what}: ${given.ratingKey}${given.note ? ` (${given.note})` : ""}`,
  };
}

/** Where a claim stands: on the words that are given, or, with null, at the place that was found for it. */
export function placeWrite(claim: Claim, versionId: string, place: TextRange | null): LabelledWrite {
  return {
    write: {
      kind: "claim.place",
      input: { ...onClaim(claim), versionId, place: place && { start: place.start, end: place.end } },
    },
    label: `The bounds of claim ${claim.number}`,
  };
}

/** What is done, undone or done again to a claim; bringing one back needs nothing but its id. */
export function operationWrite(
  operation: Exclude<Operation, { kind: "undelete" }>,
  claim: Claim,
  versionId: string,
): LabelledWrite {
  switch (operation.kind) {
    case "delete":
      return {
        write: { kind: "claim.delete", input: onClaim(claim) },
        label: `Delete claim ${claim.number}`,
      };
    case "bounds":
      return placeWrite(claim, versionId, operation);
    case "content":
      return {
        write: { kind: "claim.update", input: { ...operation.content, ...onClaim(claim) } },
        label: `Undo in claim ${claim.number}`,
      };
  }
}

export function undeleteWrite(claimId: string): LabelledWrite {
  return {
    write: { kind: "claim.undelete", input: { claimId, operationId: crypto.randomUUID() } },
    label: "Bring a deleted claim back",
  };
}
