"use client";

import { computePosition, flip, offset, shift } from "@floating-ui/dom";
import type { Editor } from "@tiptap/react";
import { posToDOMRect } from "@tiptap/react";
import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import styles from "./selection-bubble.module.css";

/** Stands by the selection and offers to mark it. */
export function SelectionBubble({
  editor,
  range,
  onMark,
  onComment,
  adjusted,
  onAdjust,
}: {
  editor: Editor;
  range: { from: number; to: number };
  /** Null for who may not. @param exactly do not widen the selection to whole words */
  onMark: ((exactly: boolean) => void) | null;
  /** @param exactly as above */
  onComment: (exactly: boolean) => void;
  /** The claim whose bounds are being set. */
  adjusted: { number: number } | null;
  /** @param exactly as above */
  onAdjust: (exactly: boolean) => void;
}) {
  const bubble = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!bubble.current) return;
    const element = bubble.current;
    const anchor = { getBoundingClientRect: () => posToDOMRect(editor.view, range.from, range.to) };
    computePosition(anchor, element, {
      // A finger's own menu comes up above what it selects.
      placement: matchMedia("(pointer: coarse)").matches ? "bottom" : "top",
      strategy: "absolute",
      middleware: [offset(8), flip({ padding: 60 }), shift({ padding: 8 })],
    }).then(({ x, y }) => {
      element.style.left = `${x}px`;
      element.style.top = `${y}px`;
      element.style.visibility = "visible";
    });
  }, [editor, range]);
  return (
    <div ref={bubble} className={styles.bubble}>
      {/* The selection must not go when the button is pressed. */}
      {adjusted && (
        <Button
          look="primary"
          onMouseDown={(event) => event.preventDefault()}
          onClick={(event) => onAdjust(event.altKey)}
        >
          Set the bounds of claim {adjusted.number}{" "}
          <span className={styles.key} aria-hidden="true">
            B
          </span>
        </Button>
      )}
      {onMark && (
        <Button
          look={adjusted ? "plain" : "primary"}
          onMouseDown={(event) => event.preventDefault()}
          onClick={(event) => onMark(event.altKey)}
        >
          Mark claim{" "}
          <span className={styles.key} aria-hidden="true">
            M
          </span>
        </Button>
      )}
      <Button onMouseDown={(event) => event.preventDefault()} onClick={(event) => onComment(event.altKey)}>
        Comment{" "}
        <span className={styles.key} aria-hidden="true">
          C
        </span>
      </Button>
    </div>
  );
}
