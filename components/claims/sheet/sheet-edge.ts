/** The open sheets and panels at the lower edge of a narrow window. */
const sheets = new Set<HTMLElement>();

/** Pixels from the lower edge of the window to the upper edge of the highest of them. */
function edge(): number {
  const tops = [...sheets]
    .filter((sheet) => !sheet.hasAttribute("data-covered"))
    .map((sheet) => sheet.getBoundingClientRect().top);
  return Math.max(0, Math.round(window.innerHeight - Math.min(window.innerHeight, ...tops)));
}

function publish(): void {
  const root = document.documentElement;
  root.toggleAttribute("data-sheet-edge", sheets.size > 0);
  if (sheets.size > 0) root.style.setProperty("--sheet-edge", `${edge()}px`);
  else root.style.removeProperty("--sheet-edge");
}

/**
 * Tells the style sheets where the upper edge of a sheet is, as `--sheet-edge` in pixels from the lower edge of the window, so that messages
 * are above it and never over its fields and buttons. The root has `data-sheet-edge` while there is one.
 * @returns to be called when the sheet closes
 */
export function keepMessagesAbove(sheet: HTMLElement): () => void {
  sheets.add(sheet);
  publish();
  const sizes = typeof ResizeObserver === "function" ? new ResizeObserver(publish) : null;
  sizes?.observe(sheet);
  window.addEventListener("resize", publish);
  window.visualViewport?.addEventListener("resize", publish);
  return () => {
    sheets.delete(sheet);
    sizes?.disconnect();
    window.removeEventListener("resize", publish);
    window.visualViewport?.removeEventListener("resize", publish);
    publish();
  };
}
