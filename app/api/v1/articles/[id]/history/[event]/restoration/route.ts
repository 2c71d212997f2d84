import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/history";
import { resource } from "@/lib/api/resource";
import { findAuditEvent } from "@/lib/db/audit-events";
import { ok } from "@/lib/result";
import { getArticle } from "@/lib/workflows/articles/get-article";
import { restoreEvent } from "@/lib/workflows/history/restore-event";
import { notFound } from "@/lib/workflows/refusals";

const restore = endpoint(operations.restoreFromHistory, async ({ actor, params, body }) => {
  const article = await getArticle(actor, { articleId: params.id ?? "" });
  if (!article.ok) return article;
  const event = await findAuditEvent(params.event ?? "");
  // Events of settings and sources have no article: what restores them needs other scopes.
  if (event?.articleId !== article.value.article.id) return notFound("event");
  const restored = await restoreEvent(actor, { event: event.id, ...body });
  return restored.ok ? ok({ body: undefined }) : restored;
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(restore);
