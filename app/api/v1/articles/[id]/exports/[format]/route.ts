import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/articles";
import { resource } from "@/lib/api/resource";
import { contentDisposition } from "@/lib/content-disposition";
import { findPublishedSlug } from "@/lib/db/public-publications";
import { EXPORT_FORMATS } from "@/lib/reports/export-formats";
import { err, ok } from "@/lib/result";
import { getArticle } from "@/lib/workflows/articles/get-article";
import { exportArticleReport } from "@/lib/workflows/reports/export-article-report";

const download = endpoint(operations.exportArticle, async ({ actor, params, query }) => {
  const found = await getArticle(actor, { articleId: params.id ?? "" });
  if (!found.ok) return found;
  const format = EXPORT_FORMATS.find((each) => each === params.format);
  if (!format)
    return err({
      problem: "not-found" as const,
      detail: `This format does not exist. Available formats: ${EXPORT_FORMATS.join(", ")}.`,
    });
  const { id: articleId } = found.value.article;
  if (query.of === "published" && (await findPublishedSlug(articleId)) === null)
    return err({
      problem: "not-published" as const,
      detail: "Publish the article first, then export it; or export the draft with of=draft.",
    });
  const exported = await exportArticleReport(actor, { articleId, format, ...query });
  if (!exported.ok) return exported;
  const { name, type, bytes, etag } = exported.value;
  return ok({
    bytes: new Uint8Array(bytes),
    headers: {
      "content-type": type,
      "content-disposition": contentDisposition("attachment", name),
      ...(etag === null ? {} : { etag }),
    },
  });
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(download);
