import type { Editor } from "@tiptap/core";
import type { TextRange } from "@/lib/anchoring/text-range";
import type { CanonicalText } from "@/lib/document/canonical-text";
import { scrollIntoRoom } from "./scroll-into-room";

/** Scrolls the text so that a range is below the head of the page and above an edge, in pixels from the top of the window. */
export function scrollAbove(
  editor: Editor,
  map: CanonicalText,
  { start, end }: TextRange,
  edge: number,
): void {
  const head = document.querySelector("header")?.getBoundingClientRect();
  const words = {
    top: editor.view.coordsAtPos(map.toPos(start), 1).top,
    bottom: editor.view.coordsAtPos(map.toPos(end), -1).bottom,
  };
  const by = scrollIntoRoom(words, { top: Math.max(0, head?.bottom ?? 0), bottom: edge });
  if (by !== 0) window.scrollBy({ top: by });
}
