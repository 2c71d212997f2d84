import { type RefObject, useState } from "react";

/**
 * For the `finalFocus` of a popup that is open while it is rendered: the focus and the selection go back to where they were, unless the
 * focus has moved on already. Base UI looks too late to know them, if something in the popup takes the focus as soon as it is rendered,
 * and its focus would put the cursor of a text editor at the start.
 */
export function useReturnFocus(popup: RefObject<HTMLElement | null>): () => false {
  const [before] = useState(readFocus);
  return () => {
    const focused = document.activeElement;
    if (focused === document.body || popup.current?.contains(focused)) queueMicrotask(() => restore(before));
    return false;
  };
}

type Focus = ReturnType<typeof readFocus>;

function readFocus() {
  if (typeof document === "undefined") return null;
  const selection = document.getSelection();
  const { anchorNode = null, anchorOffset = 0, focusNode = null, focusOffset = 0 } = selection ?? {};
  return { element: document.activeElement, anchorNode, anchorOffset, focusNode, focusOffset };
}

function restore(before: Focus): void {
  if (!(before?.element instanceof HTMLElement)) return;
  const { element, anchorNode, anchorOffset, focusNode, focusOffset } = before;
  element.focus({ preventScroll: true });
  if (element.contains(anchorNode) && element.contains(focusNode) && anchorNode && focusNode)
    document.getSelection()?.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset);
}
