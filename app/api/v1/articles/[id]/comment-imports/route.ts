import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/claim-imports";
import { resource } from "@/lib/api/resource";
import { err, ok } from "@/lib/result";
import { importComments } from "@/lib/workflows/claim-imports/import-comments";
import { previewComments } from "@/lib/workflows/claim-imports/preview-word-file";

const imports = endpoint(operations.importComments, async ({ actor, params, query, body, file: sent }) => {
  const articleId = params.id ?? "";
  const file = sent?.bytes ?? body.file;
  const { versionId, rows, verdicts } = body;
  const previewed = await previewComments(actor, { articleId, file });
  if (!previewed.ok) return previewed;
  const { comments, versionId: current } = previewed.value;
  const imported = query.preview
    ? ok({ imported: 0, verdicts: { set: 0, left: [] } })
    : await importComments(actor, {
        articleId,
        file,
        versionId: versionId ?? current,
        ...(rows && { rows }),
        ...(verdicts && { verdicts }),
      });
  if (!imported.ok) {
    if (imported.error.kind !== "stale") return imported;
    return err({
      problem: "text-changed" as const,
      detail: "The article has a newer version. Preview the import again.",
      more: { versionId: current },
    });
  }
  return ok({
    body: {
      preview: query.preview,
      versionId: current,
      comments: comments.map(({ row, thread, author, at, text, target, suggests, known }) => ({
        row,
        thread,
        author,
        at,
        text,
        claimId: target.on === "claim" ? target.claimId : null,
        passage:
          target.on === "passage" ? { start: target.start, end: target.end, exact: target.exact } : null,
        quote: target.on === "article" ? target.quote : null,
        suggests,
        known,
      })),
      imported: imported.value.imported,
      verdicts: {
        set: imported.value.verdicts.set,
        left: imported.value.verdicts.left.map(({ number, message }) => ({ number, detail: message })),
      },
    },
  });
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(imports);
