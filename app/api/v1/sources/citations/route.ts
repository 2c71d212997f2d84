import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/desk/citations";
import { presentCitationEntry, presentCitationsFile } from "@/lib/api/presenters/desk/present-citations";
import { resource } from "@/lib/api/resource";
import { decodeClaimFile } from "@/lib/claim-imports/decode-claim-file";
import { ok } from "@/lib/result";
import { exportLibrary } from "@/lib/workflows/sources/export-citations";
import { importCitations, previewCitations } from "@/lib/workflows/sources/import-sources";

const download = endpoint(operations.exportCitations, async ({ actor, query }) => {
  const { format, q: text, ...filter } = query;
  const file = await exportLibrary(actor, { format, filter: { ...filter, query: text } });
  return file.ok ? ok(presentCitationsFile(file.value)) : file;
});

const imports = endpoint(operations.importCitations, async ({ actor, query, body, file }) => {
  const { rows } = body;
  const text = file ? decodeClaimFile(file.bytes) : body.text;
  const previewed = await previewCitations(actor, { text });
  if (!previewed.ok) return previewed;
  const { format } = previewed.value;
  const entries = previewed.value.entries.map(presentCitationEntry);
  const chosen = rows ?? entries.filter(({ problems }) => problems.length === 0).map(({ row }) => row);
  const imported =
    query.preview || (!rows && chosen.length === 0)
      ? ok({ taken: 0, known: 0 })
      : await importCitations(actor, { text, chosen });
  if (!imported.ok) return imported;
  const { taken, known } = imported.value;
  return ok({ body: { preview: query.preview, format, entries, imported: taken, known } });
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(download, imports);
