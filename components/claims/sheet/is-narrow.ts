import { useSyncExternalStore } from "react";

/** Where the claims have no room beside the text: matches article-desk.module.css. */
const NARROW = "(max-width: 62rem)";

/** Whether an open claim is a sheet over the text. */
export function isNarrow(): boolean {
  return matchMedia(NARROW).matches;
}

/** The same in a component, which renders again when the window changes. False on the server. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(watchWidth, isNarrow, () => false);
}

function watchWidth(onChange: () => void): () => void {
  const query = matchMedia(NARROW);
  query.addEventListener("change", onChange);
  return () => query.removeEventListener("change", onChange);
}
