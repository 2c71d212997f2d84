import type { z } from "zod";
import type { Claim } from "@/lib/claims/claim";
import type { claimSchema } from "../schemas/claim";
import { presentCitedSource } from "./present-source";

export function presentClaim(claim: Claim): z.output<typeof claimSchema> {
  const { anchor, verdict, outcome } = claim;
  return {
    id: claim.id,
    articleId: claim.articleId,
    number: claim.number,
    statement: claim.statement,
    claimant: claim.claimant && {
      id: claim.claimant.id,
      kind: claim.claimant.kind,
      name: claim.claimant.name,
      role: claim.claimant.role,
      sameAs: claim.claimant.sameAs,
    },
    carriedBy: claim.carriedBy,
    claimedAt: claim.claimedOn,
    kind: claim.kind,
    tags: claim.tags,
    state: claim.state,
    excluded: claim.excluded,
    excludedReason: claim.excludedReason,
    revision: claim.revision,
    anchor: {
      versionId: anchor.versionId,
      start: anchor.start,
      end: anchor.end,
      exact: anchor.exact,
      prefix: anchor.prefix,
      suffix: anchor.suffix,
      outcome: anchor.outcome,
      score: anchor.score,
    },
    verdict: verdict && {
      rating: verdict.ratingKey,
      rationale: verdict.rationaleText,
      givenBy: { id: verdict.givenBy.id, name: verdict.givenBy.name },
      givenAt: verdict.givenAt,
    },
    outcome: outcome && {
      kind: outcome.kind,
      wording: outcome.wording,
      question: outcome.question,
      note: outcome.note,
      decided: outcome.decided && {
        decision: outcome.decided.decision,
        by: { id: outcome.decided.by.id, name: outcome.decided.by.name },
      },
      givenBy: { id: outcome.givenBy.id, name: outcome.givenBy.name },
      givenAt: outcome.givenAt,
      answers: outcome.answers.map(({ decision, text, by, at }) => ({ decision, text, by, at })),
    },
    evidence: claim.evidence.map((each) => ({
      id: each.id,
      stance: each.stance,
      excerpt: each.excerpt,
      note: each.note,
      accessedAt: each.accessedOn,
      archiveUrl: each.archiveUrl,
      source: presentCitedSource(each.source),
    })),
    assignee: claim.assignee && { id: claim.assignee.id, name: claim.assignee.name },
    createdBy: { id: claim.createdBy.id, name: claim.createdBy.name },
    lastEditedBy: { id: claim.lastEditedBy.id, name: claim.lastEditedBy.name },
    createdAt: claim.createdAt,
    updatedAt: claim.updatedAt,
  };
}
