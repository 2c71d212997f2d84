import { z } from "zod";
import { findArticle } from "@/lib/db/articles";
import { appendAuditEvent } from "@/lib/db/audit-events";
import { findMessage, lockMessage, updateMessage } from "@/lib/db/messages";
import { inTransaction } from "@/lib/db/transaction";
import type { Failure } from "@/lib/failure";
import type { ReaderMessage } from "@/lib/messages/message";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import { words } from "@/lib/words/words";
import { createClaim } from "@/lib/workflows/claims/create-claim";
import { asResult, invalid, notFound, parseInput } from "@/lib/workflows/refusals";
import { type AddedSource, addSource } from "@/lib/workflows/sources/add-source";

const t = words("inbox");

const claimInput = z.object({ id: z.string() });

/**
 * Marks the passage that a reader copied as a draft claim, in the current text of the article. A repeat answers with the same claim.
 * @returns where the claim is
 */
export async function markClaimOfMessage(
  actor: Actor,
  input: z.input<typeof claimInput>,
): Promise<Result<{ articleId: string; claimId: string }, Failure>> {
  const found = await findUsable(actor, input);
  if (!found.ok) return found;
  const message = found.value;
  if (message.madeClaim) return ok({ articleId: message.madeClaim.articleId, claimId: message.madeClaim.id });
  if (message.article === null) return invalid(t("error.noArticle"));
  if (message.quote === null) return invalid(t("error.noQuote"));
  const article = await findArticle(message.article.id);
  if (!article) return notFound("article");
  const made = await createClaim(
    actor,
    {
      articleId: article.id,
      versionId: article.currentVersionId,
      anchor: { exact: message.quote },
      statement: message.quote,
      kind: "other",
      idempotencyKey: `message-${message.id}`,
    },
    { keepsDraft: true },
  );
  if (!made.ok) return made;
  const claim = made.value;
  return record(actor, message.id, { madeClaimId: claim.id }, "message.mark-claim", {
    articleId: article.id,
    claimId: claim.id,
  });
}

const sourceInput = z.object({
  id: z.string(),
  /** Adds the source even if the desk has one with the same title. */
  allowSameTitle: z.boolean().default(false),
});

/** Adds the address that a reader sent to the library. A source that the desk has already is used. */
export async function addSourceOfMessage(
  actor: Actor,
  input: z.input<typeof sourceInput>,
): Promise<Result<AddedSource, Failure>> {
  const parsed = parseInput(sourceInput, input);
  if (!parsed.ok) return parsed;
  const found = await findUsable(actor, parsed.value);
  if (!found.ok) return found;
  const message = found.value;
  if (message.source) return ok({ kind: "known", id: message.source.id });
  if (message.url === null) return invalid(t("error.noUrl"));
  const { allowSameTitle } = parsed.value;
  const added = await addSource(actor, { address: message.url, title: "", allowSameTitle });
  if (!added.ok || added.value.kind === "same-title") return added;
  return record(actor, message.id, { sourceId: added.value.id }, "message.add-source", added.value);
}

async function findUsable(actor: Actor, input: { id: string }): Promise<Result<ReaderMessage, Failure>> {
  const allowed = asResult(can(actor, "handle", "message"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(claimInput, input);
  if (!parsed.ok) return parsed;
  const message = await findMessage(parsed.value.id);
  if (!message) return notFound("message");
  return message.erasedAt === null ? ok(message) : invalid(t("error.gone"));
}

/** Stores what was made of a message, once. */
async function record<T>(
  actor: Actor,
  id: string,
  made: { madeClaimId: string } | { sourceId: string },
  action: "message.mark-claim" | "message.add-source",
  answer: T,
): Promise<Result<T, Failure>> {
  return inTransaction(async (tx) => {
    const message = await lockMessage(tx, id);
    if (!message) return notFound("message");
    if ("sourceId" in made ? message.source : message.madeClaim) return ok(answer);
    const state = message.state === "new" ? "open" : message.state;
    await updateMessage(tx, id, { ...made, state });
    await appendAuditEvent(tx, {
      actorId: actor.id,
      action,
      targetType: "message",
      targetId: id,
      from: { state: message.state },
      to: { state, ...made },
    });
    return ok(answer);
  });
}
