import { type RefObject, useState } from "react";

/**
 * For the `finalFocus` of a popup that is open while it is rendered: the focus goes back to where it was, unless it has moved on already.
 * Base UI looks too late to know that position itself, if something in the popup takes the focus as soon as it is rendered.
 */
export function useReturnFocus(popup: RefObject<HTMLElement | null>): () => HTMLElement | boolean {
  const [focusedBefore] = useState(() => globalThis.document?.activeElement);
  return () => {
    const focused = document.activeElement;
    if (focused !== document.body && !popup.current?.contains(focused)) return false;
    // For the body, Base UI would focus the first link of the page.
    if (!(focusedBefore instanceof HTMLElement) || focusedBefore === document.body) return false;
    return focusedBefore.isConnected ? focusedBefore : true;
  };
}
