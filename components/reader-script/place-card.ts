/** Pixels between a card and its text, and between a card and the edge of the window. */
const GAP = 8;
const MARGIN = 12;
/** A card is never lower than this, even where there is less room. */
const MIN_HEIGHT = 160;
/** A higher card scrolls in this rather than cover words of its claim. */
const ENOUGH_HEIGHT = 240;

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
 * @param line of the text that the card belongs to
 * @param card width and height that the card would like to have
 * @param view the window; `top` is the height of what covers its upper edge
 * @param words all lines of its text, which stay free as well if there is room
 */
export function placeCard(
  line: Box,
  card: { width: number; height: number },
  view: { width: number; height: number; top?: number },
  words: Box = line,
): Placement {
  const { top: edge = 0 } = view;
  const roomBeside = ({ top, bottom }: Box) =>
    [view.height - bottom - GAP - MARGIN, top - edge - GAP - MARGIN] as const;
  const hasRoom = Math.min(card.height, ENOUGH_HEIGHT) <= Math.max(...roomBeside(words));
  // Not spread: a DOMRect has no properties of its own.
  const { left } = line;
  const text = hasRoom ? words : line;
  const [below, above] = roomBeside(text);
  const isBelow = card.height <= below || below >= above;
  const room = Math.max(MIN_HEIGHT, Math.floor(isBelow ? below : above));
  const height = Math.min(card.height, room);
  const top = isBelow ? text.bottom + GAP : text.top - GAP - height;
  return {
    left: Math.max(MARGIN, Math.min(left, view.width - card.width - MARGIN)),
    top: Math.max(edge + MARGIN, Math.min(top, Math.max(MARGIN, view.height - height - MARGIN))),
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

/** The smallest rectangle around some elements; null without any. */
export function boxAround(elements: Iterable<Element>): Box | null {
  const boxes = [...elements].map((element) => element.getBoundingClientRect());
  if (boxes.length === 0) return null;
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    top: Math.min(...boxes.map(({ top }) => top)),
    right: Math.max(...boxes.map(({ right }) => right)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
}
