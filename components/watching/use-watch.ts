import { useCallback, useEffect, useRef, useState } from "react";
import { attempt } from "@/components/ui/attempt";
import type { Failure } from "@/lib/failure";
import type { WatchingActions, WatchView } from "./watching-actions";

/**
 * What is watched about a claim, or an article as a whole, loaded when it is shown and again after each change.
 * @param version changes with what is watched
 */
export function useWatch(
  load: WatchingActions["loadWatch"],
  { articleId, claimId }: { articleId: string; claimId: string | null },
  version: number,
): { watch: WatchView | null; failure: Failure | null; reload: () => void } {
  const [watch, setWatch] = useState<WatchView | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  /** Only the newest answer is shown. */
  const newest = useRef(0);
  const reload = useCallback(() => {
    const request = ++newest.current;
    attempt(() => load({ articleId, claimId })).then((result) => {
      if (request !== newest.current) return;
      if (result.ok) setWatch(result.value);
      setFailure(result.ok ? null : result.error);
    });
  }, [load, articleId, claimId]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another version is loaded again
  useEffect(() => {
    reload();
    return () => {
      newest.current++;
    };
  }, [reload, version]);
  return { watch, failure, reload };
}
