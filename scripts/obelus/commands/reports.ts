import { type Command, Option } from "commander";
import { DIGEST_FORMATS, type DigestFormat } from "../../../lib/reports/digests/digest";
import { PACK_FORMATS, type PackFormat } from "../../../lib/reports/evidence-packs/evidence-pack";
import { PAGED_FORMATS, type PagedFormat } from "../../../lib/reports/renderers/paged/paged-formats";
import { PAPERS, type Paper } from "../../../lib/reports/renderers/paper";
import type { ReportRequest } from "../../../lib/workflows/reports/jobs/make-report";
import { CommandError } from "../command-error";
import { findAdministrator } from "../find-administrator";
import { withDatabase } from "../with-database";
import { writeOutput } from "../write-output";

interface Output {
  out: string;
  paper: Paper;
}

interface PeriodOptions<Format> extends Output {
  from: string;
  to: string;
  format: Format;
}

/** `report` */
export function addReport(program: Command): void {
  withOutput(
    withPeriod(
      program.command("report").description("write the report of everything that was published in a period"),
      DIGEST_FORMATS,
    ),
  )
    .option("--topic <topic>", "only claims with this topic")
    .option("--claimant <name>", "only claims of this person or organisation")
    .option("--rating <key>", "only claims with this rating")
    .action(
      async ({
        out,
        ...options
      }: PeriodOptions<DigestFormat> & { topic?: string; claimant?: string; rating?: string }) =>
        write(out, { kind: "digest", options }),
    );
}

/** `evidence-pack` */
export function addEvidencePack(program: Command): void {
  withOutput(
    withPeriod(
      program
        .command("evidence-pack")
        .description("write the evidence pack of a period, for the IFCN or the EFCSN"),
      PACK_FORMATS,
    ),
  ).action(async ({ out, ...options }: PeriodOptions<PackFormat>) =>
    write(out, { kind: "evidence-pack", options }),
  );
}

/** `dossier` */
export function addDossier(program: Command): void {
  withOutput(
    program
      .command("dossier")
      .description("write the internal review dossier of an article: never for publication")
      .argument("<article>", "its id, or its name in its address, /articles/<name>")
      .addOption(new Option("--format <format>", "the file format").choices(PAGED_FORMATS).default("pdf")),
  ).action(async (article: string, { out, format, paper }: Output & { format: PagedFormat }) =>
    write(out, async () => ({
      kind: "dossier",
      options: { articleId: await findArticleId(article), format, paper },
    })),
  );
}

function withPeriod(command: Command, formats: readonly string[]): Command {
  return command
    .requiredOption("--from <day>", "the first day, for example 2026-01-01")
    .requiredOption("--to <day>", "the last day")
    .addOption(new Option("--format <format>", "the file format").choices(formats).default("pdf"));
}

function withOutput(command: Command): Command {
  return command
    .addOption(new Option("--paper <size>", "paper size of PDF and Word files").choices(PAPERS).default("a4"))
    .option("--out <file>", "the file to write; - for standard output", "-");
}

/** Makes a report, however large it is, and writes it. */
async function write(out: string, wanted: ReportRequest | (() => Promise<ReportRequest>)): Promise<void> {
  const made = await withDatabase(async () => {
    const { makeReport } = await import("../../../lib/workflows/reports/jobs/make-report");
    const request = typeof wanted === "function" ? await wanted() : wanted;
    return makeReport(await findAdministrator(), request);
  });
  if (!made.ok) throw new CommandError(made.error.message);
  await writeOutput(out, made.value.bytes);
}

async function findArticleId(article: string): Promise<string> {
  const { findArticle, findArticleBySlug } = await import("../../../lib/db/articles");
  const found = (await findArticle(article)) ?? (await findArticleBySlug(article));
  if (found) return found.id;
  throw new CommandError(
    `No article has the id or the name ${article}. Use the last part of its address, /articles/<name>.`,
  );
}
