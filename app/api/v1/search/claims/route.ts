import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/search";
import { resource } from "@/lib/api/resource";
import { formatSearchCursor, parseSearchCursor } from "@/lib/api/search-cursor";
import { ok } from "@/lib/result";
import { searchClaims } from "@/lib/workflows/search/search-claims";

const search = endpoint(operations.searchClaims, async ({ actor, query: { q, limit, cursor } }) => {
  const found = await searchClaims(actor, { query: q, limit, after: parseSearchCursor(cursor) });
  if (!found.ok) return found;
  const { claims, hasMore } = found.value;
  const items = claims.map(
    ({ id, articleId, articleTitle, number, statement, state, rating, updatedAt }) => ({
      id,
      articleId,
      articleTitle,
      number,
      statement,
      state,
      rating,
      updatedAt: updatedAt.toISOString(),
    }),
  );
  return ok({ body: { items, nextCursor: hasMore ? formatSearchCursor(claims.at(-1)) : null } });
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(search);
