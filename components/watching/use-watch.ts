import { useCallback, useEffect, useState } from "react";
import { attempt } from "@/components/ui/attempt";
import { useNewestRequest } from "@/components/ui/use-newest-request";
import type { Failure } from "@/lib/failure";
import type { WatchView } from "./watching-actions";
import { watchingReads } from "./watching-reads";

/**
 * What is watched about a claim, or an article as a whole, loaded when it is shown and again after each change.
 * @param version changes with what is watched
 */
export function useWatch(
  { articleId, claimId }: { articleId: string; claimId: string | null },
  version: number,
): { watch: WatchView | null; failure: Failure | null; reload: () => void } {
  const [watch, setWatch] = useState<WatchView | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  /** Only the newest answer is shown. */
  const newest = useNewestRequest();
  const reload = useCallback(() => {
    const signal = newest.next();
    attempt(() => watchingReads.loadWatch({ articleId, claimId }, { signal })).then((result) => {
      if (signal.aborted) return;
      if (result.ok) setWatch(result.value);
      setFailure(result.ok ? null : result.error);
    });
  }, [articleId, claimId, newest]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another version is loaded again
  useEffect(() => {
    reload();
    return newest.end;
  }, [reload, version]);
  return { watch, failure, reload };
}
