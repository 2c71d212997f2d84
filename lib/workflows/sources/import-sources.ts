import { setImmediate as nextTurn } from "node:timers/promises";
import { z } from "zod";
import type { CitationFormat } from "@/lib/citations/citation-format";
import { CITATION_LIMITS, type ReadCitations } from "@/lib/citations/parse-citations";
import type { ReadCitation } from "@/lib/citations/read-fields";
import { appendAuditEvent } from "@/lib/db/audit-events";
import { type KnownSource, listKnownSources, lockSourceImport } from "@/lib/db/known-sources";
import { insertSource } from "@/lib/db/sources";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import type { Failure } from "@/lib/failure";
import { describeIsolationFailure, runInChildProcess } from "@/lib/isolation/run-in-child-process";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import type { Source } from "@/lib/sources/source";
import { sourceFields } from "@/lib/sources/source-input";
import { sourceKeysOf } from "@/lib/sources/source-keys";
import { titleKeyOf } from "@/lib/sources/title-key";
import { asResult, invalid, parseInput } from "@/lib/workflows/refusals";

/** An entry of pasted text or a file, for review before import. */
export interface CitationEntry extends ReadCitation {
  /** The matching source that the desk already has. */
  known: Source | null;
}

export interface CitationPreview {
  format: CitationFormat;
  entries: CitationEntry[];
}

const textInput = z.object({
  text: z
    .string()
    .max(
      CITATION_LIMITS.text + 1,
      "This is too long: the limit is 2,000,000 characters. Export fewer entries at a time.",
    ),
});

/** The entries of a BibTeX, RIS or CSL-JSON text, and which of them the desk already has. */
export async function previewCitations(
  actor: Actor,
  input: z.input<typeof textInput>,
): Promise<Result<CitationPreview, Failure>> {
  const allowed = asResult(can(actor, "edit", "source"));
  if (!allowed.ok) return allowed;
  const read = await readCitations(textInput, input);
  if (!read.ok) return read;
  const { format, citations } = read.value;
  const matched = await matchCitations(undefined, citations);
  return ok({
    format,
    entries: citations.map((citation) => {
      const known = matched.get(citation)?.known;
      return { ...citation, known: known ? knownAs(known) : null };
    }),
  });
}

const chosenInput = textInput.extend({
  /** Indexes into the preview's list, from 0. */
  chosen: z.array(z.int().min(0)).max(CITATION_LIMITS.entries).min(1, "Choose at least one entry to import."),
});

/** The outcome of an import. */
export interface ImportedCitations {
  /** New sources. */
  taken: number;
  /** Entries that the desk already had. */
  known: number;
}

/** Imports entries into the library. Sources that match by address, DOI or, without either, title stay unchanged. */
export async function importCitations(
  actor: Actor,
  input: z.input<typeof chosenInput>,
): Promise<Result<ImportedCitations, Failure>> {
  const allowed = asResult(can(actor, "edit", "source"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(chosenInput, input);
  if (!parsed.ok) return parsed;
  const read = await readCitations(textInput, parsed.value);
  if (!read.ok) return read;
  const chosen = [...new Set(parsed.value.chosen)].map((index) => read.value.citations[index]);
  const citations = chosen.filter((citation) => citation !== undefined);
  const broken = citations.find(({ problems }) => problems.length > 0);
  if (citations.length < chosen.length)
    return invalid("Some chosen entries are not in the text. Review the list and choose again.");
  if (broken) return invalid(`“${broken.name}”: ${broken.problems.join(" ")}`);
  return inTransaction(async (tx) => {
    await lockSourceImport(tx);
    const matched = await matchCitations(tx, citations);
    const counts: ImportedCitations = { taken: 0, known: 0 };
    const made = new Set<string>();
    for (const { known, fields, urlKey, doi, titleKey, loneTitle } of matched.values()) {
      const keys = [urlKey && `url ${urlKey}`, doi && `doi ${doi}`, loneTitle && `title ${loneTitle}`].filter(
        Boolean,
      );
      const again = keys.some((key) => made.has(String(key)));
      if (again || known) {
        counts.known++;
        continue;
      }
      for (const key of keys) made.add(String(key));
      const { source, created } = await insertSource(tx, {
        ...fields,
        urlKey,
        titleKey,
        createdById: actor.id,
      });
      if (!created) {
        counts.known++;
        continue;
      }
      counts.taken++;
      await appendAuditEvent(tx, {
        actorId: actor.id,
        action: "source.create",
        targetType: "source",
        targetId: source.id,
        to: fields,
      });
    }
    return ok(counts);
  });
}

function knownAs({ urlKey: _, ...source }: KnownSource): Source {
  return source;
}

/** Parses entries in a child process: the text is untrusted, and thousands of valid entries take seconds. */
async function readCitations(
  schema: typeof textInput,
  input: unknown,
): Promise<Result<ReadCitations, Failure>> {
  const parsed = parseInput(schema, input);
  if (!parsed.ok) return parsed;
  const parsedText = await runInChildProcess("parse-citations", parsed.value.text);
  const refuse = (message: string, cause?: unknown) => invalid(message, { text: [message] }, cause);
  if (!parsedText.ok)
    return refuse(describeIsolationFailure("The text", parsedText.error), parsedText.error.cause);
  return parsedText.value.ok ? parsedText.value : refuse(parsedText.value.error.message);
}

/** The keys that identify an entry: its address and DOI; its title only if it has neither. */
function keysOf(citation: ReadCitation) {
  const fields = sourceFields.parse(citation.fields);
  const { urlKey, doi, titleKey } = sourceKeysOf(fields);
  return { fields: { ...fields, doi }, urlKey, doi, titleKey, loneTitle: urlKey || doi ? null : titleKey };
}

/** Entries whose keys are found before other requests get their turn: about 5 ms. */
const ENTRIES_PER_TURN = 100;

/** The keys of the entries without problems, in order, each with the source of the desk that has one of them. */
async function matchCitations(
  tx: Tx | undefined,
  citations: readonly ReadCitation[],
): Promise<Map<ReadCitation, ReturnType<typeof keysOf> & { known: KnownSource | null }>> {
  const keyed: [ReadCitation, ReturnType<typeof keysOf>][] = [];
  for (const [index, citation] of citations.entries()) {
    if (index % ENTRIES_PER_TURN === 0) await nextTurn();
    if (citation.problems.length === 0) keyed.push([citation, keysOf(citation)]);
  }
  const of = (values: (string | null)[]) => values.filter((value) => value !== null);
  const known = await listKnownSources(tx, {
    urlKeys: of(keyed.map(([, { urlKey }]) => urlKey)),
    dois: of(keyed.map(([, { doi }]) => doi)),
    titleKeys: of(keyed.map(([, { loneTitle }]) => loneTitle)),
  });
  const byUrl = new Map(known.flatMap((each) => (each.urlKey ? [[each.urlKey, each] as const] : [])));
  const byDoi = new Map(known.flatMap((each) => (each.doi ? [[each.doi, each] as const] : [])));
  const byTitle = new Map(
    known.flatMap((each) => (each.urlKey || each.doi ? [] : [[titleKeyOf(each.title), each] as const])),
  );
  return new Map(
    keyed.map(([citation, keys]) => {
      const { urlKey, doi, loneTitle } = keys;
      const found = byUrl.get(urlKey ?? "") ?? byDoi.get(doi ?? "") ?? byTitle.get(loneTitle ?? "") ?? null;
      return [citation, { ...keys, known: found }];
    }),
  );
}
