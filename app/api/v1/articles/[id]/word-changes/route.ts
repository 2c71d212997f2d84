import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/claim-imports";
import { resource } from "@/lib/api/resource";
import { err, ok } from "@/lib/result";
import { acceptWordChanges } from "@/lib/workflows/claim-imports/accept-word-changes";
import { previewWordFile } from "@/lib/workflows/claim-imports/preview-word-file";

const accept = endpoint(operations.acceptWordChanges, async ({ actor, params, query, body, file: sent }) => {
  const articleId = params.id ?? "";
  const file = sent?.bytes ?? body.file;
  const { versionId, rows } = body;
  const previewed = await previewWordFile(actor, { articleId, file });
  if (!previewed.ok) return previewed;
  const { changes, versionId: current } = previewed.value;
  const placed = changes.flatMap(({ row, target }) => (target.kind === "placed" ? [row] : []));
  const chosen = [...new Set(query.preview ? [] : (rows ?? placed))];
  const accepted = query.preview
    ? ok(null)
    : await acceptWordChanges(actor, { articleId, file, versionId: versionId ?? current, rows: chosen });
  if (!accepted.ok) {
    if (accepted.error.kind !== "stale") return accepted;
    return err({
      problem: "text-changed" as const,
      detail: "The article has a newer version. Preview the changes again.",
      more: { versionId: current },
    });
  }
  return ok({
    body: {
      preview: query.preview,
      versionId: current,
      changes: changes.map(({ row, author, at, before, after, target }) => ({
        row,
        author,
        at,
        before,
        after,
        status: target.kind,
        passage: target.kind === "placed" ? { start: target.start, end: target.end } : null,
      })),
      accepted: chosen,
      version: accepted.value && {
        id: accepted.value.version.id,
        number: accepted.value.version.number,
      },
      outcomes: accepted.value?.outcomes ?? null,
    },
  });
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(accept);
