import { z } from "zod";
import type { Claim } from "@/lib/claims/claim";
import { adoptedContent } from "@/lib/claims/claim-content";
import { findArticle, lockArticlesOf } from "@/lib/db/articles";
import { appendAuditEvent } from "@/lib/db/audit-events";
import {
  FAMILY_LIMIT,
  joinFamilies,
  leaveFamily,
  listRelatives,
  listSimilarClaims,
  type Relative,
  setAdoption,
} from "@/lib/db/claim-families";
import { findClaim, lockClaim } from "@/lib/db/claims";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import type { Failure } from "@/lib/failure";
import { operationId } from "@/lib/input-fields";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { claimTarget } from "@/lib/policies/claim-target";
import { err, ok, type Result } from "@/lib/result";
import { words } from "@/lib/words/words";
import { updateClaim } from "@/lib/workflows/claims/update-claim";
import { closeFlags } from "@/lib/workflows/flags/close-flags";
import { asResult, invalid, notFound, parseInput } from "@/lib/workflows/refusals";

/** Similar claims that are offered. */
const SIMILAR_LIMIT = 5;

const claimInput = z.object({ claimId: z.string() });

/** Claims of other articles that may say the same as a claim, the most similar first. */
export async function findSameClaims(
  actor: Actor,
  input: z.input<typeof claimInput>,
): Promise<Result<Relative[], Failure>> {
  const allowed = asResult(can(actor, "read", "article"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(claimInput, input);
  if (!parsed.ok) return parsed;
  const claim = await findClaim(parsed.value.claimId);
  if (!claim || claim.deleted) return notFound("claim");
  return ok(await listSimilarClaims(claim, SIMILAR_LIMIT));
}

const linkInput = z.object({ claimId: z.string(), otherId: z.string() });

export type LinkClaimsInput = z.input<typeof linkInput>;

/** Makes two claims of different articles one family: when the verdict or evidence of one changes, the others are flagged. */
export async function linkClaims(actor: Actor, input: LinkClaimsInput): Promise<Result<Relative[], Failure>> {
  const allowed = asResult(can(actor, "edit", "claim"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(linkInput, input);
  if (!parsed.ok) return parsed;
  const { claimId, otherId } = parsed.value;
  return inTransaction(async (tx) => {
    const linked = await join(tx, actor, claimId, otherId);
    return linked.ok ? ok(await listRelatives(tx, claimId)) : linked;
  });
}

/** Locks two claims, in the order of their ids, and makes them one family. Linking linked claims again changes nothing. */
async function join(tx: Tx, actor: Actor, claimId: string, otherId: string): Promise<Result<null, Failure>> {
  const t = words("watching");
  const locked = new Map<string, Claim>();
  await lockArticlesOf(tx, [claimId, otherId]);
  for (const id of [claimId, otherId].sort()) {
    const claim = await lockClaim(tx, id);
    if (!claim || claim.deleted) return notFound("claim");
    const allowed = asResult(can(actor, "edit", "claim", claimTarget(claim)));
    if (!allowed.ok) return allowed;
    locked.set(id, claim);
  }
  const [claim, other] = [locked.get(claimId) as Claim, locked.get(otherId) as Claim];
  if (claim.articleId === other.articleId) return invalid(t("error.sameArticle"));
  if ((await listRelatives(tx, claimId)).some((relative) => relative.claimId === otherId)) return ok(null);
  if (!(await joinFamilies(tx, [claimId, otherId], actor.id)))
    return invalid(t("error.familyFull", { max: FAMILY_LIMIT - 1 }));
  for (const [each, partner] of [
    [claim, other],
    [other, claim],
  ] as const)
    await appendAuditEvent(tx, {
      actorId: actor.id,
      action: "claim.link-family",
      targetType: "claim",
      targetId: each.id,
      articleId: each.articleId,
      to: {
        claimId: partner.id,
        articleTitle: (await findArticle(partner.articleId, tx))?.title ?? "",
      },
    });
  return ok(null);
}

/** Takes a claim out of its family. Its verdict and evidence stay; what flagged it because of the family is withdrawn. */
export async function unlinkClaim(
  actor: Actor,
  input: z.input<typeof claimInput>,
  now = new Date(),
): Promise<Result<null, Failure>> {
  const parsed = parseInput(claimInput, input);
  if (!parsed.ok) return parsed;
  return inTransaction(async (tx) => {
    const claim = await lockClaim(tx, parsed.value.claimId);
    if (!claim || claim.deleted) return notFound("claim");
    const allowed = asResult(can(actor, "edit", "claim", claimTarget(claim)));
    if (!allowed.ok) return allowed;
    if (!(await leaveFamily(tx, claim.id))) return ok(null);
    await closeFlags(
      tx,
      { claimId: claim.id, kinds: ["family_changed"] },
      { actorId: actor.id, at: now, outcome: "withdrawn", note: null },
    );
    await appendAuditEvent(tx, {
      actorId: actor.id,
      action: "claim.unlink-family",
      targetType: "claim",
      targetId: claim.id,
      articleId: claim.articleId,
    });
    return ok(null);
  });
}

const adoptInput = z.object({
  claimId: z.string(),
  revision: z.int(),
  /** The claim of another article. */
  fromId: z.string(),
  operationId,
});

export type AdoptVerdictInput = z.input<typeof adoptInput>;

/**
 * Gives a claim the verdict, rationale and evidence of the same claim in another article, and links the two. The sources are linked, not
 * copied; a claim that was signed off goes back to draft, like after every change of its verdict.
 */
export async function adoptVerdict(
  actor: Actor,
  input: AdoptVerdictInput,
  now = new Date(),
): Promise<Result<Claim, Failure>> {
  const allowed = asResult(can(actor, "edit", "claim"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(adoptInput, input);
  if (!parsed.ok) return parsed;
  const { claimId, revision, fromId, operationId: key } = parsed.value;
  const t = words("watching");
  const [claim, from] = [await findClaim(claimId), await findClaim(fromId)];
  if (!claim || claim.deleted || !from || from.deleted) return notFound("claim");
  if (!from.verdict) return invalid(t("error.noVerdict"));
  const adopted = await updateClaim(
    actor,
    { ...adoptedContent(claim, from), claimId, revision, ...(key === undefined ? {} : { operationId: key }) },
    {
      keepsDraft: true,
      adopted: {
        fromId,
        async link(tx) {
          const linked = await join(tx, actor, claimId, fromId);
          if (!linked.ok) return linked;
          await setAdoption(tx, claimId, fromId);
          await closeFlags(
            tx,
            { claimId, kinds: ["family_changed"] },
            { actorId: actor.id, at: now, outcome: "adopted", note: null },
          );
          return ok(null);
        },
      },
    },
  );
  if (adopted.ok || adopted.error.kind !== "invalid" || !adopted.error.fields?.["verdict.ratingKey"])
    return adopted;
  return err({ ...adopted.error, message: t("error.otherScale") });
}
