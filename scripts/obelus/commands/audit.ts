import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { pipeline } from "node:stream/promises";
import { type Command, InvalidArgumentError, Option } from "commander";
import { HISTORY_FORMATS, type HistoryFormat } from "../../../lib/history/export-rows";
import { CommandError } from "../command-error";
import { withDatabase } from "../with-database";

/** `audit verify`, `audit head` and `audit export` */
export function addAudit(program: Command): void {
  const audit = program.command("audit").description("see to the log of everything that was changed");
  audit
    .command("verify")
    .description("see whether the log is as it was written; exit status 1 where it is not")
    .option("--head <hash>", "a head that was written down earlier: it must stand in the log", asHash)
    .action(({ head }: { head?: string }) => verify(head ?? null));
  audit
    .command("head")
    .description("print the hash of the newest event, to be written down outside of this database")
    .action(printHead);
  audit
    .command("export")
    .description("write the log to a file, the oldest event first")
    .requiredOption("--out <file>", "where to; - is standard output")
    .addOption(new Option("--format <format>", "what to write").choices(HISTORY_FORMATS).default("jsonl"))
    .option("--article <slug>", "only what happened to this article")
    .option("--since <date>", "only what happened since this day, 2026-11-25, or instant", asDate)
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
  if (!verified.ok) throw new CommandError(`The log is broken. ${verified.error.message}`);
  const { count, earlier, hash } = verified.value;
  const before = earlier > 0 ? `, and ${counted(earlier)} of before there was a chain` : "";
  console.log(`The log is whole: ${counted(count)} ${count === 1 ? "event" : "events"}${before}.`);
  console.log(`Its head is ${hash}`);
}

async function printHead(): Promise<void> {
  const head = await withDatabase(async () => {
    const { findChainHead } = await import("../../../lib/db/audit-chain");
    return findChainHead();
  });
  if (!head) throw new CommandError("The head of the log is gone. Run: npm run obelus -- audit verify");
  console.error(`The head after ${counted(Number(head.sequence))} events:`);
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
      throw new CommandError(`No article has the name ${slug}. It stands in its address: /articles/<name>.`);
    const filter = { ...(article && { articleId: article.id }), ...(since && { since }) };
    const pieces = historyPieces(filter, format);
    if (out === "-") await pipeline(pieces, process.stdout, { end: false });
    else await writeWhole(out, pieces);
  });
}

/** Writes beside the file and moves it there, so that a full disk or a crash leaves the old file or the new one. */
async function writeWhole(path: string, pieces: AsyncIterable<string>): Promise<void> {
  const beside = `${path}.${process.pid}.new`;
  try {
    await pipeline(pieces, createWriteStream(beside));
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

function asHash(value: string): string {
  if (!/^[0-9a-f]{64}$/i.test(value))
    throw new InvalidArgumentError("A head has 64 digits and letters a to f.");
  return value.toLowerCase();
}

function asDate(value: string): Date {
  const date = new Date(value);
  if (!/^\d{4}-\d{2}-\d{2}/.test(value) || Number.isNaN(date.getTime()))
    throw new InvalidArgumentError("Give a day like 2026-11-25.");
  return date;
}

function counted(count: number): string {
  return count.toLocaleString("en");
}
