import { err, ok, type Result } from "@/lib/result";
import type { ExportFormat } from "./export-formats";
import { exportReport } from "./export-report";
import { findRenderFault, type RenderFault } from "./find-render-fault";
import type { Report } from "./report";

/** A format that is being rendered. */
export interface OutputProgress {
  format: ExportFormat;
  /** 1 for the first. */
  position: number;
  total: number;
}

export interface RenderedOutput {
  format: ExportFormat;
  bytes: Uint8Array;
}

export interface RenderFailure {
  format: ExportFormat;
  /** What can't be rendered, if it was found. */
  fault: RenderFault | null;
  /** For the log. */
  cause: string;
}

export type RenderedOutputs = Result<RenderedOutput[], RenderFailure>;

/**
 * Renders a Report in several formats, one after the other, and stops at the first that fails.
 * @param address public URL of the article's page
 * @param onProgress called when a format is begun
 * @param render how a format is rendered
 */
export async function renderOutputs(
  report: Report,
  formats: readonly ExportFormat[],
  address: string,
  onProgress: (progress: OutputProgress) => void = () => undefined,
  render: typeof exportReport = exportReport,
): Promise<RenderedOutputs> {
  const outputs: RenderedOutput[] = [];
  for (const [index, format] of formats.entries()) {
    onProgress({ format, position: index + 1, total: formats.length });
    try {
      outputs.push({ format, bytes: await render(report, format, address) });
    } catch (cause) {
      const fault = await findRenderFault(report, (part) =>
        render(part, format, address).then(
          () => false,
          () => true,
        ),
      );
      return err({
        format,
        fault,
        cause: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause),
      });
    }
  }
  return ok(outputs);
}
