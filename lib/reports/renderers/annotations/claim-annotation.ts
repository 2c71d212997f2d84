import { textLanguage } from "../../text-language";

export const ANNOTATION_CONTEXT = "http://www.w3.org/ns/anno.jsonld";
/** What says how `#claim-7` names a part of an HTML page. */
const HTML_FRAGMENTS = "http://tools.ietf.org/rfc/rfc3236";

export type Agent = {
  type: "Person" | "Organization" | "Software";
  name: string;
  id?: string;
  homepage?: string;
};

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

/** What an annotation says of a claim, in the desk or in a publication. */
export interface AnnotatedClaim {
  /** Address of the annotation. */
  id: string;
  /** Public address of the article's page, on which `#claim-7` is the claim. */
  source: string;
  number: number;
  /** ISO 8601 instants. */
  created: string;
  modified: string;
  /** Name of the person who gave the verdict. */
  creator: string;
  /** Address of a licence. */
  rights?: string;
  /** Label of the rating; null without a verdict. */
  rating: string | null;
  statement: string;
  rationaleText: string;
  tags: readonly string[];
  /** Of sources, without confidential ones. */
  addresses: readonly string[];
  quote: string;
  prefix: string;
  suffix: string;
  /** In code points, in the text of the article; null if the text does not have the passage any more. */
  position: { start: number; end: number } | null;
}

/**
 * A claim as a W3C Web Annotation. `readWebAnnotations` reads it back.
 * Source: https://www.w3.org/TR/annotation-model/
 * @param language BCP 47, of the rating's label
 */
export function claimAnnotation(claim: AnnotatedClaim, language: string): ClaimAnnotation {
  const { id, source, created, modified, creator, rights } = claim;
  return {
    id,
    type: "Annotation",
    motivation: "assessing",
    created,
    modified,
    creator: { type: "Person", name: creator },
    generator: { type: "Software", name: "Obelus" },
    ...(rights !== undefined && { rights }),
    body: bodiesOf(claim, language),
    target: { type: "SpecificResource", source, selector: selectorsOf(claim) },
  };
}

function bodiesOf(claim: AnnotatedClaim, language: string): ClaimAnnotation["body"] {
  return [
    ...(claim.rating === null ? [] : [text("classifying", claim.rating, language)]),
    text("describing", claim.statement),
    ...(claim.rationaleText === "" ? [] : [text("assessing", claim.rationaleText)]),
    ...claim.tags.map((tag) => text("tagging", tag)),
    ...[...new Set(claim.addresses)].map(
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

function selectorsOf({ quote, prefix, suffix, position, number }: AnnotatedClaim): Selector[] {
  return [
    { type: "TextQuoteSelector", exact: quote, prefix, suffix },
    ...(position === null ? [] : [{ type: "TextPositionSelector" as const, ...position }]),
    { type: "FragmentSelector", conformsTo: HTML_FRAGMENTS, value: `claim-${number}` },
  ];
}
