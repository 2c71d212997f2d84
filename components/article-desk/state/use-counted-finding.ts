import { findingFromCounts } from "@/lib/reports/finding-of";
import { useDesk, useRatings } from "./desk-context";
import { useStore } from "./use-store";

/** The finding that readers see if nobody writes one, made from the verdicts that the claims have now. */
export function useCountedFinding(): string {
  const ratings = useRatings();
  const claims = useStore(useDesk().claims.list);
  const counts = new Map<string, number>();
  for (const { state, excluded, verdict } of claims)
    if (verdict && !excluded && state !== "retired")
      counts.set(verdict.ratingKey, (counts.get(verdict.ratingKey) ?? 0) + 1);
  return findingFromCounts(
    [...counts].map(([ratingKey, count]) => ({ ratingKey, count })),
    ratings,
  );
}
