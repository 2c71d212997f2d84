import { articlePath } from "@/lib/article-path";
import { ratingHues } from "@/lib/ratings/rating-signs";
import { claimantKeyOf } from "../claimant-options";
import { findRating } from "../claims/find-rating";
import type { Report, ReportClaim, ReportClaimant, ReportEvidence } from "../report";
import type { EvidencePack, PackCheck, PackClaimant, PackShare, PackSources } from "./evidence-pack";

/** What is known of a pack besides its checks. */
export type PackFrame = Pick<
  EvidencePack,
  "from" | "to" | "madeAt" | "organisation" | "corrections" | "unpublished" | "complaints"
>;

/**
 * Makes a pack of Reports that are added one by one, so that thousands of them need not be in memory together. Pure: the time is an argument.
 * @param publicUrl of the installation
 */
export function packCollector(publicUrl: string) {
  const checks: PackCheck[] = [];
  const shares = new Map<string, PackShare>();
  const claimants = new Map<string, { claimant: ReportClaimant; counts: Map<string, number> }>();
  const methods = new Map<string, Report["method"]>();
  const scales = new Map<string, EvidencePack["policies"]["scales"][number]>();

  return {
    /** Adds the Report of a current publication, without what was redacted. */
    add(report: Report): void {
      checks.push(checkOf(report, publicUrl));
      methods.set(JSON.stringify(report.method), report.method);
      const ratings = report.scale.ratings.map(({ key, label, definition }) => ({ key, label, definition }));
      scales.set(JSON.stringify([report.scale.name, ratings]), { name: report.scale.name, ratings });
      // All ratings of the scale, so that they keep its order.
      for (const { key, label, colour } of report.scale.ratings) {
        const share = { ratingKey: key, label, hue: ratingHues[colour].light, count: 0 };
        if (!shares.has(shareKey(key, label))) shares.set(shareKey(key, label), share);
      }
      for (const claim of report.claims) {
        const key = shareKey(claim.ratingKey, findRating(report, claim).label);
        const share = shares.get(key);
        if (share) share.count += 1;
        if (!claim.claimant) continue;
        const known = claimants.get(claimantKeyOf(claim.claimant)) ?? {
          claimant: claim.claimant,
          counts: new Map<string, number>(),
        };
        known.counts.set(key, (known.counts.get(key) ?? 0) + 1);
        claimants.set(claimantKeyOf(claim.claimant), known);
      }
    },

    /** @returns the pack of everything that was added */
    finish(frame: PackFrame): EvidencePack {
      const used = [...shares].filter(([, { count }]) => count > 0);
      return {
        schemaVersion: 1,
        ...frame,
        checks: checks.sort((a, b) => (a.firstPublishedAt < b.firstPublishedAt ? -1 : 1)),
        ratings: used.map(([, share]) => share),
        claimants: [...claimants.values()]
          .map(({ claimant, counts }): PackClaimant => {
            const ratings = used.flatMap(([key, { label }]) => {
              const count = counts.get(key) ?? 0;
              return count > 0 ? [{ label, count }] : [];
            });
            return { name: claimant.name, kind: claimant.kind, count: sumOf(ratings), ratings };
          })
          .sort((a, b) => b.count - a.count || a.name.localeCompare(b.name, "en")),
        policies: {
          methods: [...methods.values()],
          scales: [...scales.values()],
          correctionsPage: `${publicUrl}/corrections`,
        },
      };
    },
  };
}

const shareKey = (key: string, label: string) => `${key}\n${label}`;

const sumOf = (some: readonly { count: number }[]) => some.reduce((sum, { count }) => sum + count, 0);

function checkOf(report: Report, publicUrl: string): PackCheck {
  const { article, publication, claims } = report;
  const address = `${publicUrl}${articlePath(article.slug)}`;
  return {
    title: article.title,
    address,
    publisher: article.publisher,
    firstPublishedAt: publication.firstPublishedAt,
    publishedAt: publication.publishedAt,
    claims: claims.map((claim) => ({
      number: claim.number,
      address: `${address}/claims/${claim.number}`,
      statement: claim.statement,
      claimant: claim.claimant?.name ?? null,
      ratingKey: claim.ratingKey,
      rating: findRating(report, claim).label,
      sources: sourcesOf(report, [claim]),
    })),
    sources: sourcesOf(report, claims),
  };
}

/** The sources of claims, each counted once. */
function sourcesOf({ sources }: Report, claims: readonly ReportClaim[]): PackSources {
  const uses = new Map<number, ReportEvidence[]>();
  for (const evidence of claims.flatMap((claim) => claim.evidence))
    uses.set(evidence.source, [...(uses.get(evidence.source) ?? []), evidence]);
  const used = sources.filter(({ number }) => uses.has(number));
  const isArchived = ({ number, archiveUrl, keptAt }: Report["sources"][number]) =>
    archiveUrl !== null || keptAt !== null || (uses.get(number) ?? []).some((use) => use.archiveUrl !== null);
  return {
    total: used.length,
    primary: used.filter(({ primary }) => primary).length,
    archived: used.filter(isArchived).length,
    confidential: used.filter(({ confidential }) => confidential).length,
  };
}
