"use client";

import type { Editor } from "@tiptap/core";
import { useCallback, useEffect, useRef, useState } from "react";
import type { CanonicalText } from "@/lib/document/canonical-text";
import type { MarkedSpan } from "./claim-marks";
import styles from "./margin-lanes.module.css";

/** Pixels per lane, bar and gap. The innermost lane is nearest to the text. */
const LANE_WIDTH = 7;
/** Lanes that fit into the margin. Deeper ones share the last; the picker in the text lists them all. */
const MAX_LANES = 6;

interface Bar {
  span: MarkedSpan;
  top: number;
  height: number;
}

/**
 * Bars in the margin beside the lines of each visible claim; overlapping claims are in separate lanes. (For the mouse. The
 * keyboard reaches claims through the list, and overlapping ones through the picker.)
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
  /** In reading order. */
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
      const first = view.coordsAtPos(map.toPos(span.start), 1);
      const last = view.coordsAtPos(map.toPos(span.end), -1);
      next.push({ span, top: first.top - origin.top, height: last.bottom - first.top });
    }
    setBars(next);
  }, [editor, map, spans]);

  useEffect(() => {
    let frame = 0;
    const measureSoon = () => {
      frame ||= requestAnimationFrame(() => {
        frame = 0;
        measure();
      });
    };
    measureSoon();
    document.addEventListener("scroll", measureSoon, { capture: true, passive: true });
    const watch = new ResizeObserver(measureSoon);
    watch.observe(editor.view.dom);
    return () => {
      cancelAnimationFrame(frame);
      document.removeEventListener("scroll", measureSoon, { capture: true });
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
          style={{ top, height, right: Math.min(span.lane, MAX_LANES - 1) * LANE_WIDTH }}
          onMouseDown={(event) => event.preventDefault()}
          onClick={(event) => onPick([span.id], { x: event.clientX, y: event.clientY })}
        />
      ))}
    </div>
  );
}
