/** Pixels that stay free between words and what is above and below them. */
const CLEARANCE = 12;

/** Upper and lower edges in the window, in pixels. */
interface Edges {
  top: number;
  bottom: number;
}

/**
 * How far the page scrolls so that words are in a room: as little as needed. Of words that are higher than the room, the first line is in view.
 * @returns pixels; positive scrolls down, 0 if they are in view already
 */
export function scrollIntoRoom(words: Edges, room: Edges): number {
  const top = words.top - room.top - CLEARANCE;
  const bottom = words.bottom - room.bottom + CLEARANCE;
  if (top >= 0 && bottom <= 0) return 0;
  return top < 0 ? top : Math.min(top, bottom);
}
