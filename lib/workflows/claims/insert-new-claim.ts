import type { AnchorDescription } from "@/lib/anchoring/describe-anchor";
import type { ArticlePurpose } from "@/lib/claims/article-purpose";
import type { Claim } from "@/lib/claims/claim";
import type { ClaimContent } from "@/lib/claims/claim-input";
import { appendAuditEvent } from "@/lib/db/audit-events";
import { findClaim, insertClaim } from "@/lib/db/claims";
import type { Tx } from "@/lib/db/transaction";
import type { Failure } from "@/lib/failure";
import { recordOf } from "@/lib/history/claim-record";
import type { Actor } from "@/lib/policies/actor";
import { ok, type Result } from "@/lib/result";
import { resolveClaimant } from "@/lib/workflows/claimants/resolve-claimant";
import { notFound } from "@/lib/workflows/refusals";
import { type EvidenceOptions, writeClaimOutcome, writeEvidence, writeVerdict } from "./write-claim-content";

/** A claim that is not stored yet, with its passage in the article's current version. */
export interface NewClaim extends ClaimContent {
  versionId: string;
  /** Unique over all claims. */
  idempotencyKey: string;
  anchor: AnchorDescription;
}

/** Stores a claim with its verdict and sources, and logs it. The caller has asked `can`, checked the tags and locked the article. */
export async function insertNewClaim(
  tx: Tx,
  actor: Actor,
  article: { id: string; scaleId: string; purpose: ArticlePurpose },
  { verdict, outcome, evidence, claimant, ...fields }: NewClaim,
  options: EvidenceOptions = {},
): Promise<Result<Claim, Failure>> {
  const named = await resolveClaimant(tx, actor, claimant);
  if (!named.ok) return named;
  const articleId = article.id;
  const id = await insertClaim(tx, { ...fields, ...named.value, articleId, actorId: actor.id });
  const wroteVerdict = await writeVerdict(tx, actor, { id, verdict: null }, article.scaleId, verdict);
  if (!wroteVerdict.ok) return wroteVerdict;
  const about = { purpose: article.purpose, passage: fields.anchor.exact };
  const wroteOutcome = await writeClaimOutcome(tx, actor, { id, outcome: null }, about, outcome ?? undefined);
  if (!wroteOutcome.ok) return wroteOutcome;
  const wroteEvidence = await writeEvidence(tx, actor, id, evidence, options);
  if (!wroteEvidence.ok) return wroteEvidence;
  const claim = await findClaim(id, tx);
  if (!claim) return notFound("claim");
  await appendAuditEvent(tx, {
    actorId: actor.id,
    action: "claim.create",
    targetType: "claim",
    targetId: id,
    articleId,
    to: { ...recordOf(claim), anchor: fields.anchor },
  });
  return ok(claim);
}
