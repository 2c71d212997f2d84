import { familyFirst, isBody } from "@/lib/sources/person-name";
import { NO_DETAILS, type SourceDetails } from "@/lib/sources/source-details";
import { type JsonNode, StructuredData, stringOf, typeOf } from "../structured-data";

/** What a page says for a full citation of it. */
export interface CitationTags {
  details: SourceDetails;
  /** The publishing house, if the page names one beside the journal or book. */
  publisher: string | null;
}

/** UTF-16 units. Longer values are no citation. */
const MAX_LENGTH = 300;

/**
 * Reads the journal or book, volume, issue, pages, editors and numbers of a page: from Highwire tags, PRISM, Eprints and schema.org JSON-LD.
 * Every tag name counts in any case and with the prefix of bepress.
 */
export function readCitationTags(document: Document): CitationTags {
  const tags = tagsOf(document);
  const all = (...names: string[]) => names.flatMap((name) => tags.get(name) ?? []);
  const first = (...names: string[]) => all(...names)[0] ?? null;
  const work = workOf(document);
  const containerTitle =
    first(
      ...[
        "citation_journal_title",
        "citation_inbook_title",
        "citation_book_title",
        "citation_conference_title",
      ],
      ...["prism.publicationname", "eprints.publication", "citation_series_title"],
    ) ?? work.containerTitle;
  const publisher =
    first("citation_publisher", "dc.publisher", "dcterms.publisher", "eprints.publisher") ?? work.publisher;
  return {
    details: {
      ...NO_DETAILS,
      containerTitle,
      volume: first("citation_volume", "prism.volume", "eprints.volume") ?? work.volume,
      issue: first("citation_issue", "prism.number", "eprints.number") ?? work.issue,
      pages:
        rangeOf(
          first("citation_firstpage", "prism.startingpage"),
          first("citation_lastpage", "prism.endingpage"),
        ) ??
        first("citation_pages", "prism.pagerange", "eprints.pagerange") ??
        work.pages,
      editors: all("citation_editor", "citation_editors")
        .flatMap((names) => names.split(";"))
        .map((name) => name.trim())
        .filter(Boolean)
        .map((name) => (isBody(name) ? name : familyFirst(name)))
        .slice(0, 50),
      number: first("citation_technical_report_number", "citation_report_number"),
      eventTitle: first("citation_conference", "eprints.event_title"),
      isbn: first("citation_isbn", "prism.isbn", "eprints.isbn"),
      issn: first("citation_issn", "prism.issn", "prism.eissn", "eprints.issn"),
    },
    publisher: publisher === containerTitle ? null : publisher,
  };
}

function tagsOf(document: Document): Map<string, string[]> {
  const tags = new Map<string, string[]>();
  for (const meta of document.querySelectorAll("meta[content]")) {
    const content = meta.getAttribute("content")?.replace(/\s+/g, " ").trim();
    const name = (meta.getAttribute("name") ?? meta.getAttribute("property") ?? "")
      .trim()
      .toLowerCase()
      .replace(/^bepress_/, "");
    if (!content || content.length > MAX_LENGTH || !/^(?:citation_|prism\.|eprints\.|dc)/.test(name))
      continue;
    tags.set(name, [...(tags.get(name) ?? []), content]);
  }
  return tags;
}

type Work = Pick<SourceDetails, "containerTitle" | "volume" | "issue" | "pages"> & {
  publisher: string | null;
};

/** A scholarly article in JSON-LD: its issue, volume and journal contain one another. */
function workOf(document: Document): Work {
  const data = new StructuredData(document);
  const work = data.find([/ScholarlyArticle|^Chapter$/]);
  const found: Work = { containerTitle: null, volume: null, issue: null, pages: null, publisher: null };
  if (!work) return found;
  const text = (value: unknown) => {
    const written = stringOf(typeof value === "number" ? String(value) : value);
    return written && written.length <= MAX_LENGTH ? written : null;
  };
  found.pages = rangeOf(text(work.pageStart), text(work.pageEnd)) ?? text(work.pagination);
  const house = data.resolved([work.publisher].flat()[0]);
  found.publisher = text(typeof house === "object" && house !== null ? (house as JsonNode).name : house);
  let part = data.resolved([work.isPartOf].flat()[0]);
  for (let depth = 0; depth < 4 && typeof part === "object" && part !== null; depth++) {
    const node = part as JsonNode;
    found.volume ??= text(node.volumeNumber);
    found.issue ??= text(node.issueNumber);
    if (/Periodical|Book|Newspaper/.test(typeOf(node))) found.containerTitle ??= text(node.name);
    part = data.resolved([node.isPartOf].flat()[0]);
  }
  return found;
}

function rangeOf(start: string | null, end: string | null): string | null {
  if (start === null || end === null || start === end) return start;
  // Some pages write the range in the first tag.
  return /[–-]/.test(start) ? start : `${start}-${end}`;
}
