import { type CitationFormat, citationFiles } from "@/lib/citations/citation-format";
import { exportSources } from "@/lib/citations/export-sources";
import { findSource, listSources, type SourceRecord } from "@/lib/db/sources";
import type { Failure } from "@/lib/failure";
import { runInChildProcess } from "@/lib/isolation/run-in-child-process";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { err, ok, type Result } from "@/lib/result";
import { asResult, invalid, notFound } from "@/lib/workflows/refusals";
import { type SourceFilterInput, sourceFilter } from "./browse-sources";

/** A file for reference managers. */
export interface CitationsFile {
  body: Uint8Array;
  mediaType: string;
  name: string;
  exported: number;
  /** Number of confidential sources, which are excluded. */
  excluded: number;
}

/** Sources read at a time. */
const BATCH_SIZE = 1000;
/** The most sources in one file. */
const MAX_EXPORTED = 20_000;
/** Sources that are written in under 50 ms; more are written in a separate process. */
const MAX_WRITTEN_HERE = 50;
const LIMITS = { milliseconds: 60_000, megabytes: 1024 };

/** All sources that match a filter, on all pages, as one file. */
export async function exportLibrary(
  actor: Actor,
  { filter: input, format }: { filter: SourceFilterInput; format: CitationFormat },
): Promise<Result<CitationsFile, Failure>> {
  const allowed = asResult(can(actor, "read", "source"));
  if (!allowed.ok) return allowed;
  const { page: _, ...filter } = sourceFilter.parse(input);
  const sources = new Map<string, SourceRecord>();
  for (let offset = 0, total = 1; offset < total; offset += BATCH_SIZE) {
    const read = await listSources(filter, BATCH_SIZE, offset);
    for (const source of read.sources) sources.set(source.id, source);
    total = read.total;
    if (total > MAX_EXPORTED)
      return invalid(
        `These are ${total.toLocaleString("en")} sources; a file can have ${MAX_EXPORTED.toLocaleString("en")}. Filter the list first.`,
      );
  }
  return fileOf([...sources.values()], format, "sources");
}

/** One source as a file. */
export async function exportSource(
  actor: Actor,
  { id, format }: { id: string; format: CitationFormat },
): Promise<Result<CitationsFile, Failure>> {
  const allowed = asResult(can(actor, "read", "source"));
  if (!allowed.ok) return allowed;
  const source = await findSource(undefined, id);
  if (!source) return notFound("source");
  if (source.confidential)
    return invalid("This source is confidential, so it cannot be exported as a citation.");
  return fileOf([source], format, "source");
}

async function fileOf(
  sources: readonly SourceRecord[],
  format: CitationFormat,
  name: string,
): Promise<Result<CitationsFile, Failure>> {
  const works = sources.map((source) => ({ ...source, accessedOn: source.keptAt?.slice(0, 10) ?? null }));
  const written =
    works.length <= MAX_WRITTEN_HERE
      ? ok(exportSources(works, format))
      : await runInChildProcess("export-citations", { works, format }, { limits: LIMITS });
  if (!written.ok)
    return err({
      kind: "unavailable",
      message: "The file could not be written. Filter the list to fewer sources, and try again.",
      cause: written.error,
    });
  const { text, exported, excluded } = written.value;
  const { ending, mediaType } = citationFiles[format];
  const body = new TextEncoder().encode(text);
  return ok({ body, mediaType, name: `${name}.${ending}`, exported, excluded });
}
