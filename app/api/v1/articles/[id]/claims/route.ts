import { claimContentOf } from "@/lib/api/claim-content-of";
import { formatClaimCursor, parseClaimCursor } from "@/lib/api/claim-cursor";
import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/claims";
import { etagOf } from "@/lib/api/precondition";
import { presentClaim } from "@/lib/api/presenters/present-claim";
import { resource } from "@/lib/api/resource";
import { err, ok } from "@/lib/result";
import { getArticle } from "@/lib/workflows/articles/get-article";
import { createClaim } from "@/lib/workflows/claims/create-claim";
import { listClaims } from "@/lib/workflows/claims/get-claim";

const list = endpoint(operations.listClaims, async ({ actor, params, query }) => {
  const after = parseClaimCursor(query.cursor);
  const page = await listClaims(actor, { articleId: params.id ?? "", after, limit: query.limit });
  if (!page.ok) return page;
  const { claims, next, total } = page.value;
  return ok({ body: { items: claims.map(presentClaim), nextCursor: formatClaimCursor(next), total } });
});

const create = endpoint(operations.createClaim, async ({ actor, params, body, idempotencyKey }) => {
  const articleId = params.id ?? "";
  const found = await getArticle(actor, { articleId });
  if (!found.ok) return found;
  const { version } = found.value;
  const { anchor, versionId = version.id } = body;
  const quote = "exact" in anchor ? anchor.exact : version.text.slice(anchor.start, anchor.end);
  const defaults = { statement: quote.replace(/\s+/g, " ").trim(), kind: "other" as const };
  const made = await createClaim(
    actor,
    { ...defaults, ...claimContentOf(body, null), articleId, versionId, anchor, idempotencyKey },
    { keepsDraft: true },
  );
  if (!made.ok) {
    if (made.error.kind !== "stale") return made;
    const { current, message: detail } = made.error as { current: { candidates?: unknown }; message: string };
    return current.candidates
      ? err({ problem: "ambiguous-quote" as const, detail, more: { candidates: current.candidates } })
      : err({
          problem: "text-changed" as const,
          detail: "The article has a newer version. Read it again and anchor the claim there.",
          more: { versionId: version.id },
        });
  }
  return ok({
    body: presentClaim(made.value),
    headers: { etag: etagOf(made.value), location: `/api/v1/claims/${made.value.id}` },
  });
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(list, create);
