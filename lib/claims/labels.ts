import type { ChangedField, ClaimKind, ClaimState } from "./claim";

/** What people see for each kind of claim. */
export const claimKindLabels: Record<ClaimKind, string> = {
  number: "Number",
  quote: "Quote",
  event: "Event",
  attribution: "Attribution",
  prediction: "Prediction",
  opinion: "Opinion",
  other: "Other",
};

/** What people at the desk see for each state of a claim. */
export const claimStateLabels: Record<ClaimState, string> = {
  draft: "Draft",
  in_review: "In review",
  disputed: "Split",
  approved: "Approved",
  published: "Published",
  retired: "Retired",
};

/** What people see for each part of a claim that was changed. */
export const changedFieldLabels: Record<ChangedField, string> = {
  statement: "statement",
  claimant: "claimant",
  claimedOn: "date",
  kind: "kind",
  tags: "tags",
  verdict: "verdict",
  evidence: "sources",
  passage: "passage",
  merge: "merged with another claim",
};
