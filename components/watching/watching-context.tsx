"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { FlagKind } from "@/lib/watching/flag";
import type { WatchingActions } from "./watching-actions";

interface Watching {
  actions: WatchingActions;
  /** Kinds of the open flags when the page was rendered, by claim. */
  flagged: Readonly<Record<string, readonly FlagKind[]>>;
}

const WatchingContext = createContext<Watching | null>(null);

/** Passes on what is watched about an article. Without it, as for guests, nothing of it is shown. */
export function WatchingProvider({ value, children }: { value: Watching | null; children: ReactNode }) {
  return <WatchingContext value={value}>{children}</WatchingContext>;
}

/** What is watched about the article of the page; null for guests. */
export function useWatching(): Watching | null {
  return useContext(WatchingContext);
}
