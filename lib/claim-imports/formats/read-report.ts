import { CLAIMANT_KINDS } from "@/lib/claimants/claimant";
import { CLAIM_KINDS } from "@/lib/claims/claim";
import type { EvidenceInput } from "@/lib/claims/claim-input";
import { SOURCE_KINDS, STANCES } from "@/lib/sources/source";
import {
  dayOf,
  isObject,
  type JsonObject,
  listOf,
  looseDayOf,
  objectsIn,
  oneOf,
  textOf,
  textsIn,
  webAddressOf,
} from "../loose-json";
import { rationaleOf, rationaleOfBlocks } from "../rationale-doc";
import { BLANK_CLAIM, type ReadClaim } from "../read-claim";

/** Whether a JSON document is a report of this or another Obelus. */
export function isReport(json: unknown): json is JsonObject {
  return (
    isObject(json) &&
    Array.isArray(json.claims) &&
    ("schemaVersion" in json || String(json.$schema).includes("/schemas/report-"))
  );
}

/** The claims of a report (public/schemas report-2), in reading order. */
export function readReport(report: JsonObject): ReadClaim[] {
  const ratings = isObject(report.scale) ? objectsIn(report.scale.ratings) : [];
  const labels = new Map(ratings.map(({ key, label }) => [textOf(key), textOf(label)]));
  const sources = listOf(report.sources);
  return objectsIn(report.claims).map((claim) => {
    const key = textOf(claim.ratingKey);
    const claimant = isObject(claim.claimant) ? claim.claimant : {};
    const name = textOf(claimant.name);
    return {
      ...BLANK_CLAIM,
      id: textOf(claim.id),
      place: {
        quote:
          typeof claim.quote === "string"
            ? { exact: claim.quote, prefix: rawText(claim.prefix), suffix: rawText(claim.suffix) }
            : null,
        position: positionOf(claim),
      },
      statement: textOf(claim.statement) ?? "",
      claimant:
        name === null
          ? null
          : {
              name,
              kind: CLAIMANT_KINDS.find((kind) => kind === claimant.kind) ?? null,
              role: textOf(claimant.role),
              sameAs: textsIn(claimant.sameAs).filter((each) => webAddressOf(each) !== null),
            },
      carriedBy: textOf(claim.carriedBy),
      claimedOn: dayOf(claim.claimedOn),
      kind: oneOf(claim.kind, CLAIM_KINDS, "other"),
      tags: textsIn(claim.tags),
      rating: key === null ? null : { key, label: labels.get(key) ?? key },
      rationale: rationaleOfBlocks(claim.rationale) ?? rationaleOf(textOf(claim.rationaleText)),
      evidence: objectsIn(claim.evidence).flatMap((evidence) => {
        const source = sources[Number(evidence.source) - 1];
        return isObject(source) ? [evidenceOf(evidence, source)] : [];
      }),
    };
  });
}

function positionOf({ start, end }: JsonObject): { start: number; end: number; unit: "utf-16" } | null {
  return Number.isInteger(start) && Number.isInteger(end)
    ? { start: start as number, end: end as number, unit: "utf-16" }
    : null;
}

/** A use of a source. A confidential one stays confidential, with the description that readers see. */
function evidenceOf(evidence: JsonObject, source: JsonObject): EvidenceInput {
  const url = webAddressOf(source.url);
  const title = textOf(source.title);
  const { doi, publishingHouse, ...citation } = isObject(source.citation) ? source.citation : {};
  const confidential = source.confidential === true;
  const house = textOf(publishingHouse);
  const publisher = textOf(source.publisher);
  return {
    stance: oneOf(evidence.stance, STANCES, "context"),
    excerpt: textOf(evidence.excerpt),
    note: textOf(evidence.note),
    accessedOn: dayOf(evidence.accessedOn),
    archiveUrl: webAddressOf(evidence.archiveUrl),
    source: {
      url: confidential ? null : url,
      title: title ?? url ?? (confidential ? "Confidential source" : "Untitled source"),
      // A report names the journal or book as the publisher, and the publishing house apart.
      publisher: house ?? publisher,
      publishedOn: looseDayOf(source.publishedOn),
      kind: oneOf(source.kind, SOURCE_KINDS, "web_page"),
      primary: source.primary === true,
      confidential,
      publicDescription: confidential ? title : null,
      doi: textOf(doi),
      authors: textsIn(source.authors),
      details: {
        ...(house !== null && { containerTitle: publisher }),
        ...Object.fromEntries(Object.entries(citation).filter(([name, value]) => isDetail(name, value))),
      },
    },
  };
}

const LISTS = new Set(["editors", "translators"]);
const TEXTS = new Set([
  "volume",
  "issue",
  "pages",
  "edition",
  "number",
  "publisherPlace",
  "eventTitle",
  "isbn",
  "issn",
]);

function isDetail(name: string, value: unknown): boolean {
  return LISTS.has(name)
    ? Array.isArray(value) && value.every((each) => typeof each === "string")
    : TEXTS.has(name) && typeof value === "string";
}

const rawText = (value: unknown) => (typeof value === "string" ? value : "");
