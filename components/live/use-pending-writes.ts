import { useSyncExternalStore } from "react";
import { type DeskWrite, targetOf } from "@/lib/live/desk-write";
import { outbox } from "./outbox";

/** The last write to a claim, comment or thread that is queued in this browser; null if there is none. */
export function usePendingWrites(targetId: string): DeskWrite | null {
  return useSyncExternalStore(
    (changed) => outbox.watch(changed),
    () =>
      outbox.current().writes.findLast(({ write, refused }) => !refused && targetOf(write) === targetId)
        ?.write ?? null,
    () => null,
  );
}
