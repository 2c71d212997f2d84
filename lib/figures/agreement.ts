import type { BallotRow } from "./process-record";

/** How far reviewers agree. */
export interface Agreement {
  /** Claims that at least two people voted on. */
  claims: number;
  /** Those of them on which all votes are equal. */
  equal: number;
  /** Fleiss' kappa; null where it says nothing. */
  kappa: { value: number /** Claims that it is made from. */; claims: number; votes: number } | null;
}

/** With fewer claims, chance moves kappa more than the reviewers do. */
const MIN_CLAIMS = 20;

/**
 * How far reviewers agree. Kappa is made from the largest group of claims with the same rating scale and the same number of votes, because it compares
 * like with like, and there is none for fewer than 20 claims or if all votes are for one rating. People who vote change from claim to claim, so it is Fleiss' kappa and
 * not Cohen's, which compares two fixed people. It does not know that "False" is nearer to "Misleading" than to "True".
 */
export function agreementOf(ballots: readonly BallotRow[]): Agreement {
  const groups = new Map<string, (readonly string[])[]>();
  for (const [, scale, ratings] of ballots) {
    const key = `${scale}\n${ratings.length}`;
    const group = groups.get(key) ?? [];
    group.push(ratings);
    groups.set(key, group);
  }
  const largest = [...groups.values()].sort((a, b) => b.length - a.length)[0] ?? [];
  const value = largest.length < MIN_CLAIMS ? null : fleissKappa(largest);
  return {
    claims: ballots.length,
    equal: ballots.filter(([, , ratings]) => new Set(ratings).size === 1).length,
    kappa: value === null ? null : { value, claims: largest.length, votes: largest[0]?.length ?? 0 },
  };
}

/**
 * Fleiss' kappa: (P − Pe) / (1 − Pe). P is the mean share of pairs of votes on one claim that are equal; Pe is the share that would be by chance, from how
 * often each rating was chosen. 1 is full agreement, 0 no more than chance.
 * Source: J. L. Fleiss, Measuring nominal scale agreement among many raters, Psychological Bulletin 76 (1971).
 * @param ballots of each claim the ratings that it received, the same number for all, at least two
 * @returns null if all votes are for one rating
 */
export function fleissKappa(ballots: readonly (readonly string[])[]): number | null {
  const totals = new Map<string, number>();
  let agreed = 0;
  let votes = 0;
  for (const ratings of ballots) {
    const counts = new Map<string, number>();
    for (const rating of ratings) {
      counts.set(rating, (counts.get(rating) ?? 0) + 1);
      totals.set(rating, (totals.get(rating) ?? 0) + 1);
    }
    const n = ratings.length;
    const pairs = [...counts.values()].reduce((sum, count) => sum + count * (count - 1), 0);
    agreed += pairs / (n * (n - 1));
    votes += n;
  }
  if (totals.size < 2) return null;
  const observed = agreed / ballots.length;
  const chance = [...totals.values()].reduce((sum, count) => sum + (count / votes) ** 2, 0);
  return (observed - chance) / (1 - chance);
}
