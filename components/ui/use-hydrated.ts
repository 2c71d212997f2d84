import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** Whether the page takes clicks and keys yet: before that, what is typed into a field that React holds would be lost. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
