import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/publications";
import { parseNumber } from "@/lib/api/parse-number";
import { readerAddress } from "@/lib/api/presenters/present-article";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { listPublications } from "@/lib/workflows/publication/list-publications";

const list = endpoint(operations.listPublications, async ({ actor, params, query: { cursor, limit } }) => {
  const page = await listPublications(actor, {
    articleId: params.id ?? "",
    after: parseNumber(cursor),
    limit,
  });
  if (!page.ok) return page;
  const { slug, publications, next, total } = page.value;
  return ok({
    body: {
      items: publications.map(({ id, number, publishedAt, current }) => ({
        id,
        number,
        publishedAt,
        current,
        url: current ? readerAddress(slug) : null,
      })),
      nextCursor: next === null ? null : String(next),
      total,
    },
  });
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(list);
