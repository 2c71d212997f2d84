import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/versions";
import { parseNumber } from "@/lib/api/parse-number";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { compareVersions } from "@/lib/workflows/articles/compare-versions";
import { getArticleVersion } from "@/lib/workflows/articles/get-article";
import { notFound } from "@/lib/workflows/refusals";

const compare = endpoint(operations.compareVersions, async ({ actor, params, query }) => {
  const articleId = params.id ?? "";
  const to = parseNumber(params.number) ?? 0;
  const from = query.from ?? to - 1;
  if (from === to) return notFound("version");
  for (const number of [from, to]) {
    const version = await getArticleVersion(actor, { articleId, number });
    if (!version.ok) return version;
  }
  const found = await compareVersions(actor, { articleId, from, to });
  if (!found.ok) return found;
  const { compared } = found.value;
  return compared ? ok({ body: compared }) : notFound("version");
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(compare);
