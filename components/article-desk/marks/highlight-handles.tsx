"use client";

import type { Editor } from "@tiptap/core";
import { type PointerEvent, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { snapToWords } from "@/lib/anchoring/snap-to-words";
import type { TextRange } from "@/lib/anchoring/text-range";
import type { CanonicalText } from "@/lib/document/canonical-text";
import { lightUp, type MarkedSpan } from "./claim-marks";
import { drawOver } from "./draw-over";
import styles from "./highlight-handles.module.css";

type End = "start" | "end";

/**
 * Grips to drag the ends of a claim's highlight. They snap to word boundaries unless Alt is held; Escape cancels. (With the
 * keyboard, the highlight is adjusted by selecting.)
 */
export function HighlightHandles({
  editor,
  map,
  span,
  onChange,
}: {
  editor: Editor;
  map: CanonicalText;
  span: MarkedSpan;
  /** Called when an end was dropped at a new position. */
  onChange: (range: TextRange) => void;
}) {
  const [dragged, setDragged] = useState<TextRange | null>(null);
  const drag = useRef<{ end: End; range: TextRange } | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const range = dragged ?? span;

  const positionGrips = useCallback(() => {
    if (!box.current || editor.isDestroyed) return;
    const origin = box.current.getBoundingClientRect();
    for (const end of ["start", "end"] as const) {
      const grip = box.current.querySelector<HTMLElement>(`[data-end=${end}]`);
      if (!grip) continue;
      // At a line break, each grip belongs on the line of the claim's own text.
      const at = editor.view.coordsAtPos(map.toPos(range[end]), end === "start" ? 1 : -1);
      grip.style.left = `${at.left - origin.left}px`;
      grip.style.top = `${at.top - origin.top}px`;
      grip.style.height = `${at.bottom - at.top}px`;
    }
  }, [editor, map, range]);
  useLayoutEffect(positionGrips, [positionGrips]);
  useEffect(() => {
    const watch = new ResizeObserver(positionGrips);
    watch.observe(editor.view.dom);
    return () => watch.disconnect();
  }, [editor, positionGrips]);
  const endDrag = useCallback(() => {
    drag.current = null;
    setDragged(null);
    if (!editor.isDestroyed) drawOver(editor, (state) => lightUp(state, "drag", []));
  }, [editor]);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === "Escape" && drag.current) endDrag();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => {
      document.removeEventListener("keydown", onKeyDown);
      if (drag.current) endDrag();
    };
  }, [endDrag]);

  function move(event: PointerEvent<HTMLElement>) {
    if (!drag.current) return;
    const at = editor.view.posAtCoords({ left: event.clientX, top: event.clientY });
    if (!at) return;
    const target = { start: span.start, end: span.end, [drag.current.end]: map.toOffset(at.pos) };
    if (target.start >= target.end) return;
    const next = event.altKey ? target : { ...snapToWords(map.text, target) };
    if (map.text.slice(next.start, next.end).trim() === "") return;
    drag.current.range = next;
    setDragged(next);
    drawOver(editor, (state) => lightUp(state, "drag", [{ ...next, look: "pending" }]));
  }

  function drop() {
    const dropped = drag.current?.range;
    endDrag();
    if (dropped && (dropped.start !== span.start || dropped.end !== span.end))
      onChange(trim(map.text, dropped));
  }

  return (
    <div ref={box} className={styles.handles} aria-hidden="true">
      {(["start", "end"] as const).map((end) => (
        <div
          key={end}
          className={styles.grip}
          data-end={end}
          data-testid={`${end}-grip`}
          onPointerDown={(event) => {
            if (event.button !== 0) return;
            event.preventDefault();
            event.currentTarget.setPointerCapture(event.pointerId);
            drag.current = { end, range: { start: span.start, end: span.end } };
          }}
          onPointerMove={move}
          onPointerUp={drop}
          onPointerCancel={endDrag}
        />
      ))}
    </div>
  );
}

/** Claims never start or end with white space. */
function trim(text: string, { start, end }: TextRange): TextRange {
  const selected = text.slice(start, end);
  return {
    start: start + selected.length - selected.trimStart().length,
    end: end - (selected.length - selected.trimEnd().length),
  };
}
