/** What the handles of a selection take below its words, in pixels. */
const HANDLE = 28;

/**
 * At which edge of the window the actions of a touch selection are: at the lower one, within reach of the thumb and clear of the system's
 * menu, which is near the words. At the upper one while the words or their handles are where the actions would be; both only if there is room.
 * @param words upper and lower edge of the selection in the window, in pixels
 * @param view the height of what is in view, and of what the head of the page covers of it
 * @param bar the height of the actions
 */
export function selectionBarEdge(
  words: { top: number; bottom: number },
  view: { height: number; head: number },
  bar: number,
): "top" | "bottom" {
  const isUnderLower = words.bottom + HANDLE > view.height - bar && words.top < view.height;
  const isUnderUpper = words.top < view.head + bar && words.bottom > view.head;
  return isUnderLower && !isUnderUpper ? "top" : "bottom";
}
