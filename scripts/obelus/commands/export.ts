import { rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { type Command, Option } from "commander";
import { EXPORT_FORMATS, type ExportFormat, exportReport } from "../../../lib/reports/export-report";
import { readSettings } from "../../steps/read-settings";
import { CommandError } from "../command-error";
import { withDatabase } from "../with-database";

/** `export` */
export function addExport(program: Command): void {
  program
    .command("export")
    .description("write the fact-check report of a published article")
    .argument("<slug>", "the article's name in its address: /articles/<slug>")
    .addOption(new Option("--format <format>", "what to write").choices(EXPORT_FORMATS).makeOptionMandatory())
    .option("--out <file>", "where to; standard output where it is left out, or -", "-")
    .action(async (slug: string, { format, out }: { format: ExportFormat; out: string }) => {
      const publication = await withDatabase(async () => {
        const { findCurrentPublication } = await import("../../../lib/db/public-publications");
        return findCurrentPublication(slug);
      });
      if (!publication)
        throw new CommandError(
          `No article is published as ${slug}. Its name stands in its address: /articles/<name>.`,
        );
      const bytes = await exportReport(
        publication.report,
        format,
        `${readSettings().publicUrl}/articles/${slug}`,
      );
      if (out === "-") await new Promise((resolve) => process.stdout.write(bytes, resolve));
      else await writeWhole(out, bytes);
    });
}

/** Writes beside the file and moves it there, so that a full disk or a crash leaves the old file or the new one. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const beside = `${path}.${process.pid}.new`;
  try {
    await writeFile(beside, bytes);
    await rename(beside, path);
  } catch (cause) {
    await rm(beside, { force: true });
    const code = cause instanceof Error && "code" in cause ? cause.code : "";
    if (code === "ENOENT")
      throw new CommandError(`There is no folder ${dirname(path)}. Make it, or name another file.`, {
        cause,
      });
    if (code === "EACCES" || code === "EISDIR" || code === "EROFS")
      throw new CommandError(`${path} cannot be written. Name another file.`, { cause });
    throw cause;
  }
}
