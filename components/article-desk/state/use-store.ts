import { useSyncExternalStore } from "react";
import type { Store } from "@/components/article-desk/operations/store";

/** The value of a store. The component renders again when it changes. */
export function useStore<T>(store: Store<T>): T {
  return useSyncExternalStore(store.watch, store.get, store.get);
}
