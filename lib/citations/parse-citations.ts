import { err, ok, type Result } from "@/lib/result";
import { type CitationFormat, citationFormatOf } from "./citation-format";
import { readBibtex } from "./read-bibtex";
import { type ReadCitation, readFields } from "./read-fields";
import { readRis } from "./read-ris";

/** Limits: `text` in UTF-16 units, `entries` in number. */
export const CITATION_LIMITS = { text: 2_000_000, entries: 1000 } as const;

/** The result of parsing a paste or a file. */
export interface ReadCitations {
  format: CitationFormat;
  citations: ReadCitation[];
}

/**
 * Parses BibTeX, RIS or CSL-JSON, as reference managers export and copy them. Never uses the network.
 * @param input the text of a file or a paste, with or without a byte order mark
 * @returns the entries, each with its own problems; or a message if none can be read
 */
export function parseCitations(input: string): Result<ReadCitations, { message: string }> {
  const text = input.replace(/^\uFEFF/, "");
  if (text.trim() === "") return err({ message: "This is empty. Paste entries, or choose a file." });
  if (text.length > CITATION_LIMITS.text)
    return err({
      message: "This is too long: the limit is 2,000,000 characters. Export fewer entries at a time.",
    });
  const format = citationFormatOf(text);
  if (!format) return err({ message: describeUnknownFormat(text) });
  const read =
    format === "csl-json" ? readCslJson(text) : ok(format === "ris" ? readRis(text) : readBibtex(text));
  if (!read.ok) return read;
  const citations = read.value;
  if (citations.length === 0)
    return err({ message: "No entries found. Export it again as BibTeX, RIS or CSL-JSON." });
  if (citations.length > CITATION_LIMITS.entries)
    return err({
      message: `There are ${citations.length.toLocaleString("en")} entries; the limit is 1,000. Export fewer at a time.`,
    });
  return ok({ format, citations });
}

function readCslJson(text: string): Result<ReadCitation[], { message: string }> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (cause) {
    return err({ message: `${describeJsonError(text, cause)} Fix it, or export it again as CSL-JSON.` });
  }
  // Some programs export {"items": […]}.
  const items =
    parsed && typeof parsed === "object" && "items" in parsed && Array.isArray(parsed.items)
      ? parsed.items
      : [parsed].flat();
  return ok(items.map((item, index) => readFields(item, `Entry ${index + 1}`)));
}

/** Describes where JSON becomes invalid: the line and the entry. */
function describeJsonError(text: string, cause: unknown): string {
  const position = /position (\d+)/.exec(cause instanceof Error ? cause.message : "")?.[1];
  const before = text.slice(0, position === undefined ? text.length : Number(position));
  let depth = 0;
  let ended = 0;
  const outer = /^\s*\[/.test(text) ? 1 : 0;
  // Skips strings, so that braces inside them don't count.
  for (const [sign] of before.matchAll(/"(?:[^"\\]|\\.)*"?|[[\]{}]/gs)) {
    if (sign === "[" || sign === "{") depth++;
    else if ((sign === "]" || sign === "}") && --depth === outer) ended++;
  }
  const entry = depth > outer ? `in entry ${ended + 1}` : `after entry ${ended}`;
  return `This JSON has an error ${entry}, on line ${before.split("\n").length}.`;
}

function describeUnknownFormat(text: string): string {
  const lines = text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  if (lines.every((line) => /^(https?:\/\/(dx\.)?doi\.org\/|doi:\s*)?10\.\d{4,9}\/\S+$/i.test(line)))
    return "A DOI alone is not enough, because nothing is looked up here. Add a source with it as the address and fill in the rest from the page, or export the entry as BibTeX, RIS or CSL-JSON.";
  if (lines.every((line) => /^https?:\/\/\S+$/i.test(line)))
    return "An address alone is not enough, because nothing is looked up here. Add a source with it as the address and fill in the rest from the page, or export the entry as BibTeX, RIS or CSL-JSON.";
  return "This is neither BibTeX, RIS nor CSL-JSON. In Zotero, choose one of the three formats under Export, or for Quick Copy. A formatted citation can't be imported.";
}
