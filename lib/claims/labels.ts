import { words } from "@/lib/words/words";
import type { ChangedField, ClaimKind, ClaimState } from "./claim";
import type { OutcomeKind } from "./outcome";

const t = words("claims");
const report = words("report");

/** Labels for the kinds of claims. */
export const claimKindLabels: Record<ClaimKind, string> = {
  number: report("claim.kind.number"),
  quote: report("claim.kind.quote"),
  event: report("claim.kind.event"),
  attribution: report("claim.kind.attribution"),
  prediction: report("claim.kind.prediction"),
  opinion: report("claim.kind.opinion"),
  other: report("claim.kind.other"),
};

/** Labels for the states of claims, as the desk shows them. */
export const claimStateLabels: Record<ClaimState, string> = {
  draft: t("state.draft"),
  in_review: t("state.in_review"),
  disputed: t("state.disputed"),
  approved: t("state.approved"),
  published: t("state.published"),
  retired: t("state.retired"),
};

/** Labels for the outcomes of claims in manuscripts. */
export const outcomeLabels: Record<OutcomeKind, string> = {
  stands: words("manuscripts")("outcome.stands"),
  change: words("manuscripts")("outcome.change"),
  query: words("manuscripts")("outcome.query"),
};

/** Labels for the parts of a claim that were changed. */
export const changedFieldLabels: Record<ChangedField, string> = {
  statement: t("changed.statement"),
  claimant: t("changed.claimant"),
  carriedBy: t("changed.carriedBy"),
  claimedOn: t("changed.claimedOn"),
  kind: t("changed.kind"),
  tags: t("changed.tags"),
  verdict: t("changed.verdict"),
  outcome: t("changed.outcome"),
  evidence: t("changed.evidence"),
  passage: t("changed.passage"),
  merge: t("changed.merge"),
};
