import { type RefObject, useEffect, useRef, useState } from "react";
import { followSwipe } from "@/components/gestures/follow-swipe";
import { useIsNarrow } from "./is-narrow";
import { openSheet } from "./open-sheets";
import { keepMessagesAbove } from "./sheet-edge";
import { followView } from "./sheet-view";

/** What else takes Escape before a sheet does. */
const OWN_ESCAPE = "[role=dialog], [role=menu], [role=listbox]";

export interface ClaimSheetState {
  /** Whether the element is a sheet: it is open, and the window is narrow. */
  isSheet: boolean;
  /** Whether it is drawn up. */
  isTall: boolean;
  setTall: (isTall: boolean) => void;
  close: () => void;
}

/**
 * Makes an element a sheet from below while it is open in a narrow window: the text stays in view above it. A swipe down, Escape and the
 * browser's Back close it. The focus goes into an element that becomes a sheet; the caller moves it back.
 * @param showAbove scrolls the text so that the words of the claim are above an edge, in pixels from the top of the window
 */
export function useClaimSheet(
  element: RefObject<HTMLElement | null>,
  { isOpen, onClose, showAbove }: { isOpen: boolean; onClose: () => void; showAbove: (edge: number) => void },
): ClaimSheetState {
  const isSheet = useIsNarrow() && isOpen;
  const [isTall, setTall] = useState(false);
  const latest = useRef({ onClose, showAbove, isTall });
  latest.current = { onClose, showAbove, isTall };
  // What is a sheet from the start moves the focus by itself, as a form does, or was opened with the page.
  const isFirst = useRef(true);

  useEffect(() => {
    const wasFirst = isFirst.current;
    isFirst.current = false;
    const sheet = element.current;
    if (!isSheet || !sheet) return;
    const close = () => latest.current.onClose();
    const stopSwipe = followSwipe(sheet, () => (latest.current.isTall ? setTall(false) : close()));
    const leave = openSheet({ element: sheet, close, onUncover: () => focusIn(sheet) });
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || sheet.hasAttribute("data-covered")) return;
      const target = event.target instanceof Element ? event.target : null;
      // The article's text marks every Escape as handled.
      const isHandled = event.defaultPrevented && !target?.closest("[aria-readonly=true]");
      if (!isHandled && !target?.closest(OWN_ESCAPE)) close();
    };
    document.addEventListener("keydown", onKeyDown);
    const leaveEdge = keepMessagesAbove(sheet);
    if (!wasFirst) focusIn(sheet);
    return () => {
      document.removeEventListener("keydown", onKeyDown);
      stopSwipe();
      leave();
      leaveEdge();
      setTall(false);
    };
  }, [isSheet, element]);

  useEffect(() => {
    const sheet = element.current;
    if (!isSheet || !sheet) return;
    sheet.toggleAttribute("data-tall", isTall);
    return followView(sheet, (edge) => latest.current.showAbove(edge));
  }, [isSheet, isTall, element]);

  return { isSheet, isTall, setTall, close: onClose };
}

/** Moves the focus into a sheet, unless it is there: to the claim's head, or its first control. */
function focusIn(sheet: HTMLElement): void {
  if (sheet.contains(document.activeElement)) return;
  const target = sheet.querySelector<HTMLElement>("[data-claim-card]") ?? sheet.querySelector("button");
  target?.focus({ preventScroll: true });
}
