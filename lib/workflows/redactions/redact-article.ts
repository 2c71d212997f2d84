import { inTransactionOnce } from "@/lib/db/applied-operations";
import { lockArticle } from "@/lib/db/articles";
import { appendAuditEvent } from "@/lib/db/audit-events";
import { storePublicRows } from "@/lib/db/public-rows";
import { previewRedaction } from "@/lib/db/read-publication";
import { insertRedaction } from "@/lib/db/redactions";
import { forgetWebhookRequests } from "@/lib/db/webhooks";
import { warmDocuments } from "@/lib/documents/answer-document";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { Eraser } from "@/lib/redactions/eraser";
import type { RedactionKind } from "@/lib/redactions/redaction";
import { type RedactInput, redactInput } from "@/lib/redactions/redaction-input";
import { err, ok, type Result } from "@/lib/result";
import { asResult, invalid, notFound, parseInput } from "@/lib/workflows/refusals";
import { candidateRedaction } from "./candidate-redaction";

/** A redaction that was made, without what it hides. */
export interface RedactionMade {
  id: string;
  /** Within the article. */
  number: number;
  kind: RedactionKind;
  reason: string;
  /** ISO 8601 instant. */
  at: string;
  /** Numbers of the publications that it changed. */
  publications: number[];
  /** How many items it removed from them. */
  spots: number;
}

/**
 * Takes something out of all publications of an article, past and future. Nothing stored changes: the redaction is appended, and every
 * read applies it from the commit on. The audit log names its kind and reason, not what it hides.
 */
export async function redactArticle(
  actor: Actor,
  input: RedactInput,
): Promise<Result<RedactionMade, Failure>> {
  const allowed = asResult(can(actor, "redact", "article"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(redactInput, input);
  if (!parsed.ok) return parsed;
  const { articleId, target, reason, privateNote, seen, operationId } = parsed.value;
  let slug: string | undefined;
  const made = await inTransactionOnce<RedactionMade>(actor.id, operationId, async (tx) => {
    const article = await lockArticle(tx, articleId);
    if (!article) return notFound("article");
    slug = article.slug;
    const at = new Date();
    const candidate = await candidateRedaction(articleId, { target, reason, at }, tx);
    if (!candidate.ok) return candidate;
    const { redaction, seen: current } = candidate.value;
    if (seen && (seen.publication !== current.publication || seen.redactions !== current.redactions))
      return err({
        kind: "stale",
        message: "The article was published or redacted in the meantime. Preview the redaction again.",
        current,
      });
    if (new Eraser([redaction]).ranges(reason, { part: "other", number: null }).length > 0)
      return invalid("The public reason repeats what it hides. Describe the reason without it.", {
        reason: ["Readers would see what you redact."],
      });
    const touched = await previewRedaction(articleId, redaction, tx);
    const spots = touched.reduce((sum, each) => sum + each.spots.length, 0);
    if (spots === 0)
      return invalid("No publication of this article shows this. Check the spelling, or what you chose.");
    const id = crypto.randomUUID();
    const { number } = redaction;
    await insertRedaction(tx, {
      id,
      articleId,
      number,
      target: redaction.target,
      reason,
      privateNote,
      byId: actor.id,
      at,
    });
    await storePublicRows(tx, articleId);
    const publications = touched.map((each) => each.number);
    await forgetWebhookRequests(tx, articleId);
    await appendAuditEvent(tx, {
      actorId: actor.id,
      action: "article.redact",
      targetType: "article",
      targetId: articleId,
      articleId,
      to: { redaction: number, kind: target.kind, reason, publications, spots },
    });
    return ok({ id, number, kind: target.kind, reason, at: at.toISOString(), publications, spots });
  });
  if (made.ok && slug !== undefined) await warmDocuments(slug);
  return made;
}
