/** What a keyboard on the screen takes at least, in pixels. Bars of the browser take less. */
const MIN_KEYBOARD = 120;

/** The part of the window that is in view, in pixels. */
export interface View {
  height: number;
  /** What the keyboard on the screen covers at the lower edge of the window. */
  covered: number;
}

/** Reads what is in view. A page that is enlarged with two fingers counts as if it were not. */
export function readView(): View {
  const { innerHeight, visualViewport } = window;
  if (!visualViewport || visualViewport.scale > 1.01) return { height: innerHeight, covered: 0 };
  const { height, offsetTop } = visualViewport;
  return { height, covered: Math.max(0, innerHeight - height - offsetTop) };
}

/** How many sheets have made room below the page. */
let rooms = 0;

/**
 * Keeps a sheet above the keyboard on the screen, with the field that has the focus in view, and the words of its claim above it.
 * @param showAbove called with the upper edge that the sheet can have, in pixels from the top of the window
 * @returns stops following
 */
export function followView(sheet: HTMLElement, showAbove: (edge: number) => void): () => void {
  let last = "";
  const follow = () => {
    const view = readView();
    const now = `${view.height} ${view.covered}`;
    if (now === last) return;
    last = now;
    sheet.style.setProperty("--view-height", `${view.height}px`);
    sheet.style.setProperty("--covered", `${view.covered}px`);
    sheet.toggleAttribute("data-keyboard", view.covered > MIN_KEYBOARD);
    // The height that it can have, not the one that it has: what is loaded later makes it higher.
    const height = Number.parseFloat(getComputedStyle(sheet).maxHeight) || sheet.offsetHeight;
    showAbove(window.innerHeight - view.covered - height);
    const { activeElement } = document;
    if (activeElement && sheet.contains(activeElement)) activeElement.scrollIntoView?.({ block: "nearest" });
  };
  // The last lines of the text can then be above the sheet as well.
  rooms += 1;
  document.body.style.paddingBottom = "75vh";
  follow();
  const view = window.visualViewport;
  view?.addEventListener("resize", follow);
  view?.addEventListener("scroll", follow);
  window.addEventListener("resize", follow);
  return () => {
    rooms -= 1;
    if (rooms === 0) document.body.style.paddingBottom = "";
    view?.removeEventListener("resize", follow);
    view?.removeEventListener("scroll", follow);
    window.removeEventListener("resize", follow);
  };
}
