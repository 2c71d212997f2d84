import { err, ok, type Result } from "@/lib/result";
import { type CitationFormat, citationFormatOf } from "./citation-format";
import { readBibtex } from "./read-bibtex";
import { type ReadCitation, readFields } from "./read-fields";
import { readRis } from "./read-ris";

/** In UTF-16 units, and entries. */
export const CITATION_LIMITS = { text: 2_000_000, entries: 1000 } as const;

/** What was read of a paste or a file. */
export interface ReadCitations {
  format: CitationFormat;
  citations: ReadCitation[];
}

/**
 * Reads BibTeX, RIS or CSL-JSON, as reference managers export and copy them. Nothing is ever looked up on the network.
 * @param given the text of a file or a paste; a byte order mark does not count
 */
export function parseCitations(given: string): Result<ReadCitations, { message: string }> {
  const text = given.replace(/^\uFEFF/, "");
  if (text.trim() === "") return err({ message: "There is nothing here. Paste entries, or choose a file." });
  if (text.length > CITATION_LIMITS.text)
    return err({ message: "This is too long: 2,000,000 characters fit. Export fewer entries at a time." });
  const format = citationFormatOf(text);
  if (!format) return err({ message: wordsForOther(text) });
  const read =
    format === "csl-json" ? readCslJson(text) : ok(format === "ris" ? readRis(text) : readBibtex(text));
  if (!read.ok) return read;
  const citations = read.value;
  if (citations.length === 0)
    return err({ message: "No entry was found in it. Export it again as BibTeX, RIS or CSL-JSON." });
  if (citations.length > CITATION_LIMITS.entries)
    return err({
      message: `These are ${citations.length.toLocaleString("en")} entries; 1,000 fit. Export fewer at a time.`,
    });
  return ok({ format, citations });
}

function readCslJson(text: string): Result<ReadCitation[], { message: string }> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (cause) {
    return err({ message: `${whereBroken(text, cause)} Mend it, or export it again as CSL-JSON.` });
  }
  // Some export {"items": […]}.
  const items =
    parsed && typeof parsed === "object" && "items" in parsed && Array.isArray(parsed.items)
      ? parsed.items
      : [parsed].flat();
  return ok(items.map((item, index) => readFields(item, `Entry ${index + 1}`)));
}

/** Where a text stops being JSON, in words: the line, and which entry that is. */
function whereBroken(text: string, cause: unknown): string {
  const said = /position (\d+)/.exec(cause instanceof Error ? cause.message : "")?.[1];
  const before = text.slice(0, said === undefined ? text.length : Number(said));
  let depth = 0;
  let ended = 0;
  const outer = /^\s*\[/.test(text) ? 1 : 0;
  // Braces inside of texts do not count.
  for (const [sign] of before.matchAll(/"(?:[^"\\]|\\.)*"?|[[\]{}]/gs)) {
    if (sign === "[" || sign === "{") depth++;
    else if ((sign === "]" || sign === "}") && --depth === outer) ended++;
  }
  const entry = depth > outer ? `in entry ${ended + 1}` : `behind entry ${ended}`;
  return `This is JSON that is broken ${entry}, in line ${before.split("\n").length}.`;
}

function wordsForOther(text: string): string {
  const lines = text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  if (lines.every((line) => /^(https?:\/\/(dx\.)?doi\.org\/|doi:\s*)?10\.\d{4,9}\/\S+$/i.test(line)))
    return "A DOI alone says nothing of the work, and nothing is fetched here. Put it in the address of a source and fill in from the page, or export the entry as BibTeX, RIS or CSL-JSON.";
  if (lines.every((line) => /^https?:\/\/\S+$/i.test(line)))
    return "An address alone says nothing of the work, and nothing is fetched here. Put it in the address of a source and fill in from the page, or export the entry as BibTeX, RIS or CSL-JSON.";
  return "This is neither BibTeX, RIS nor CSL-JSON. In Zotero, choose one of the three under Export, or for Quick Copy. A written-out citation cannot be taken apart.";
}
