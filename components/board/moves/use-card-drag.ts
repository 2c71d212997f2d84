import { type PointerEvent as ReactPointerEvent, type RefObject, useEffect, useRef, useState } from "react";
import type { BoardArticle } from "@/lib/board/board-article";
import { ARTICLE_STAGES, type ArticleStage } from "@/lib/review/article-transition";
import { edgeScroll } from "./edge-scroll";
import type { BoardMoves } from "./use-board-moves";

/** A pointer that moved less, in pixels, clicks. */
const MIN_DISTANCE = 6;

/** The article that is being dragged, and the stage below the pointer. */
interface Dragged {
  article: BoardArticle;
  over: ArticleStage | null;
}

/**
 * Drags cards between columns by mouse, from anywhere on a card that is no control, and by finger or pen from its grip, so that cards do
 * not get in the way of scrolling. Escape ends a drag without a move.
 * @param columns the box that scrolls sideways
 * @param ghost what follows the pointer
 */
export function useCardDrag(
  columns: RefObject<HTMLElement | null>,
  ghost: RefObject<HTMLElement | null>,
  onDrop: BoardMoves["move"],
): { dragged: Dragged | null; grab: (event: ReactPointerEvent, article: BoardArticle) => void } {
  const [dragged, setDragged] = useState<Dragged | null>(null);
  const stop = useRef<(() => void) | null>(null);
  useEffect(() => () => stop.current?.(), []);

  function grab(event: ReactPointerEvent, article: BoardArticle): void {
    if (!event.isPrimary || event.button !== 0 || !(event.target instanceof Element)) return;
    const isGrip = event.target.closest("[data-grip]") !== null;
    if (!isGrip && (event.pointerType !== "mouse" || event.target.closest("button, input, select, form")))
      return;
    stop.current?.();
    const from = { x: event.clientX, y: event.clientY };
    const { pointerId } = event;
    const at = { ...from };
    let isDragging = false;
    let frame = 0;

    const follow = () => {
      const box = columns.current;
      window.scrollBy(0, edgeScroll(at.y, window.innerHeight));
      if (box) {
        const { left, width } = box.getBoundingClientRect();
        box.scrollLeft += edgeScroll(at.x - left, width);
      }
      if (ghost.current) ghost.current.style.transform = `translate(${at.x + 12}px, ${at.y + 12}px)`;
      const over = stageAt(at.x, at.y);
      setDragged((before) => (before?.over === over ? before : { article, over }));
      frame = requestAnimationFrame(follow);
    };
    const onMove = (moved: PointerEvent) => {
      if (moved.pointerId !== pointerId) return;
      at.x = moved.clientX;
      at.y = moved.clientY;
      if (isDragging || Math.hypot(at.x - from.x, at.y - from.y) < MIN_DISTANCE) return;
      isDragging = true;
      getSelection()?.removeAllRanges();
      setDragged({ article, over: stageAt(at.x, at.y) });
      frame = requestAnimationFrame(follow);
    };
    const onUp = (up: PointerEvent) => {
      if (up.pointerId !== pointerId) return;
      const to = isDragging ? stageAt(up.clientX, up.clientY) : null;
      if (isDragging) ignoreNextClick();
      end();
      if (to !== null && to !== article.stage) void onDrop(article, to, "drag");
    };
    const onKey = (key: KeyboardEvent) => {
      if (key.key === "Escape") end();
    };
    function end(): void {
      cancelAnimationFrame(frame);
      window.removeEventListener("pointermove", onMove);
      window.removeEventListener("pointerup", onUp);
      window.removeEventListener("pointercancel", end);
      window.removeEventListener("keydown", onKey);
      stop.current = null;
      setDragged(null);
    }
    stop.current = end;
    window.addEventListener("pointermove", onMove);
    window.addEventListener("pointerup", onUp);
    window.addEventListener("pointercancel", end);
    window.addEventListener("keydown", onKey);
  }

  return { dragged, grab };
}

/** The stage of the column at a point of the window. */
function stageAt(x: number, y: number): ArticleStage | null {
  const column = document.elementFromPoint(x, y)?.closest<HTMLElement>("[data-stage]");
  return ARTICLE_STAGES.find((stage) => stage === column?.dataset.stage) ?? null;
}

/** The browser clicks where a drag ends on the card it began on. */
function ignoreNextClick(): void {
  const ignore = (click: Event) => {
    click.preventDefault();
    click.stopPropagation();
  };
  window.addEventListener("click", ignore, { capture: true, once: true });
  setTimeout(() => window.removeEventListener("click", ignore, { capture: true }), 0);
}
