import type { ClaimKind, ClaimState } from "./claim";

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
  approved: "Approved",
  retired: "Retired",
};
