import { type ClaimsAt, marksOf } from "./claims-at";
import { type Box, boxAround, lineAt, placeCard } from "./place-card";

/** Where the words of an open claim are, in the window: all of them, the line that counts, and what the card leaves free if there is room. */
export interface ClaimLines {
  text: Box;
  line: Box;
  words: Box;
}

/** Measures the words of a claim whose card is open. @param open with the number of the claim, and where in its anchor the pointer was */
export function measureClaimLines(
  open: ClaimsAt & { shown: string; point: { x: number; y: number } | null },
): ClaimLines {
  const { anchor, point } = open;
  // The page may have been scrolled since, and what is above may have changed its height.
  const corner = anchor.getBoundingClientRect();
  const line = lineAt(anchor, point && { x: point.x + corner.left, y: point.y + corner.top });
  const text = boxAround(marksOf(open.shown)) ?? corner;
  // The pointer has a short way to the card; the keyboard has none, and all words of the claim can be read.
  return { text, line, words: open.point ? line : text };
}

/** Puts a card next to its words. */
export function positionCard(card: HTMLElement, { line, words }: ClaimLines): void {
  card.style.setProperty("--room", "100vh");
  const { width, height } = card.getBoundingClientRect();
  const view = { width: document.documentElement.clientWidth, height: viewHeight(), top: barHeight() };
  const { left, top, room } = placeCard(line, { width, height }, view, words);
  card.style.setProperty("--room", `${room}px`);
  card.style.setProperty("--x", `${left + scrollX}px`);
  card.style.setProperty("--y", `${top + scrollY}px`);
}

/** Puts a card that is open next to its words again. One whose words were scrolled out of sight stays with them. */
export function followWords(card: HTMLElement, lines: ClaimLines): void {
  const { top, bottom } = lines.line;
  if (bottom <= barHeight() || top >= viewHeight()) return;
  const { scrollTop } = card;
  positionCard(card, lines);
  // Measured at its full height, it has nothing to scroll.
  card.scrollTop = scrollTop;
}

/** The height of the window that is in view. A page that is enlarged with two fingers counts as if it were not. */
function viewHeight(): number {
  return visualViewport && visualViewport.scale <= 1.01
    ? Math.min(innerHeight, visualViewport.height)
    : innerHeight;
}

/** How much of the window the bar above the text covers. */
function barHeight(): number {
  const bar = document.querySelector("claim-tools")?.getBoundingClientRect();
  return bar && bar.top <= 0 ? Math.max(0, bar.bottom) : 0;
}
