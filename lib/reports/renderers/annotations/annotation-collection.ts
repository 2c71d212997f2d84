import { licenceUrl } from "@/lib/organisation";
import { findRating } from "../../claims/find-rating";
import type { Report } from "../../report";
import { reportWords } from "../../report-words";
import { type Agent, ANNOTATION_CONTEXT, type ClaimAnnotation, claimAnnotation } from "./claim-annotation";
import { codePointOffsets } from "./code-points";

export interface AnnotationPage {
  id: string;
  type: "AnnotationPage";
  /** The collection as an object: the W3C's schemas refuse its address alone, which its model allows. */
  partOf: { id: string; type: "AnnotationCollection" };
  startIndex: number;
  items: ClaimAnnotation[];
}

export interface AnnotationCollection {
  "@context": typeof ANNOTATION_CONTEXT;
  id: string;
  type: "AnnotationCollection";
  label: string;
  creator?: Agent;
  created: string;
  modified: string;
  rights?: string;
  total: number;
  first: AnnotationPage;
  last: string;
}

/**
 * The claims of a Report as W3C Web Annotations on the article's public page, in one collection with one page. Each has three selectors: the
 * quotation with its context, the position in code points, and the fragment of the page. The position counts in the text of the article, whose
 * blocks are separated by one line feed.
 * Source: https://www.w3.org/TR/annotation-model/
 * @param address public URL of the article's page
 * @param language BCP 47, of the words around its facts
 */
export function annotationCollection(report: Report, address: string, language = "en"): AnnotationCollection {
  const words = reportWords(language);
  const id = `${address}/annotations.jsonld`;
  const { publication, organisation } = report;
  const rights = organisation?.licence ? { rights: licenceUrl(organisation.licence) } : {};
  const offsets = codePointOffsets(report);
  return {
    "@context": ANNOTATION_CONTEXT,
    id,
    type: "AnnotationCollection",
    label: report.article.title,
    ...(organisation && {
      creator: {
        type: "Organization",
        name: organisation.name,
        ...(organisation.url && { homepage: organisation.url }),
      },
    }),
    created: publication.firstPublishedAt,
    modified: publication.publishedAt,
    ...rights,
    total: report.claims.length,
    first: {
      id: `${id}#page-1`,
      type: "AnnotationPage",
      partOf: { id, type: "AnnotationCollection" },
      startIndex: 0,
      items: report.claims.map((claim) =>
        claimAnnotation(
          {
            ...claim,
            id: `${address}/claims/${claim.number}`,
            source: address,
            created: claim.firstPublishedAt,
            modified: publication.publishedAt,
            creator: claim.verdictBy,
            rating: findRating(report, claim).label,
            addresses: claim.evidence.flatMap(({ source }) => report.sources[source - 1]?.url ?? []),
            position: { start: offsets(claim.start), end: offsets(claim.end) },
            ...rights,
          },
          words.language,
        ),
      ),
    },
    last: `${id}#page-1`,
  };
}

/** The collection as a file. */
export function renderAnnotations(report: Report, address: string, language = "en"): string {
  return `${JSON.stringify(annotationCollection(report, address, language), null, 2)}\n`;
}
