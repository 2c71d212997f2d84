import { licenceUrl } from "@/lib/organisation";
import { findRating } from "../../claims/find-rating";
import type { Report, ReportClaim } from "../../report";
import { type ReportWords, reportWords } from "../../report-words";
import { textLanguage } from "../../text-language";
import { codePointOffsets } from "./code-points";

const CONTEXT = "http://www.w3.org/ns/anno.jsonld";
/** What says how `#claim-7` names a part of an HTML page. */
const HTML_FRAGMENTS = "http://tools.ietf.org/rfc/rfc3236";

type Agent = { type: "Person" | "Organization" | "Software"; name: string; id?: string; homepage?: string };

/** Text of an annotation, with what it is for. */
export interface TextualBody {
  type: "TextualBody";
  purpose: "classifying" | "assessing" | "describing" | "tagging";
  value: string;
  format: "text/plain";
  language?: string;
  textDirection: "ltr" | "rtl";
}

/** A source of a claim, by its address. */
export interface SourceBody {
  type: "SpecificResource";
  purpose: "linking";
  source: string;
}

export type Selector =
  | { type: "TextQuoteSelector"; exact: string; prefix: string; suffix: string }
  | { type: "TextPositionSelector"; start: number; end: number }
  | { type: "FragmentSelector"; conformsTo: string; value: string };

export interface ClaimAnnotation {
  id: string;
  type: "Annotation";
  motivation: "assessing";
  created: string;
  modified: string;
  creator: Agent;
  generator: Agent;
  rights?: string;
  body: (TextualBody | SourceBody)[];
  target: {
    type: "SpecificResource";
    source: string;
    selector: Selector[];
  };
}

export interface AnnotationPage {
  id: string;
  type: "AnnotationPage";
  /** The collection as an object: the W3C's schemas refuse its address alone, which its model allows. */
  partOf: { id: string; type: "AnnotationCollection" };
  startIndex: number;
  items: ClaimAnnotation[];
}

export interface AnnotationCollection {
  "@context": typeof CONTEXT;
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
    "@context": CONTEXT,
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
      items: report.claims.map((claim) => ({
        id: `${address}/claims/${claim.number}`,
        type: "Annotation",
        motivation: "assessing",
        created: claim.firstPublishedAt,
        modified: publication.publishedAt,
        creator: { type: "Person", name: claim.verdictBy },
        generator: { type: "Software", name: "Obelus" },
        ...rights,
        body: bodiesOf(report, claim, words),
        target: { type: "SpecificResource", source: address, selector: selectorsOf(claim, offsets) },
      })),
    },
    last: `${id}#page-1`,
  };
}

function bodiesOf(report: Report, claim: ReportClaim, words: ReportWords): ClaimAnnotation["body"] {
  const addresses = claim.evidence.flatMap(({ source }) => report.sources[source - 1]?.url ?? []);
  return [
    text("classifying", findRating(report, claim).label, words.language),
    text("describing", claim.statement),
    ...(claim.rationaleText === "" ? [] : [text("assessing", claim.rationaleText)]),
    ...claim.tags.map((tag) => text("tagging", tag)),
    ...[...new Set(addresses)].map(
      (source): SourceBody => ({ type: "SpecificResource", purpose: "linking", source }),
    ),
  ];
}

function text(purpose: TextualBody["purpose"], value: string, known?: string): TextualBody {
  const { lang, dir } = textLanguage(value, known);
  return {
    type: "TextualBody",
    purpose,
    value,
    format: "text/plain",
    ...(lang !== undefined && { language: lang }),
    textDirection: dir,
  };
}

function selectorsOf(claim: ReportClaim, offsets: (at: number) => number): Selector[] {
  return [
    { type: "TextQuoteSelector", exact: claim.quote, prefix: claim.prefix, suffix: claim.suffix },
    { type: "TextPositionSelector", start: offsets(claim.start), end: offsets(claim.end) },
    { type: "FragmentSelector", conformsTo: HTML_FRAGMENTS, value: `claim-${claim.number}` },
  ];
}

/** The collection as a file. */
export function renderAnnotations(report: Report, address: string, language = "en"): string {
  return `${JSON.stringify(annotationCollection(report, address, language), null, 2)}\n`;
}
