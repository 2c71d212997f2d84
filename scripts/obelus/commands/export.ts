import { rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { type Command, Option } from "commander";
import type { Publication } from "../../../lib/db/read-publication";
import { exportReport } from "../../../lib/document-bundle/export-report";
import { EXPORT_FORMATS, type ExportFormat } from "../../../lib/reports/export-formats";
import { ensureDocumentBundle } from "../../steps/bundle-documents";
import { readSettings } from "../../steps/read-settings";
import { CommandError } from "../command-error";
import { withDatabase } from "../with-database";

/** `export` */
export function addExport(program: Command): void {
  program
    .command("export")
    .description("write the fact-check report of a published article")
    .argument("<slug>", "the article's name in its address, /articles/<slug>")
    .addOption(
      new Option("--format <format>", "the file format").choices(EXPORT_FORMATS).makeOptionMandatory(),
    )
    .option("--out <file>", "the file to write; - for standard output", "-")
    .action(async (slug: string, { format, out }: { format: ExportFormat; out: string }) => {
      const address = `${readSettings().publicUrl}/articles/${slug}`;
      const { publication, logo, signed } = await withDatabase(async () => {
        const { findCurrentPublication } = await import("../../../lib/db/public-publications");
        const { findInlineLogo } = await import("../../../lib/documents/inline-logo");
        const found = await findCurrentPublication(slug);
        return {
          publication: found,
          logo: found && (await findInlineLogo(found.report)),
          signed: found && format === "json" ? await exportSigned(found, address) : null,
        };
      });
      if (!publication)
        throw new CommandError(
          `No published article is named ${slug}. Use the last part of its address, /articles/<name>.`,
        );
      if (format === "html") await ensureDocumentBundle();
      const bytes = signed ?? (await exportReport(publication.report, format, address, { logo }));
      if (out === "-") await new Promise((resolve) => process.stdout.write(bytes, resolve));
      else await writeAtomically(out, bytes);
    });
}

/** The report as JSON with the signature that readers get. */
async function exportSigned(publication: Publication, address: string): Promise<Buffer> {
  const { signedJson } = await import("../../../lib/signatures/signed-json");
  const json = await exportReport(publication.report, "json", address);
  return signedJson({ publication, json });
}

/** Writes a temporary file and renames it, so that a full disk or a crash leaves either the old file or the new one. */
async function writeAtomically(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = `${path}.${process.pid}.new`;
  try {
    await writeFile(temporary, bytes);
    await rename(temporary, path);
  } catch (cause) {
    await rm(temporary, { force: true });
    const code = cause instanceof Error && "code" in cause ? cause.code : "";
    if (code === "ENOENT")
      throw new CommandError(
        `The folder ${dirname(path)} does not exist. Create it, or choose another file.`,
        {
          cause,
        },
      );
    if (code === "EACCES" || code === "EISDIR" || code === "EROFS")
      throw new CommandError(`Can't write to ${path}. Choose another file.`, { cause });
    throw cause;
  }
}
