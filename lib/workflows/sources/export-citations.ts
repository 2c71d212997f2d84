import { type CitationFormat, citationFiles } from "@/lib/citations/citation-format";
import { exportSources } from "@/lib/citations/export-sources";
import { findSource, listSources, type SourceRecord } from "@/lib/db/sources";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
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
  }
  return ok(fileOf([...sources.values()], format, "sources"));
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
  return ok(fileOf([source], format, "source"));
}

function fileOf(sources: readonly SourceRecord[], format: CitationFormat, name: string): CitationsFile {
  const works = sources.map((source) => ({ ...source, accessedOn: source.keptAt?.slice(0, 10) ?? null }));
  const { text, exported, excluded } = exportSources(works, format);
  const { ending, mediaType } = citationFiles[format];
  return { body: new TextEncoder().encode(text), mediaType, name: `${name}.${ending}`, exported, excluded };
}
