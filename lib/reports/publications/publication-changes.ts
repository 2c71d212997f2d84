import { isSameJson } from "@/lib/is-same-json";
import { describeChanges } from "../describe-changes";
import type { Report, ReportClaim } from "../report";
import { reportWords } from "../report-words";

/** A claim in the list of what a publication changes. */
export interface ChangedClaim {
  claimId: string;
  number: number;
  statement: string;
  /** Label of its rating: as it would be published, or, for one that is removed, as readers saw it. */
  rating: string;
}

/** Parts of an article, other than its claims, that can change between publications. */
export type ChangedPart = "text" | "details" | "finding" | "scale" | "organisation";

/** What readers would see differently. */
export interface PublicationChanges {
  added: ChangedClaim[];
  /** Each with lines such as "Verdict: True → False"; without lines if only its kind or tags changed, which need no note. */
  changed: (ChangedClaim & { lines: string[] })[];
  removed: ChangedClaim[];
  /** Number of claims that stay as they are. */
  unchanged: number;
  parts: ChangedPart[];
}

/**
 * Compares what readers saw last with what they would see.
 * @param before null for a first publication
 * @param language of the lines, BCP 47
 */
export function publicationChanges(before: Report | null, now: Report, language = "en"): PublicationChanges {
  const entry = (report: Report, { id, number, statement, ratingKey }: ReportClaim): ChangedClaim => ({
    claimId: id,
    number,
    statement,
    rating: report.scale.ratings.find(({ key }) => key === ratingKey)?.label ?? ratingKey,
  });
  if (!before)
    return {
      added: now.claims.map((claim) => entry(now, claim)),
      changed: [],
      removed: [],
      unchanged: 0,
      parts: [],
    };
  const { correctionLine } = reportWords(language);
  const lines = new Map<string, string[]>();
  for (const change of describeChanges(before, now))
    lines.set(change.claimId, [...(lines.get(change.claimId) ?? []), correctionLine(change)]);
  const earlier = new Map(before.claims.map((claim) => [claim.id, claim]));
  const added: ChangedClaim[] = [];
  const changed: PublicationChanges["changed"] = [];
  for (const claim of now.claims) {
    const was = earlier.get(claim.id);
    if (!was) added.push(entry(now, claim));
    else if (lines.has(claim.id) || quietPart(was) !== quietPart(claim))
      changed.push({ ...entry(now, claim), lines: lines.get(claim.id) ?? [] });
  }
  const left = new Set(now.claims.map(({ id }) => id));
  return {
    added,
    changed,
    removed: before.claims.filter(({ id }) => !left.has(id)).map((claim) => entry(before, claim)),
    unchanged: now.claims.length - added.length - changed.length,
    parts: changedParts(before, now),
  };
}

/** What of a claim can change without a public note. */
function quietPart({ kind, tags }: ReportClaim): string {
  return JSON.stringify([kind, tags]);
}

function changedParts(before: Report, now: Report): ChangedPart[] {
  const parts: Record<ChangedPart, (report: Report) => unknown> = {
    text: ({ article }) => article.textHash,
    details: ({ article: { title, byline, publisher, publishedOn, sourceUrl, language } }) => [
      title,
      byline,
      publisher,
      publishedOn,
      sourceUrl,
      language,
    ],
    finding: ({ finding }) => finding,
    scale: ({ scale }) => scale.ratings,
    organisation: ({ organisation }) => organisation,
  };
  return (Object.keys(parts) as ChangedPart[]).filter(
    (part) => !isSameJson(parts[part](before), parts[part](now)),
  );
}

/** Whether readers would see the same, ignoring who approved and when, and ids, which earlier Reports do not have. */
export function isSameForReaders(before: Report, after: Report): boolean {
  const seen = ({ article, organisation, finding, scale, claims, sources }: Report) => ({
    article,
    organisation,
    finding,
    ratings: scale.ratings,
    claims: claims.map(({ verdictAt: _, verdictBy: __, approvedBy: ___, evidence, ...claim }) => ({
      ...claim,
      evidence: evidence.map(({ id: _, ...each }) => each),
    })),
    sources: sources.map(({ id: _, ...source }) => source),
  });
  return isSameJson(seen(before), seen(after));
}
