import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/redactions";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { listRedactions } from "@/lib/workflows/redactions/list-redactions";
import { redactArticle } from "@/lib/workflows/redactions/redact-article";

const list = endpoint(operations.listRedactions, async ({ actor, params }) => {
  const redactions = await listRedactions(actor, { articleId: params.id ?? "" });
  if (!redactions.ok) return redactions;
  return ok({
    body: {
      items: redactions.value.map(({ id, number, target, reason, at, by }) => ({
        id,
        number,
        kind: target.kind,
        reason,
        at,
        by,
      })),
    },
  });
});

const redact = endpoint(operations.redactArticle, async ({ actor, params, body, idempotencyKey }) => {
  const articleId = params.id ?? "";
  const made = await redactArticle(actor, { ...body, articleId, operationId: idempotencyKey });
  if (!made.ok) return made;
  const { id, number, kind, reason, at, publications, spots } = made.value;
  return ok({
    body: { id, number, kind, reason, at, publications, spots },
    headers: { location: `/api/v1/articles/${encodeURIComponent(articleId)}/redactions` },
  });
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(list, redact);
