import type { Node } from "@tiptap/pm/model";
import { assignLanes } from "@/lib/claims/assign-lanes";
import type { Claim, Verdict } from "@/lib/claims/claim";
import { type Span, segmentText } from "@/lib/claims/segment-text";
import { canonicalText } from "@/lib/document/canonical-text";
import { directionOf } from "@/lib/document/direction";
import { parseDocument } from "@/lib/document/parse-document";
import { rationaleSchema } from "@/lib/document/schema";
import type { Organisation } from "@/lib/organisation";
import type { RatingScale } from "@/lib/ratings/rating";
import type { Source } from "@/lib/sources/source";
import { outletOf } from "@/lib/sources/source-details";
import type { Report, ReportCitation, ReportClaim, ReportCorrection, ReportSource } from "./report";
import { reportBlocks } from "./report-blocks";

/** A person who signs. Two people can share a name; their id never appears in a Report. */
export interface Signer {
  id: string;
  name: string;
}

export interface ReportSnapshot {
  article: {
    slug: string;
    title: string;
    byline: string | null;
    publisher: string | null;
    /** ISO 8601 day. */
    publishedOn: string | null;
    sourceUrl: string | null;
    /** BCP 47. */
    language: string;
  };
  /** Who publishes it; without a name there is none. */
  organisation?: Omit<Organisation, "name"> & { name: string | null };
  /** As an editor wrote it; missing or null if it is made from the counts. */
  finding?: string | null;
  version: { number: number; textHash: string; doc: Node };
  scale: RatingScale;
  /** The claims to publish: approved, not excluded, each with a verdict. */
  claims: readonly Claim[];
  /** Approvals of the current content. */
  approvals: readonly { claimId: string; person: Signer /** ISO 8601 instant. */; at: string }[];
  corrections: readonly (Omit<ReportCorrection, "claim"> & { claimId: string | null })[];
}

export interface PublicationContext {
  publicationId: string;
  number: number;
  /** ISO 8601 instant. */
  now: string;
  /** Null for a draft, which nobody has published. */
  publishedBy: Signer | null;
  /** What readers saw last, whose first dates stay the same; null for the first publication. */
  before: Report | null;
}

/**
 * Builds the model that reader pages and exports render. Pure: time and ids are arguments.
 * @throws RangeError for a claim of a manuscript, for one without a verdict, or whose anchor is not inside the text
 */
export function buildReport(snapshot: ReportSnapshot, context: PublicationContext): Report {
  const { article, version, scale } = snapshot;
  if (snapshot.claims.some(({ purpose }) => purpose === "manuscript"))
    throw new RangeError("a manuscript has no report: it has to become a public fact-check first");
  const claims = [...snapshot.claims].sort(inTextOrder);
  const spans: Span[] = claims.map((claim) => ({
    id: claim.id,
    start: claim.anchor.start,
    end: claim.anchor.end,
  }));
  const numberOf = new Map(claims.map(({ id, number }) => [id, number]));
  const lanes = assignLanes(spans);
  const firstPublished = new Map(context.before?.claims.map(({ id, firstPublishedAt: at }) => [id, at]));
  const sources = new SourceList();
  const { text } = canonicalText(version.doc);

  const reportClaims = claims.map((claim, index): ReportClaim => {
    const verdict = verdictOf(claim);
    return {
      number: claim.number,
      position: index + 1,
      id: claim.id,
      quote: claim.anchor.exact,
      start: claim.anchor.start,
      end: claim.anchor.end,
      prefix: claim.anchor.prefix,
      suffix: claim.anchor.suffix,
      lane: lanes.get(claim.id) ?? 0,
      statement: claim.statement,
      claimant: claim.claimant,
      carriedBy: claim.carriedBy,
      claimedOn: claim.claimedOn,
      kind: claim.kind,
      tags: claim.tags,
      ratingKey: verdict.ratingKey,
      rationale: rationaleBlocks(verdict),
      rationaleText: verdict.rationaleText,
      verdictBy: verdict.givenBy.name,
      verdictAt: verdict.givenAt,
      approvedBy: namesOf(
        snapshot.approvals.filter(({ claimId }) => claimId === claim.id).map(({ person }) => person),
      ),
      firstPublishedAt: firstPublished.get(claim.id) ?? context.now,
      evidence: claim.evidence.map((evidence) => ({
        id: evidence.source.confidential ? null : evidence.id,
        source: sources.numberOf(evidence.source),
        stance: evidence.stance,
        excerpt: evidence.source.confidential ? null : evidence.excerpt,
        note: evidence.note,
        // The date of a meeting can reveal who the source is.
        accessedOn: evidence.source.confidential ? null : evidence.accessedOn,
        archiveUrl: evidence.source.confidential ? null : evidence.archiveUrl,
      })),
    };
  });

  return {
    schemaVersion: 2,
    publication: {
      id: context.publicationId,
      number: context.number,
      publishedAt: context.now,
      publishedBy: context.publishedBy?.name ?? "",
      firstPublishedAt: context.before?.publication.firstPublishedAt ?? context.now,
    },
    article: {
      ...article,
      direction: directionOf(article.language),
      versionNumber: version.number,
      textHash: version.textHash,
      blocks: reportBlocks(version.doc, { segments: segmentText(text.length, spans), numberOf }),
    },
    organisation: organisationOf(snapshot),
    finding: snapshot.finding ?? null,
    scale: { name: scale.name, ratings: scale.ratings },
    summary: {
      total: claims.length,
      counts: scale.ratings.map(({ key }) => ({
        ratingKey: key,
        count: reportClaims.filter((claim) => claim.ratingKey === key).length,
      })),
    },
    claims: reportClaims,
    sources: sources.list,
    method: { key: "two-editors" },
    signers: signersOf(claims, snapshot, context),
    corrections: snapshot.corrections.map(({ claimId, ...correction }) => ({
      ...correction,
      claim: claimId === null ? null : (numberOf.get(claimId) ?? null),
    })),
  };
}

/** By start, then longest first, then by claim number. */
function inTextOrder(a: Claim, b: Claim): number {
  return a.anchor.start - b.anchor.start || b.anchor.end - a.anchor.end || a.number - b.number;
}

function verdictOf(claim: Claim): Verdict {
  if (!claim.verdict) throw new RangeError(`claim ${claim.id} has no verdict`);
  return claim.verdict;
}

function rationaleBlocks(verdict: Verdict) {
  const parsed = parseDocument(verdict.rationaleDoc, rationaleSchema);
  if (!parsed.ok) throw new RangeError(`the rationale of verdict ${verdict.id}: ${parsed.error.message}`);
  return reportBlocks(parsed.value);
}

/** The name of each person once; a name that two people share, twice. */
function namesOf(people: readonly Signer[]): string[] {
  return [...new Map(people.map(({ id, name }) => [id, name])).values()];
}

/** What a full citation of a source needs, without empty fields. */
function citationOf({ doi, publisher, details }: Source): Pick<ReportSource, "citation"> {
  const { containerTitle, ...rest } = details;
  const fields = { doi, ...rest, publishingHouse: containerTitle === null ? null : publisher };
  const present = Object.entries(fields).filter(([, value]) => value !== null && value.length > 0);
  return present.length > 0 ? { citation: Object.fromEntries(present) as ReportCitation } : {};
}

/** Numbers sources by first use. */
class SourceList {
  readonly list: ReportSource[] = [];
  private readonly numbers = new Map<string, number>();

  numberOf(source: Source): number {
    const known = this.numbers.get(source.id);
    if (known !== undefined) return known;
    const number = this.list.length + 1;
    this.numbers.set(source.id, number);
    const shown = source.confidential
      ? {
          id: null,
          title: source.publicDescription,
          authors: [],
          publisher: null,
          publishedOn: null,
          url: null,
          archiveUrl: null,
          keptAt: null,
          gone: false,
        }
      : {
          id: source.id,
          authors: source.authors,
          archiveUrl: source.archiveUrl,
          keptAt: source.keptAt,
          title: source.title,
          publisher: outletOf(source),
          ...citationOf(source),
          publishedOn: source.publishedOn,
          url: source.url,
          gone: source.linkState === "gone",
        };
    this.list.push({
      number,
      ...shown,
      kind: source.kind,
      primary: source.primary,
      confidential: source.confidential,
    });
    return number;
  }
}

/** @param claims in reading order */
function signersOf(
  claims: readonly Claim[],
  snapshot: ReportSnapshot,
  context: PublicationContext,
): Report["signers"] {
  const signers = new Map<string, Report["signers"][number] & { numbers: Set<number> }>();
  const people = new Map<string, number>();
  const add = (
    { id, name }: Signer,
    role: Report["signers"][number]["role"],
    claim: number | null,
    at: string,
  ) => {
    const person = people.get(id) ?? people.size + 1;
    people.set(id, person);
    const key = `${role} ${id}`;
    const signer = signers.get(key) ?? { person, name, role, claims: [], at, numbers: new Set() };
    signers.set(key, signer);
    if (claim !== null) signer.numbers.add(claim);
    if (at > signer.at) signer.at = at;
  };
  for (const claim of claims) {
    const { givenBy, givenAt } = verdictOf(claim);
    add(givenBy, "checked", claim.number, givenAt);
  }
  const numberOf = new Map(claims.map(({ id, number }) => [id, number]));
  for (const { claimId, person, at } of snapshot.approvals)
    add(person, "approved", numberOf.get(claimId) ?? null, at);
  if (context.publishedBy) add(context.publishedBy, "published", null, context.now);
  return [...signers.values()].map(({ numbers, ...signer }) => ({
    ...signer,
    claims: [...numbers].sort((a, b) => a - b),
  }));
}

function organisationOf({ organisation }: ReportSnapshot): Report["organisation"] {
  return organisation?.name ? { ...organisation, name: organisation.name } : null;
}
