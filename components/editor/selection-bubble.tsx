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
  bounds,
  onBounds,
}: {
  editor: Editor;
  range: { from: number; to: number };
  /** @param exactly do not widen the selection to whole words */
  onMark: (exactly: boolean) => void;
  /** The claim whose bounds are being set. */
  bounds: { number: number } | null;
  onBounds: (exactly: boolean) => void;
}) {
  const bubble = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!bubble.current) return;
    const element = bubble.current;
    const anchor = { getBoundingClientRect: () => posToDOMRect(editor.view, range.from, range.to) };
    computePosition(anchor, element, {
      placement: "top",
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
      {bounds && (
        <Button
          look="primary"
          onMouseDown={(event) => event.preventDefault()}
          onClick={(event) => onBounds(event.altKey)}
        >
          Set the bounds of claim {bounds.number}{" "}
          <span className={styles.key} aria-hidden="true">
            B
          </span>
        </Button>
      )}
      <Button
        look={bounds ? "plain" : "primary"}
        onMouseDown={(event) => event.preventDefault()}
        onClick={(event) => onMark(event.altKey)}
      >
        Mark claim{" "}
        <span className={styles.key} aria-hidden="true">
          M
        </span>
      </Button>
    </div>
  );
}
