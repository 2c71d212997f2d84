import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { pipeline } from "node:stream/promises";
import { type Command, InvalidArgumentError, Option } from "commander";
import { HISTORY_FORMATS, type HistoryFormat } from "../../../lib/history/export-rows";
import { CommandError } from "../command-error";
import { slugArgument } from "../slug-argument";
import { withDatabase } from "../with-database";

/** `audit verify`, `audit head` and `audit export` */
export function addAudit(program: Command): void {
  const audit = program.command("audit").description("check and export the audit log");
  audit
    .command("verify")
    .description("check that no event was changed, added, removed or reordered; exit status 1 if one was")
    .option("--head <hash>", "the head from an earlier `audit head`: it must be in the log", asHash)
    .action(({ head }: { head?: string }) => verify(head ?? null));
  audit
    .command("head")
    .description("print the hash of the newest event; store it outside this database")
    .action(printHead);
  audit
    .command("export")
    .description("write the log to a file, oldest event first")
    .requiredOption("--out <file>", "the file to write; - for standard output")
    .addOption(new Option("--format <format>", "the file format").choices(HISTORY_FORMATS).default("jsonl"))
    .option("--article <slug>", "only events of this article", slugArgument)
    .option("--since <date>", "only events since this date (2026-11-25) or time", asDate)
    .action(writeLog);
}

async function verify(known: string | null): Promise<void> {
  const verified = await withDatabase(async () => {
    const { verifyAudit } = await import("@/lib/workflows/history/verify-audit");
    return verifyAudit({
      known,
      progress: (seen, of) => {
        if (of > 10_000 && seen % 10_000 === 0) console.error(`${counted(seen)} of ${counted(of)} …`);
      },
    });
  });
  if (!verified.ok) throw new CommandError(`The log is not intact. ${verified.error.message}`);
  const { count, earlier, hash } = verified.value;
  const before = earlier > 0 ? `, and ${counted(earlier)} from before the chain started` : "";
  console.log(`The log is intact: ${counted(count)} ${count === 1 ? "event" : "events"}${before}.`);
  console.log(`Its head is ${hash}`);
}

async function printHead(): Promise<void> {
  const head = await withDatabase(async () => {
    const { findChainHead } = await import("../../../lib/db/audit-chain");
    return findChainHead();
  });
  if (!head) throw new CommandError("The head of the log is missing. Run: npm run obelus -- audit verify");
  console.error(`Head of the log, after ${counted(Number(head.sequence))} events:`);
  console.log(head.hash);
}

interface WriteOptions {
  out: string;
  format: HistoryFormat;
  article?: string;
  since?: Date;
}

async function writeLog({ out, format, article: slug, since }: WriteOptions): Promise<void> {
  await withDatabase(async () => {
    const { historyPieces } = await import("@/lib/workflows/history/export-history");
    const { findArticleBySlug } = await import("../../../lib/db/articles");
    const article = slug === undefined ? undefined : await findArticleBySlug(slug);
    if (article === null)
      throw new CommandError(
        `No article is named ${slug}. Use the last part of its address, /articles/<name>.`,
      );
    const filter = { ...(article && { articleId: article.id }), ...(since && { since }) };
    const pieces = historyPieces(filter, format);
    if (out === "-") await pipeline(pieces, process.stdout, { end: false });
    else await writeAtomically(out, pieces);
  });
}

/** Writes a temporary file and renames it, so that a full disk or a crash leaves either the old file or the new one. */
async function writeAtomically(path: string, pieces: AsyncIterable<string>): Promise<void> {
  const temporary = `${path}.${process.pid}.new`;
  try {
    await pipeline(pieces, createWriteStream(temporary));
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

function asHash(value: string): string {
  if (!/^[0-9a-f]{64}$/i.test(value))
    throw new InvalidArgumentError("A head is 64 characters long: digits and the letters a to f.");
  return value.toLowerCase();
}

function asDate(value: string): Date {
  const date = new Date(value);
  if (!/^\d{4}-\d{2}-\d{2}/.test(value) || Number.isNaN(date.getTime()))
    throw new InvalidArgumentError("Enter a date such as 2026-11-25.");
  return date;
}

function counted(count: number): string {
  return count.toLocaleString("en");
}
