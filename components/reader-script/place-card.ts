/** Pixels between a card and its text, and between a card and the edge of the window. */
const GAP = 8;
const MARGIN = 12;
/** A card is never lower than this, even where there is less room. */
const MIN_HEIGHT = 160;

/** A rectangle in the window. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Placement {
  /** In the window. */
  left: number;
  top: number;
  /** Height that the card may have; above that it scrolls. */
  room: number;
}

/**
 * Where a card goes: below its text, or above it if there is more room there, and inside the window.
 * @param text the line of the text that the card belongs to
 * @param card width and height that the card would like to have
 */
export function placeCard(
  text: Box,
  card: { width: number; height: number },
  view: { width: number; height: number },
): Placement {
  const below = view.height - text.bottom - GAP - MARGIN;
  const above = text.top - GAP - MARGIN;
  const isBelow = card.height <= below || below >= above;
  const room = Math.max(MIN_HEIGHT, Math.floor(isBelow ? below : above));
  const height = Math.min(card.height, room);
  const top = isBelow ? text.bottom + GAP : text.top - GAP - height;
  return {
    left: Math.max(MARGIN, Math.min(text.left, view.width - card.width - MARGIN)),
    top: Math.max(MARGIN, Math.min(top, Math.max(MARGIN, view.height - height - MARGIN))),
    room,
  };
}

/** The line of an element that is nearest to a point; its first line without one. Text that wraps has several. */
export function lineAt(element: Element, point: { x: number; y: number } | null): Box {
  const lines = [...element.getClientRects()];
  const [first] = lines;
  if (!first) return element.getBoundingClientRect();
  if (!point) return first;
  const distance = ({ top, bottom }: DOMRect) => Math.max(top - point.y, point.y - bottom, 0);
  return lines.reduce((best, line) => (distance(line) < distance(best) ? line : best), first);
}
