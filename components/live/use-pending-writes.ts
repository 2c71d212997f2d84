import { useSyncExternalStore } from "react";
import { type DeskWrite, targetOf } from "@/lib/live/desk-write";
import { outbox } from "./outbox";

/** The last write to a claim, comment or thread that waits in this browser for the server; null where none does. */
export function usePendingWrites(targetId: string): DeskWrite | null {
  return useSyncExternalStore(
    (changed) => outbox.watch(changed),
    () =>
      outbox.current().writes.findLast(({ write, refused }) => !refused && targetOf(write) === targetId)
        ?.write ?? null,
    () => null,
  );
}
