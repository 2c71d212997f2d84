import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/articles";
import { refuseList } from "@/lib/api/refuse-list";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { getArticle } from "@/lib/workflows/articles/get-article";
import { previewForApi } from "@/lib/workflows/articles/import-for-api";

const preview = endpoint(operations.previewVersion, async ({ actor, params, body, file, signal }) => {
  const articleId = params.id ?? "";
  const before = await getArticle(actor, { articleId });
  if (!before.ok) return before;
  const previewed = await previewForApi(
    actor,
    {
      articleId,
      versionId: before.value.version.id,
      article: file ?? ("content" in body ? body : { address: body.url }),
    },
    signal,
  );
  if (!previewed.ok) return previewed;
  if (previewed.value.kind === "list") return refuseList(previewed.value.list);
  const { notes, preview: foreseen } = previewed.value;
  return ok({ body: { notes, outcomes: foreseen.counts, claims: foreseen.claims } });
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(preview);
