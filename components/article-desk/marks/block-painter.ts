import type { EditorView } from "@tiptap/pm/view";
import { readSelection } from "./draw-over";

/** Blocks that are drawn at a time while nothing else is done. */
const CHUNK = 16;

/** What the painter asks of whoever keeps the decorations. */
export interface Canvas {
  /** Places of blocks, among those at the top of the document, that are still to be drawn; see BlockDecorations.undrawn. */
  undrawn(limit: number, from?: number, to?: number): number[];
  draw(indexes: readonly number[]): void;
}

/**
 * Draws the blocks that are in sight, and a window's height around them, at once; the others follow while the browser is idle. With
 * thousands of claims, drawing all of them before the first is seen would take most of the time.
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
    // Whatever scrolls, in whichever element.
    document.addEventListener("scroll", this.onScroll, { capture: true, passive: true });
    window.addEventListener("resize", this.onScroll);
  }

  /** Draws what is in sight now. */
  paint(): void {
    if (this.canvas.undrawn(1).length > 0) {
      const [from, to] = this.inSight();
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
      const indexes = this.canvas.undrawn(CHUNK);
      if (indexes.length === 0) return;
      this.canvas.draw(indexes);
      this.fillLater();
    });
  }

  /** The first block that is in sight or near it, and the first behind it that is not. */
  private inSight(): [number, number] {
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

// Safari knows no requestIdleCallback.
function whenIdle(run: () => void): number {
  return "requestIdleCallback" in window
    ? window.requestIdleCallback(run, { timeout: 2000 })
    : Number(setTimeout(run, 50));
}

function cancelWhenIdle(handle: number): void {
  if ("cancelIdleCallback" in window) window.cancelIdleCallback(handle);
  else clearTimeout(handle);
}
