"use client";

import type { Editor } from "@tiptap/core";
import { type PointerEvent, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { TextRange } from "@/lib/anchoring/reanchor";
import { snapToWords } from "@/lib/anchoring/snap-to-words";
import type { CanonicalText } from "@/lib/document/canonical-text";
import styles from "./bound-handles.module.css";
import { lightUp, type MarkedSpan } from "./claim-marks";
import { drawOver } from "./draw-over";

type End = "start" | "end";

/**
 * Grips at both ends of a claim, to drag them to other words: whole ones, unless Alt is held; Escape lets go without a change. (By
 * the keyboard the bounds are set by selecting.)
 */
export function BoundHandles({
  editor,
  map,
  span,
  onChange,
}: {
  editor: Editor;
  map: CanonicalText;
  span: MarkedSpan;
  /** Called when an end was let go at another place. */
  onChange: (range: TextRange) => void;
}) {
  const [dragged, setDragged] = useState<TextRange | null>(null);
  const drag = useRef<{ end: End; range: TextRange } | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const range = dragged ?? span;

  const place = useCallback(() => {
    if (!box.current || editor.isDestroyed) return;
    const origin = box.current.getBoundingClientRect();
    for (const end of ["start", "end"] as const) {
      const grip = box.current.querySelector<HTMLElement>(`[data-end=${end}]`);
      if (!grip) continue;
      // Each end is on the line of the words that belong to the claim.
      const at = editor.view.coordsAtPos(map.toPos(range[end], end), end === "start" ? 1 : -1);
      grip.style.left = `${at.left - origin.left}px`;
      grip.style.top = `${at.top - origin.top}px`;
      grip.style.height = `${at.bottom - at.top}px`;
    }
  }, [editor, map, range]);
  useLayoutEffect(place, [place]);
  useEffect(() => {
    const watch = new ResizeObserver(place);
    watch.observe(editor.view.dom);
    return () => watch.disconnect();
  }, [editor, place]);
  const letGo = useCallback(() => {
    drag.current = null;
    setDragged(null);
    if (!editor.isDestroyed) drawOver(editor, (state) => lightUp(state, "drag", []));
  }, [editor]);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === "Escape" && drag.current) letGo();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => {
      document.removeEventListener("keydown", onKeyDown);
      if (drag.current) letGo();
    };
  }, [letGo]);

  function move(event: PointerEvent<HTMLElement>) {
    if (!drag.current) return;
    const at = editor.view.posAtCoords({ left: event.clientX, top: event.clientY });
    if (!at) return;
    const wanted = { start: span.start, end: span.end, [drag.current.end]: map.toOffset(at.pos) };
    if (wanted.start >= wanted.end) return;
    const next = event.altKey ? wanted : { ...snapToWords(map.text, wanted) };
    if (map.text.slice(next.start, next.end).trim() === "") return;
    drag.current.range = next;
    setDragged(next);
    drawOver(editor, (state) => lightUp(state, "drag", [{ ...next, look: "pending" }]));
  }

  function drop() {
    const range = drag.current?.range;
    letGo();
    if (range && (range.start !== span.start || range.end !== span.end)) onChange(trim(map.text, range));
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
          onPointerCancel={letGo}
        />
      ))}
    </div>
  );
}

/** A span does not begin or end with white space. */
function trim(text: string, { start, end }: TextRange): TextRange {
  const words = text.slice(start, end);
  return {
    start: start + words.length - words.trimStart().length,
    end: end - (words.length - words.trimEnd().length),
  };
}
