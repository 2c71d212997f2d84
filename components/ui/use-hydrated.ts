import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** Whether React has hydrated the page. Until then, clicks and typing would be lost. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
