import { useMemo, useSyncExternalStore } from "react";
import { outbox } from "@/components/live/outbox";
import { claimOf } from "@/lib/live/desk-write";

type Writes = ReturnType<typeof outbox.current>["writes"];

const NO_WRITES: Writes = [];

/** Claims of an article with changes that the server does not have yet. */
export function useQueuedClaimIds(articleId: string): readonly string[] {
  const writes = useSyncExternalStore(
    (changed) => outbox.watch(changed),
    () => outbox.current().writes,
    () => NO_WRITES,
  );
  return useMemo(
    () => writes.filter((each) => each.articleId === articleId).flatMap(({ write }) => claimOf(write) ?? []),
    [writes, articleId],
  );
}
