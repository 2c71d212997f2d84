import {
  autoUpdate,
  computePosition,
  flip,
  hide,
  offset,
  shift,
  type VirtualElement,
} from "@floating-ui/dom";

/** How long the page has to stand still until the buttons are back, in milliseconds. */
const SCROLL_PAUSE = 150;

/** Keeps the actions of a selection above its words. @returns stops following */
export function placeBubble(bubble: HTMLElement, words: VirtualElement): () => void {
  const place = () =>
    computePosition(words, bubble, {
      placement: "top",
      strategy: "absolute",
      middleware: [offset(8), flip({ padding: 60 }), shift({ padding: 8 }), hide()],
    }).then(({ x, y, middlewareData }) => {
      bubble.style.left = `${x}px`;
      bubble.style.top = `${y}px`;
      bubble.style.visibility = middlewareData.hide?.referenceHidden ? "hidden" : "visible";
    });
  // Not while the page scrolls, and where it was only once the selection is in sight again.
  let isScrolling: ReturnType<typeof setTimeout> | undefined;
  const onScroll = () => {
    bubble.style.visibility = "hidden";
    clearTimeout(isScrolling);
    isScrolling = setTimeout(place, SCROLL_PAUSE);
  };
  window.addEventListener("scroll", onScroll, { passive: true });
  // The text moves: a window is resized, or something opens above it.
  const stopFollowing = autoUpdate(words, bubble, place, { ancestorScroll: false });
  return () => {
    window.removeEventListener("scroll", onScroll);
    clearTimeout(isScrolling);
    stopFollowing();
  };
}
