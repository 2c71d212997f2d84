import { type CitationFormat, citationFiles } from "@/lib/citations/citation-format";
import { exportSources } from "@/lib/citations/export-sources";
import { listMatchingSources } from "@/lib/db/source-search";
import { findSource, type SourceRecord } from "@/lib/db/sources";
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
/** Sources that are written in under 50 ms; more are written in a separate process. Imported items can be long. */
const MAX_WRITTEN_HERE = { made: 50, imported: 5 } as const;
const LIMITS = { milliseconds: 60_000, megabytes: 1024 };

/** All sources that match a filter, on all pages, as one file. */
export async function exportLibrary(
  actor: Actor,
  { filter: input, format }: { filter: SourceFilterInput; format: CitationFormat },
): Promise<Result<CitationsFile, Failure>> {
  const allowed = asResult(can(actor, "read", "source"));
  if (!allowed.ok) return allowed;
  const { page: _, ...filter } = sourceFilter.parse(input);
  const sources: SourceRecord[] = [];
  for (let read = BATCH_SIZE; read === BATCH_SIZE; ) {
    const batch = await listMatchingSources(filter, BATCH_SIZE, sources.at(-1)?.id ?? null);
    sources.push(...batch);
    if (sources.length > MAX_EXPORTED)
      return invalid(
        `A file can contain at most ${MAX_EXPORTED.toLocaleString("en")} sources. Filter the list first.`,
      );
    read = batch.length;
  }
  return fileOf(sources, format, "sources");
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
    works.length <= MAX_WRITTEN_HERE.made &&
    works.filter(({ csl }) => csl !== null).length <= MAX_WRITTEN_HERE.imported
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
