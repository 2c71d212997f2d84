import type { EditorView } from "@tiptap/pm/view";
import { readSelection } from "./draw-over";

/** Blocks drawn in one idle callback. */
const IDLE_BATCH = 16;

/** What the painter needs from the owner of the decorations. */
export interface Canvas {
  /** Indexes of top-level blocks that are not drawn yet; see BlockDecorations.undrawn. */
  undrawn(limit: number, from?: number, to?: number): number[];
  draw(indexes: readonly number[]): void;
}

/**
 * Draws visible blocks, and those within one window height of them, immediately, and the others while the browser is idle. With
 * thousands of claims, drawing all of them first would delay the page.
 */
export class BlockPainter {
  private frame = 0;
  private idle = 0;
  private readonly onScroll = () => {
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0;
      readSelection();
      this.paint();
    });
  };

  constructor(
    private readonly view: EditorView,
    private readonly canvas: Canvas,
  ) {
    // Captured, as scroll events of inner elements do not bubble.
    document.addEventListener("scroll", this.onScroll, { capture: true, passive: true });
    window.addEventListener("resize", this.onScroll);
  }

  /** Draws the blocks that are visible now. */
  paint(): void {
    if (this.canvas.undrawn(1).length > 0) {
      const [from, to] = this.visibleRange();
      const indexes = this.canvas.undrawn(Number.POSITIVE_INFINITY, from, to);
      if (indexes.length > 0) this.canvas.draw(indexes);
      this.fillLater();
    }
  }

  destroy(): void {
    document.removeEventListener("scroll", this.onScroll, { capture: true });
    window.removeEventListener("resize", this.onScroll);
    cancelAnimationFrame(this.frame);
    cancelWhenIdle(this.idle);
  }

  private fillLater(): void {
    this.idle ||= whenIdle(() => {
      this.idle = 0;
      if (this.view.isDestroyed) return;
      readSelection();
      const indexes = this.canvas.undrawn(IDLE_BATCH);
      if (indexes.length === 0) return;
      this.canvas.draw(indexes);
      this.fillLater();
    });
  }

  /** Indexes of the first block in or near the window, and of the first one after it that is not. */
  private visibleRange(): [number, number] {
    const { children } = this.view.dom;
    const height = window.innerHeight;
    const firstBelow = (edge: number) => {
      let low = 0;
      let high = children.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((children[middle] as Element).getBoundingClientRect().bottom < edge) low = middle + 1;
        else high = middle;
      }
      return low;
    };
    return [firstBelow(-height), firstBelow(2 * height) + 1];
  }
}

// Safari does not support requestIdleCallback.
function whenIdle(run: () => void): number {
  return "requestIdleCallback" in window
    ? window.requestIdleCallback(run, { timeout: 2000 })
    : Number(setTimeout(run, 50));
}

function cancelWhenIdle(handle: number): void {
  if ("cancelIdleCallback" in window) window.cancelIdleCallback(handle);
  else clearTimeout(handle);
}
