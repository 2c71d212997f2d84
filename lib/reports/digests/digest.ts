import type { Organisation } from "@/lib/organisation";
import { selectClaims } from "../claims/select-claims";
import type { Report, ReportClaim } from "../report";

/** The formats of a digest. */
export const DIGEST_FORMATS = ["pdf", "docx", "html", "md", "csv", "xlsx", "json"] as const;
export type DigestFormat = (typeof DIGEST_FORMATS)[number];

/** Which claims a digest has; a filter that is null leaves out nothing. */
export interface DigestFilter {
  /** A topic of claims, in any case of its letters. */
  topic: string | null;
  /** The name of who made the claims, in any case of its letters. */
  claimant: string | null;
  /** Key of a rating. */
  rating: string | null;
}

/** What was published in a period, as readers see it: a report of many articles. */
export interface Digest {
  schemaVersion: 1;
  /** ISO 8601 days (UTC), both included. */
  from: string;
  to: string;
  filter: DigestFilter;
  /** ISO 8601 instant. */
  madeAt: string;
  /** Who made it; null while no name is set. */
  organisation: Organisation | null;
  /** The oldest first. A report with only some claims of its article says so. */
  articles: Report[];
}

/**
 * Makes a digest of reports: only the claims that fit, and only the articles that have one. Pure: the time is an argument.
 * @param reports of current publications, without what was redacted
 */
export function buildDigest(
  reports: readonly Report[],
  { from, to, filter, madeAt, organisation }: Omit<Digest, "schemaVersion" | "articles">,
): Digest {
  const articles = reports.flatMap((report) => {
    const fitting = report.claims.filter((claim) => fits(claim, filter)).map(({ number }) => number);
    if (fitting.length === report.claims.length && report.claims.length > 0) return [report];
    if (fitting.length === 0) return [];
    const selected = selectClaims(report, fitting);
    return selected.ok ? [selected.value] : [];
  });
  articles.sort((a, b) => (a.publication.publishedAt < b.publication.publishedAt ? -1 : 1));
  return { schemaVersion: 1, from, to, filter, madeAt, organisation, articles };
}

function fits(
  { tags, claimant, ratingKey }: ReportClaim,
  { topic, claimant: by, rating }: DigestFilter,
): boolean {
  const same = (a: string, b: string) =>
    a.normalize("NFC").toLowerCase() === b.normalize("NFC").toLowerCase();
  return (
    (topic === null || tags.some((tag) => same(tag, topic))) &&
    (by === null || (claimant !== null && same(claimant.name, by))) &&
    (rating === null || ratingKey === rating)
  );
}
