import type { Failure } from "@/lib/failure";
import { figuresCsv } from "@/lib/figures/figures-csv";
import type { Actor } from "@/lib/policies/actor";
import { EXPORT_FILES } from "@/lib/reports/export-formats";
import { ok, type Result } from "@/lib/result";
import type { DownloadedFile } from "@/lib/workflows/reports/downloaded-file";
import { type FiguresInput, getProcessFigures } from "./get-process-figures";

/** The figures of a period as a CSV file. See `getProcessFigures`. */
export async function exportProcessFigures(
  actor: Actor,
  input: FiguresInput,
  now: Date,
): Promise<Result<DownloadedFile, Failure>> {
  const found = await getProcessFigures(actor, input, now);
  if (!found.ok) return found;
  const { from, to, figures } = found.value;
  return ok({
    name: `figures-${from}-to-${to}.csv`,
    type: EXPORT_FILES.csv.type,
    bytes: Buffer.from(figuresCsv(figures)),
    etag: null,
    language: "en",
  });
}
