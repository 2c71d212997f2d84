"use client";

import type { Editor } from "@tiptap/core";
import { useCallback, useEffect, useRef, useState } from "react";
import type { CanonicalText } from "@/lib/document/canonical-text";
import type { MarkedSpan } from "./claim-marks";
import styles from "./margin-lanes.module.css";

/** Pixels that a lane takes, bar and space; the innermost is nearest to the text. */
const LANE = 7;
/** Lanes that the margin has room for. Deeper ones share the last; the picker at the point reaches them all. */
const LANES = 6;

interface Bar {
  span: MarkedSpan;
  top: number;
  height: number;
}

/**
 * Bars in the margin beside the lines of each claim in sight, a lane for each that overlaps another. (For the mouse; by the keyboard
 * one goes through claims in the list, and through overlapping ones in the picker.)
 */
export function MarginLanes({
  editor,
  map,
  spans,
  selectedId,
  onPick,
}: {
  editor: Editor;
  map: CanonicalText;
  /** In order of the text. */
  spans: readonly MarkedSpan[];
  selectedId: string | null;
  onPick: (ids: string[], at: { x: number; y: number }) => void;
}) {
  const box = useRef<HTMLDivElement>(null);
  const [bars, setBars] = useState<Bar[]>([]);

  const measure = useCallback(() => {
    if (!box.current || editor.isDestroyed || getComputedStyle(box.current).display === "none") return;
    const { view } = editor;
    const origin = box.current.getBoundingClientRect();
    const text = view.dom.getBoundingClientRect();
    const offsetAt = (y: number) => {
      const top = Math.min(Math.max(y, text.top + 1), text.bottom - 1);
      return map.toOffset(view.posAtCoords({ left: text.left + 4, top })?.pos ?? 0);
    };
    const from = offsetAt(0);
    const to = offsetAt(window.innerHeight);
    const next: Bar[] = [];
    for (const span of spans) {
      if (span.start > to) break;
      if (span.end <= from) continue;
      const first = view.coordsAtPos(map.toPos(span.start, "start"), 1);
      const last = view.coordsAtPos(map.toPos(span.end, "end"), -1);
      next.push({ span, top: first.top - origin.top, height: last.bottom - first.top });
    }
    setBars(next);
  }, [editor, map, spans]);

  useEffect(() => {
    let frame = 0;
    const soon = () => {
      frame ||= requestAnimationFrame(() => {
        frame = 0;
        measure();
      });
    };
    soon();
    document.addEventListener("scroll", soon, { capture: true, passive: true });
    const watch = new ResizeObserver(soon);
    watch.observe(editor.view.dom);
    return () => {
      cancelAnimationFrame(frame);
      document.removeEventListener("scroll", soon, { capture: true });
      watch.disconnect();
    };
  }, [editor, measure]);

  return (
    <div ref={box} className={styles.lanes} aria-hidden="true">
      {bars.map(({ span, top, height }) => (
        <button
          key={span.id}
          type="button"
          tabIndex={-1}
          className={`${styles.bar} rating-hue`}
          data-colour={span.colour ?? undefined}
          data-selected={span.id === selectedId ? "" : undefined}
          title={span.label}
          style={{ top, height, right: Math.min(span.lane, LANES - 1) * LANE }}
          onMouseDown={(event) => event.preventDefault()}
          onClick={(event) => onPick([span.id], { x: event.clientX, y: event.clientY })}
        />
      ))}
    </div>
  );
}
