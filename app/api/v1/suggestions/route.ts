import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/search";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { suggestClaims } from "@/lib/workflows/claims/suggest-claims";

const suggest = endpoint(operations.suggestClaims, async ({ actor, body }) => {
  const input = "articleId" in body ? body : { text: body.text, language: body.language };
  const found = await suggestClaims(actor, input);
  if (!found.ok) return found;
  const { suggestions, versionId, complete } = found.value;
  return ok({ body: { versionId, complete, items: suggestions } });
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(suggest);
