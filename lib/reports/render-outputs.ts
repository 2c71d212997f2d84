import { err, ok, type Result } from "@/lib/result";
import type { ExportFormat, PublicationOutput } from "./export-formats";
import { findRenderFault, type RenderFault } from "./find-render-fault";
import type { Report } from "./report";

/** An output that is being rendered. */
export interface OutputProgress {
  format: PublicationOutput;
  /** 1 for the first. */
  position: number;
  total: number;
}

/** A file of a report. */
export interface RenderedOutput {
  format: ExportFormat;
  bytes: Uint8Array;
}

export interface RenderFailure {
  format: PublicationOutput;
  /** What can't be rendered, if it was found. */
  fault: RenderFault | null;
  /** For the log. */
  cause: string;
}

export type RenderedOutputs = Result<RenderedOutput[], RenderFailure>;

/** Renders a Report as a file or as public pages. Pages are not returned: they are rendered again when they are published. */
export type OutputRenderer = (report: Report, output: PublicationOutput) => Promise<Uint8Array | null>;

/**
 * Renders outputs of a Report, one after the other, and stops at the first that fails.
 * @param onProgress called when an output is begun
 * @returns the files among them
 */
export async function renderOutputs(
  report: Report,
  outputs: readonly PublicationOutput[],
  render: OutputRenderer,
  onProgress: (progress: OutputProgress) => void = () => undefined,
): Promise<RenderedOutputs> {
  const files: RenderedOutput[] = [];
  for (const [index, format] of outputs.entries()) {
    onProgress({ format, position: index + 1, total: outputs.length });
    try {
      const bytes = await render(report, format);
      if (bytes && format !== "pages") files.push({ format, bytes });
    } catch (cause) {
      const fault = await findRenderFault(report, (part) =>
        render(part, format).then(
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
  return ok(files);
}
