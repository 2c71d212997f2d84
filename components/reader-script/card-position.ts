import { type ClaimsAt, marksOf } from "./claims-at";
import { type Box, boxAround, lineAt, placeCard } from "./place-card";

/** Where the words of an open claim are, in the window: all of them, the line that counts, and what the card leaves free if there is room. */
export interface ClaimLines {
  text: Box;
  line: Box;
  words: Box;
}

/** Measures the words of a claim whose card opens. @param open with the number of the claim, and where the pointer was */
export function measureClaimLines(
  open: ClaimsAt & { shown: string; point: { x: number; y: number } | null },
): ClaimLines {
  const line = lineAt(open.anchor, open.point);
  const text = boxAround(marksOf(open.shown)) ?? open.anchor.getBoundingClientRect();
  // The pointer has a short way to the card; the keyboard has none, and all words of the claim can be read.
  return { text, line, words: open.point ? line : text };
}

/** Puts a card next to its words. */
export function positionCard(card: HTMLElement, { line, words }: ClaimLines): void {
  card.style.setProperty("--room", "100vh");
  const { width, height } = card.getBoundingClientRect();
  const view = { width: document.documentElement.clientWidth, height: innerHeight, top: barHeight() };
  const { left, top, room } = placeCard(line, { width, height }, view, words);
  card.style.setProperty("--room", `${room}px`);
  card.style.setProperty("--x", `${left + scrollX}px`);
  card.style.setProperty("--y", `${top + scrollY}px`);
}

/** How much of the window the bar above the text covers. */
function barHeight(): number {
  const bar = document.querySelector("claim-tools")?.getBoundingClientRect();
  return bar && bar.top <= 0 ? Math.max(0, bar.bottom) : 0;
}
