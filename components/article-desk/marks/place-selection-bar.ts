import { selectionBarEdge } from "./selection-bar-edge";

/**
 * Keeps the actions of a touch selection at an edge of what is in view, while the words scroll and the keyboard on the screen comes and goes.
 * The words themselves stay free: see selectionBarEdge.
 * @param words upper and lower edge of the selection in the window, in pixels
 * @returns stops following
 */
export function placeSelectionBar(
  bar: HTMLElement,
  words: () => { top: number; bottom: number },
): () => void {
  const place = () => {
    const head = Math.max(0, document.querySelector("header")?.getBoundingClientRect().bottom ?? 0);
    const view = window.visualViewport;
    const above = view?.offsetTop ?? 0;
    const height = above + (view?.height ?? window.innerHeight);
    const edge = selectionBarEdge(words(), { height, head }, bar.offsetHeight);
    bar.style.top = edge === "top" ? `${Math.max(head, above)}px` : "";
    bar.style.bottom = edge === "top" ? "" : `${Math.max(0, window.innerHeight - height)}px`;
    bar.dataset.edge = edge;
    bar.style.visibility = "visible";
  };
  place();
  const view = window.visualViewport;
  window.addEventListener("scroll", place, { passive: true });
  window.addEventListener("resize", place);
  view?.addEventListener("resize", place);
  view?.addEventListener("scroll", place);
  return () => {
    window.removeEventListener("scroll", place);
    window.removeEventListener("resize", place);
    view?.removeEventListener("resize", place);
    view?.removeEventListener("scroll", place);
  };
}
