import { isDeepStrictEqual } from "node:util";
import type { ClaimedBy } from "@/lib/claimants/claimant";
import type { Claim, ClaimKind } from "@/lib/claims/claim";
import { contentOfOutcome, type OutcomeContent } from "@/lib/claims/outcome";
import type { Source, Stance } from "@/lib/sources/source";

type RecordedSource = Pick<
  Source,
  "id" | "url" | "title" | "publisher" | "publishedOn" | "kind" | "primary" | "confidential"
>;

/** The content of a claim as the audit log stores it: enough to show, compare and restore it. */
export interface ClaimRecord {
  statement: string;
  /** Events of earlier releases have one text: "Vladimir Putin, as reported by the Associated Press". */
  claimant: Omit<ClaimedBy, "sameAs"> | string | null;
  carriedBy: string | null;
  /** ISO 8601 day. */
  claimedOn: string | null;
  kind: ClaimKind;
  tags: string[];
  verdict: { ratingKey: string; rationaleDoc: unknown; rationaleText: string } | null;
  /** Missing in events from before there were manuscripts. */
  outcome?: OutcomeContent | null;
  evidence: {
    stance: Stance;
    excerpt: string | null;
    note: string | null;
    /** ISO 8601 day. */
    accessedOn: string | null;
    archiveUrl: string | null;
    /** As it was then: the source can have changed since, or be gone. */
    source: RecordedSource;
  }[];
}

/** The content of a claim, for the audit log. */
export function recordOf(claim: Claim): ClaimRecord {
  const { statement, claimant, carriedBy, claimedOn, kind, tags, verdict, evidence } = claim;
  return {
    statement,
    claimant: claimant && {
      id: claimant.id,
      kind: claimant.kind,
      name: claimant.name,
      role: claimant.role,
    },
    carriedBy,
    claimedOn,
    kind,
    tags,
    verdict: verdict && {
      ratingKey: verdict.ratingKey,
      rationaleDoc: verdict.rationaleDoc,
      rationaleText: verdict.rationaleText,
    },
    // Claims of published texts have none, and their events say nothing of it.
    ...(claim.outcome || claim.purpose === "manuscript" ? { outcome: contentOfOutcome(claim.outcome) } : {}),
    evidence: evidence.map(({ stance, excerpt, note, accessedOn, archiveUrl, source }) => ({
      stance,
      excerpt,
      note,
      accessedOn,
      archiveUrl,
      source: {
        id: source.id,
        url: source.url,
        title: source.title,
        publisher: source.publisher,
        publishedOn: source.publishedOn,
        kind: source.kind,
        primary: source.primary,
        confidential: source.confidential,
      },
    })),
  };
}

/** The fields that differ between two records, with the values of both. */
export function changesOf<Fields extends object>(
  before: Fields,
  after: Fields,
): { from: Partial<Fields>; to: Partial<Fields> } {
  const changed = (Object.keys(after) as (keyof Fields)[]).filter(
    (field) => !isDeepStrictEqual(before[field], after[field]),
  );
  const pick = (fields: Fields) =>
    Object.fromEntries(changed.map((field) => [field, fields[field]])) as Partial<Fields>;
  return { from: pick(before), to: pick(after) };
}
