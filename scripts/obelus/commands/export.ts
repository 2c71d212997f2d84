import { type Command, Option } from "commander";
import { articlePath } from "../../../lib/article-path";
import type { Publication } from "../../../lib/db/read-publication";
import { exportReport } from "../../../lib/document-bundle/export-report";
import { EXPORT_FORMATS, type ExportFormat, REPORT_FILES } from "../../../lib/reports/export-formats";
import { reportLanguage } from "../../../lib/reports/languages/report-language";
import { PAPERS, type Paper } from "../../../lib/reports/renderers/paper";
import type { Report } from "../../../lib/reports/report";
import { languages } from "../../../lib/words/words";
import { ensureDocumentBundle } from "../../steps/bundle-documents";
import { readSettings } from "../../steps/read-settings";
import { CommandError } from "../command-error";
import { slugArgument } from "../slug-argument";
import { withDatabase } from "../with-database";
import { writeOutput } from "../write-output";

interface ExportOptions {
  format: ExportFormat;
  out: string;
  draft?: boolean;
  claims?: string;
  paper: Paper;
  lang?: string;
}

/** `export` */
export function addExport(program: Command): void {
  program
    .command("export")
    .description("write the fact-check report of an article")
    .argument("<slug>", "the article's name in its address, /articles/<slug>", slugArgument)
    .addOption(
      new Option("--format <format>", "the file format").choices(EXPORT_FORMATS).makeOptionMandatory(),
    )
    .option("--draft", "the article as it is now, marked as a draft, instead of what is published")
    .option("--claims <numbers>", "only these claims, for example 1,3,7")
    .addOption(new Option("--paper <size>", "paper size of PDF and Word files").choices(PAPERS).default("a4"))
    .addOption(
      new Option("--lang <language>", "language of the report; that of the article by default").choices(
        languages(),
      ),
    )
    .option("--out <file>", "the file to write; - for standard output", "-")
    .action(async (slug: string, { format, out, draft = false, claims, paper, lang }: ExportOptions) => {
      if (draft && !REPORT_FILES.some((each) => each === format))
        throw new CommandError(`A draft can't be exported as ${format}. Choose ${REPORT_FILES.join(", ")}.`);
      const address = `${readSettings().publicUrl}${articlePath(slug)}`;
      const { report, logo, signed } = await withDatabase(async () => {
        const { findInlineLogo } = await import("../../../lib/documents/inline-logo");
        const publication = draft ? null : await findPublished(slug);
        const found = await choose(publication?.report ?? (await findDraft(slug)), claims);
        return {
          report: found,
          logo: await findInlineLogo(found),
          signed: publication && format === "json" ? await exportSigned(publication, found, address) : null,
        };
      });
      if (format === "html") await ensureDocumentBundle();
      const bytes =
        signed ??
        (await exportReport(report, format, address, {
          logo,
          paper,
          language: reportLanguage(report, lang),
        }));
      await writeOutput(out, bytes);
    });
}

/** What readers see of an article. */
async function findPublished(slug: string): Promise<Publication> {
  const { findCurrentPublication } = await import("../../../lib/db/public-publications");
  const publication = await findCurrentPublication(slug);
  if (!publication)
    throw new CommandError(
      `No published article is named ${slug}. Use the last part of its address, /articles/<name>.`,
    );
  return publication;
}

/** The report as JSON with its signature. @param report all of what is published, or chosen claims of it */
async function exportSigned(publication: Publication, report: Report, address: string): Promise<Buffer> {
  const { signedJson } = await import("../../../lib/signatures/signed-json");
  const json = await exportReport(report, "json", address);
  const claims = report.selection ? report.claims.map(({ number }) => number) : null;
  return signedJson({ publication, claims, json });
}

/** An article as it is now. */
async function findDraft(slug: string): Promise<Report> {
  const { findArticleBySlug } = await import("../../../lib/db/articles");
  const { inSnapshot } = await import("../../../lib/db/transaction");
  const { reportOfDraft } = await import("../../../lib/workflows/reports/report-of-draft");
  const drafted = await inSnapshot(async (tx) => {
    const article = await findArticleBySlug(slug, tx);
    return article && reportOfDraft(tx, article);
  });
  if (!drafted)
    throw new CommandError(
      `No article is named ${slug}. Use the last part of its address, /articles/<name>.`,
    );
  if (!drafted.ok) throw new CommandError(drafted.error.message);
  return drafted.value;
}

/** The report of the wanted claims; the complete one if none are named. */
async function choose(report: Report, wanted: string | undefined): Promise<Report> {
  const { claimNumbers, withChosenClaims } = await import("../../../lib/workflows/reports/claim-numbers");
  const numbers = claimNumbers.safeParse(wanted);
  if (!numbers.success)
    throw new CommandError(numbers.error.issues[0]?.message ?? "List numbers of claims: 1,3,7.");
  const chosen = withChosenClaims(report, numbers.data);
  if (!chosen.ok) throw new CommandError(chosen.error.message);
  return chosen.value;
}
