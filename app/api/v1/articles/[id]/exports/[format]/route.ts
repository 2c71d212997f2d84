import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/articles";
import { readerAddress } from "@/lib/api/presenters/present-article";
import { resource } from "@/lib/api/resource";
import { findCurrentPublication } from "@/lib/db/public-publications";
import { reportFile } from "@/lib/documents/report-file";
import { EXPORT_FILES, EXPORT_FORMATS } from "@/lib/reports/export-formats";
import { err, ok } from "@/lib/result";
import { signedJson } from "@/lib/signatures/signed-json";
import { getArticle } from "@/lib/workflows/articles/get-article";

const download = endpoint(operations.exportArticle, async ({ actor, params }) => {
  const found = await getArticle(actor, { articleId: params.id ?? "" });
  if (!found.ok) return found;
  const format = EXPORT_FORMATS.find((each) => each === params.format);
  if (!format)
    return err({
      problem: "not-found" as const,
      detail: `This format does not exist. Available formats: ${EXPORT_FORMATS.join(", ")}.`,
    });
  const { slug } = found.value.article;
  const publication = await findCurrentPublication(slug);
  if (!publication)
    return err({ problem: "not-published" as const, detail: "Publish the article first, then export it." });
  const rendered = await reportFile({
    publication,
    format,
    address: readerAddress(slug),
  });
  if (!rendered.ok)
    return err({
      kind: "unavailable" as const,
      message: "This file could not be made. Try again in a few minutes, or export another format.",
    });
  const { bytes } = rendered.value;
  return ok({
    bytes: new Uint8Array(format === "json" ? await signedJson({ publication, json: bytes }) : bytes),
    headers: {
      "content-type": EXPORT_FILES[format].type,
      "content-disposition": `attachment; filename="${slug}-${EXPORT_FILES[format].name}"`,
      etag: `"${publication.id}-${publication.revision}-${format}"`,
    },
  });
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(download);
