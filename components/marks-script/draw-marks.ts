import type { MarkedRating, PageMarks } from "@/lib/syndication/page-marks";
import { ACTIVE, markStyles, nameOf } from "./mark-styles";
import type { PlacedClaim } from "./place-marks";

/** Whether the browser can mark text without changing the page (CSS Custom Highlight API). */
export const canDraw = (): boolean => "highlights" in CSS && typeof Highlight === "function";

/** Whether a text is light, as on a dark page: the page's own theme counts, not the one of the system. */
export function isLightText(element: Element | null): boolean {
  const [red = 0, green = 0, blue = 0] =
    getComputedStyle(element ?? document.body)
      .color.match(/[\d.]+/g)
      ?.map(Number) ?? [];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 140;
}

/** Adds the style of the marks to the page. A constructed style sheet is allowed by every Content Security Policy that allows the script. */
export function addMarkStyles({ ratings }: PageMarks, isDark: boolean): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(markStyles(ratings, isDark));
  document.adoptedStyleSheets.push(sheet);
}

/** Marks claims, or takes all marks away. */
export function drawMarks(ratings: readonly MarkedRating[], placed: readonly PlacedClaim[]): void {
  if (!canDraw()) return;
  for (const rating of ratings.keys()) {
    const ranges = placed.filter(({ claim }) => claim.rating === rating).map(({ range }) => range);
    if (ranges.length > 0) CSS.highlights.set(nameOf(rating), new Highlight(...ranges));
    else CSS.highlights.delete(nameOf(rating));
  }
}

/** Shows which claim a card is about. */
export function drawActive(active: PlacedClaim | null): void {
  if (!canDraw()) return;
  if (!active) CSS.highlights.delete(ACTIVE);
  else {
    const highlight = new Highlight(active.range);
    highlight.priority = 1;
    CSS.highlights.set(ACTIVE, highlight);
  }
}
