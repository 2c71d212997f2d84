/** Milliseconds without scrolling after which a scroll is over, in browsers that do not say so. */
const SCROLL_REST_MS = 150;

/**
 * Calls back when things can be elsewhere in the window than before, once per frame at most: after a scroll, when the page or an element
 * changes its size (a block far below is laid out when it comes near, pictures and fonts load), and when the part of the page in view changes.
 */
export function watchLayout(element: Element, onChange: () => void): void {
  let isPlanned = false;
  const soon = () => {
    if (isPlanned) return;
    isPlanned = true;
    requestAnimationFrame(() => {
      isPlanned = false;
      onChange();
    });
  };
  const sizes = new ResizeObserver(soon);
  sizes.observe(document.body);
  sizes.observe(element);
  document.fonts?.addEventListener("loadingdone", soon);
  visualViewport?.addEventListener("resize", soon);
  if ("onscrollend" in window) addEventListener("scrollend", soon);
  else {
    let timer: ReturnType<typeof setTimeout> | undefined;
    (window as Window).addEventListener(
      "scroll",
      () => {
        clearTimeout(timer);
        timer = setTimeout(soon, SCROLL_REST_MS);
      },
      { passive: true },
    );
  }
}
