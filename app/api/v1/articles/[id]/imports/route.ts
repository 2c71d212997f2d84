import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/claim-imports";
import { resource } from "@/lib/api/resource";
import { decodeClaimFile } from "@/lib/claim-imports/decode-claim-file";
import { err, ok } from "@/lib/result";
import { importClaims } from "@/lib/workflows/claim-imports/import-claims";
import { previewClaimImport } from "@/lib/workflows/claim-imports/preview-claim-import";

const imports = endpoint(
  operations.importClaims,
  async ({ actor, params, query, body, file, idempotencyKey }) => {
    const articleId = params.id ?? "";
    const { name, versionId, rows, ratings, content } = file
      ? { ...body, content: decodeClaimFile(file.bytes), name: body.name ?? file.name }
      : body;
    const previewed = await previewClaimImport(actor, { articleId, content });
    if (!previewed.ok) return previewed;
    const { claims, ...plan } = previewed.value;
    const imported = query.preview
      ? ok({ imported: [] })
      : await importClaims(actor, {
          articleId,
          content,
          name: name ?? null,
          versionId: versionId ?? plan.versionId,
          ...(rows && { rows }),
          ...(ratings && { ratings }),
          operationId: idempotencyKey,
        });
    if (!imported.ok) {
      if (imported.error.kind !== "stale") return imported;
      return err({
        problem: "text-changed" as const,
        detail: "The article has a newer version. Preview the import again.",
        more: { versionId: plan.versionId },
      });
    }
    return ok({
      body: {
        preview: query.preview,
        versionId: plan.versionId,
        format: plan.format,
        ratings: plan.ratings.map(({ name, ratingKey }) => ({ name, rating: ratingKey })),
        rows: claims.map(({ row, statement, quote, rating, place, known, problems }) => ({
          row,
          statement,
          quote,
          rating,
          status: place.kind === "choose" ? place.why : place.kind,
          passages: place.kind === "placed" ? [place.passage] : place.kind === "choose" ? place.passages : [],
          known: known !== null,
          problems,
        })),
        imported: imported.value.imported,
      },
    });
  },
);

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(imports);
