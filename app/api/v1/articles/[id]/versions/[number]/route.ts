import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/versions";
import { parseNumber } from "@/lib/api/parse-number";
import { presentVersion } from "@/lib/api/presenters/present-version";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { getArticleVersion } from "@/lib/workflows/articles/get-article";

const get = endpoint(operations.getVersion, async ({ actor, params }) => {
  // Versions are counted from 1: what is no number finds nothing.
  const number = parseNumber(params.number) ?? 0;
  const found = await getArticleVersion(actor, { articleId: params.id ?? "", number });
  return found.ok ? ok({ body: presentVersion(found.value) }) : found;
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(get);
