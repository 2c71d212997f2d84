import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/comments";
import { presentThread } from "@/lib/api/presenters/present-thread";
import { resource } from "@/lib/api/resource";
import type { CommentTargetInput } from "@/lib/comments/comment-input";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { err, ok, type Result } from "@/lib/result";
import { getArticle } from "@/lib/workflows/articles/get-article";
import { getClaim } from "@/lib/workflows/claims/get-claim";
import { createComment } from "@/lib/workflows/comments/create-comment";
import { pageThreads } from "@/lib/workflows/comments/read-threads";
import { notFound } from "@/lib/workflows/refusals";

const list = endpoint(operations.listThreads, async ({ actor, params, query }) => {
  const { cursor, limit, claim, resolved } = query;
  const page = await pageThreads(actor, {
    articleId: params.id ?? "",
    claimId: claim,
    resolved: resolved && resolved === "true",
    after: cursor ?? null,
    limit,
  });
  if (!page.ok) return page;
  const { threads, next, total } = page.value;
  return ok({ body: { items: threads.map(presentThread), nextCursor: next, total } });
});

const start = endpoint(operations.startThread, async ({ actor, params, body }) => {
  const articleId = params.id ?? "";
  const target = await targetOf(actor, articleId, body);
  if (!target.ok) return target;
  // The caller's key is kept with the call. The workflow's own keys are for outboxes, where a second text replaces the first.
  const idempotencyKey = crypto.randomUUID();
  const made = await createComment(actor, { target: target.value, body: body.body, idempotencyKey });
  if (!made.ok) {
    if (made.error.kind !== "stale") return made;
    const detail = "The article has a newer version. Read it again and comment on the passage there.";
    return err({
      problem: "text-changed" as const,
      detail,
      more: made.error.current as { versionId: string },
    });
  }
  const { thread } = made.value;
  return ok({ body: presentThread(thread), headers: { location: `/api/v1/threads/${thread.id}` } });
});

/** What a new thread is about, which is in the article of the address. */
async function targetOf(
  actor: Actor,
  articleId: string,
  about:
    | { claim: string }
    | { passage: { start: number; end: number; versionId?: string | undefined } }
    | object,
): Promise<Result<CommentTargetInput, Failure>> {
  if ("claim" in about) {
    const claim = await getClaim(actor, { claimId: about.claim });
    if (!claim.ok) return claim;
    return claim.value.articleId === articleId
      ? ok({ on: "claim", claimId: claim.value.id })
      : notFound("claim");
  }
  if ("passage" in about) {
    const article = await getArticle(actor, { articleId });
    if (!article.ok) return article;
    const { start, end, versionId = article.value.version.id } = about.passage;
    return ok({ on: "passage", articleId, versionId, start, end });
  }
  return ok({ on: "article", articleId });
}

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(list, start);
