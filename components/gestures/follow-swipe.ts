/** How far a finger moves down to close a sheet, in pixels. */
export const SWIPE = 56;

/** What takes the moves of a finger itself: text that is edited, choices, and handles. */
const OWN_MOVES = ["input", "textarea", "select", "[contenteditable=true]", "[data-drag]"].join();

/**
 * Calls back when a finger swipes down on a sheet that is scrolled to its top, so that it can't be scrolling. A finger in a field, or in
 * something inside that is scrolled itself, is not meant for the sheet.
 * @returns stops listening
 */
export function followSwipe(sheet: HTMLElement, onSwipeDown: () => void): () => void {
  let start: Touch | null = null;
  const begin = ({ touches, target }: TouchEvent) => {
    const isFree = sheet.scrollTop <= 0 && touches.length === 1 && !movesItself(target, sheet);
    start = isFree ? (touches[0] ?? null) : null;
  };
  const end = ({ changedTouches }: TouchEvent) => {
    const [last] = changedTouches;
    if (!start || !last) return;
    const down = last.clientY - start.clientY;
    const across = Math.abs(last.clientX - start.clientX);
    start = null;
    if (down > SWIPE && down > across) onSwipeDown();
  };
  const cancel = () => {
    start = null;
  };
  sheet.addEventListener("touchstart", begin, { passive: true });
  sheet.addEventListener("touchend", end);
  sheet.addEventListener("touchcancel", cancel);
  return () => {
    sheet.removeEventListener("touchstart", begin);
    sheet.removeEventListener("touchend", end);
    sheet.removeEventListener("touchcancel", cancel);
  };
}

function movesItself(target: EventTarget | null, sheet: HTMLElement): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest(OWN_MOVES)) return true;
  for (let element: Element | null = target; element && element !== sheet; element = element.parentElement)
    if (element.scrollTop > 0) return true;
  return false;
}
