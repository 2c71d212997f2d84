import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/article-work/figures";
import { presentFile } from "@/lib/api/presenters/present-report-job";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { exportProcessFigures } from "@/lib/workflows/figures/export-process-figures";

const download = endpoint(operations.exportFigures, async ({ actor, query }) => {
  const file = await exportProcessFigures(actor, query, new Date());
  return file.ok ? ok(presentFile(file.value)) : file;
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(download);
