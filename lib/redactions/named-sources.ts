import type { Report } from "@/lib/reports/report";
import { sourceRedactionOf } from "./hidden-sources";
import type { AppliedRedaction } from "./redaction";

/** A source as a publication names it, with what was quoted from it there. */
export interface NamedSource {
  /** Numbers of the publication and of the source in it. */
  publication: number;
  source: number;
  /** Null in earlier Reports. */
  id: string | null;
  title: string;
  authors: readonly string[];
  publisher: string | null;
  url: string | null;
  /** Copies in public archives, including those that only its use for a claim names. */
  archiveUrls: readonly string[];
  excerpts: readonly string[];
}

/** The sources that a Report names and that no redaction hides. */
export function namedSources(report: Report, redactions: readonly AppliedRedaction[]): NamedSource[] {
  const evidence = report.claims.flatMap((claim) => claim.evidence);
  return report.sources
    .filter((source) => !source.confidential && !sourceRedactionOf(report, source, redactions))
    .map((source) => {
      const uses = evidence.filter((each) => each.source === source.number);
      return {
        publication: report.publication.number,
        source: source.number,
        id: source.id,
        // Only confidential sources have none.
        title: source.title ?? "",
        authors: source.authors,
        publisher: source.publisher,
        url: source.url,
        archiveUrls: unique([source.archiveUrl, ...uses.map(({ archiveUrl }) => archiveUrl)]),
        excerpts: unique(uses.map(({ excerpt }) => excerpt)),
      };
    });
}

function unique(values: readonly (string | null)[]): string[] {
  return [...new Set(values.filter((value): value is string => value !== null && value !== ""))];
}
