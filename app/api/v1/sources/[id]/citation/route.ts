import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/desk/citations";
import { presentCitationsFile } from "@/lib/api/presenters/desk/present-citations";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { exportSource } from "@/lib/workflows/sources/export-citations";

const download = endpoint(operations.exportCitation, async ({ actor, params, query }) => {
  const file = await exportSource(actor, { id: params.id ?? "", format: query.format });
  return file.ok ? ok(presentCitationsFile(file.value)) : file;
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(download);
