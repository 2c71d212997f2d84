import type { TextRange } from "@/lib/anchoring/text-range";
import type { Claim } from "@/lib/claims/claim";
import type { DeskWrite } from "@/lib/live/desk-write";
import type { ReviewActionName } from "@/lib/review/transition";
import { words } from "@/lib/words/words";
import type { Operation } from "./undo-history";

/** A write and its label in the list of unsent changes. */
export interface LabelledWrite {
  write: DeskWrite;
  label: string;
}

const t = words("articles");

const withNote = (label: string, note: string | undefined) =>
  note ? t("write.withNote", { label, note }) : label;

const onClaim = ({ id, revision }: Claim) => ({
  claimId: id,
  revision,
  operationId: crypto.randomUUID(),
});

/** A step in the review of a claim. */
export function reviewWrite(claim: Claim, action: ReviewActionName, note?: string): LabelledWrite {
  return {
    write: { kind: "claim.review", input: { ...onClaim(claim), action, note } },
    label: withNote(t("write.review", { action, number: claim.number }), note),
  };
}

/** A reviewer's vote on a claim, or the final rating of a disputed one. */
export function ratingWrite(
  kind: "vote" | "settle",
  claim: Claim,
  rating: { ratingKey: string; note: string },
): LabelledWrite {
  const { claimId, revision, operationId } = onClaim(claim);
  const { contentRevision, number } = claim;
  return {
    write:
      kind === "vote"
        ? { kind: "claim.vote", input: { claimId, contentRevision, operationId, ...rating } }
        : { kind: "claim.settle", input: { claimId, revision, operationId, ...rating } },
    label: withNote(
      t(kind === "vote" ? "write.vote" : "write.finalRating", { number, rating: rating.ratingKey }),
      rating.note,
    ),
  };
}

/** The position of a claim: a range of the text, or null to confirm the position that was found for it. */
export function positionWrite(claim: Claim, versionId: string, range: TextRange | null): LabelledWrite {
  return {
    write: {
      kind: "claim.confirm-anchor",
      input: { ...onClaim(claim), versionId, range: range && { start: range.start, end: range.end } },
    },
    label: t("write.highlight", { number: claim.number }),
  };
}

/** One operation of an undo or redo, except undeleting, which needs only the claim's id. */
export function operationWrite(
  operation: Exclude<Operation, { kind: "undelete" }>,
  claim: Claim,
  versionId: string,
): LabelledWrite {
  switch (operation.kind) {
    case "delete":
      return {
        write: { kind: "claim.delete", input: onClaim(claim) },
        label: t("write.delete", { number: claim.number }),
      };
    case "bounds":
      return positionWrite(claim, versionId, operation);
    case "confirm":
      return positionWrite(claim, versionId, null);
    case "unconfirm":
      return {
        write: { kind: "claim.restore-anchor", input: { ...onClaim(claim), versionId } },
        label: t("write.undo", { number: claim.number }),
      };
    case "retire":
    case "restore":
      return reviewWrite(claim, operation.kind);
    case "content":
      return {
        write: { kind: "claim.update", input: { ...operation.content, ...onClaim(claim) } },
        label: t("write.undo", { number: claim.number }),
      };
  }
}

export function undeleteWrite(claimId: string): LabelledWrite {
  return {
    write: { kind: "claim.undelete", input: { claimId, operationId: crypto.randomUUID() } },
    label: t("write.undelete"),
  };
}
