"use client";

import { autoUpdate, computePosition, flip, hide, offset, shift } from "@floating-ui/dom";
import type { Editor } from "@tiptap/react";
import { posToDOMRect } from "@tiptap/react";
import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { useWords } from "@/components/words/use-words";
import styles from "./selection-bubble.module.css";

/** How long the page has to stand still until the buttons are back, in milliseconds. */
const SCROLL_PAUSE = 150;

/** Buttons beside the selection: mark it, comment on it, or move a claim to it. */
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
  /** Null if the person can't mark claims. @param exactly do not extend the selection to full words */
  onMark: ((exactly: boolean) => void) | null;
  /** @param exactly as above */
  onComment: (exactly: boolean) => void;
  /** The claim whose highlight is being adjusted. */
  adjusted: { number: number } | null;
  /** @param exactly as above */
  onAdjust: (exactly: boolean) => void;
}) {
  const t = useWords("articles");
  const bubble = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!bubble.current) return;
    const element = bubble.current;
    const anchor = {
      getBoundingClientRect: () => posToDOMRect(editor.view, range.from, range.to),
      contextElement: editor.view.dom,
    };
    const updatePosition = () =>
      computePosition(anchor, element, {
        // Touch devices show their own menu above the selection.
        placement: matchMedia("(pointer: coarse)").matches ? "bottom" : "top",
        strategy: "absolute",
        middleware: [offset(8), flip({ padding: 60 }), shift({ padding: 8 }), hide()],
      }).then(({ x, y, middlewareData }) => {
        element.style.left = `${x}px`;
        element.style.top = `${y}px`;
        element.style.visibility = middlewareData.hide?.referenceHidden ? "hidden" : "visible";
      });
    // Not while the page scrolls, and where it was only once the selection is in sight again.
    let isScrolling: ReturnType<typeof setTimeout> | undefined;
    const onScroll = () => {
      element.style.visibility = "hidden";
      clearTimeout(isScrolling);
      isScrolling = setTimeout(updatePosition, SCROLL_PAUSE);
    };
    window.addEventListener("scroll", onScroll, { passive: true });
    // The text moves: a phone is turned, or something opens above it.
    const stopFollowing = autoUpdate(anchor, element, updatePosition, { ancestorScroll: false });
    return () => {
      window.removeEventListener("scroll", onScroll);
      clearTimeout(isScrolling);
      stopFollowing();
    };
  }, [editor, range]);
  return (
    <div ref={bubble} className={styles.bubble}>
      {/* mousedown is prevented, as the buttons would otherwise clear the selection. */}
      {adjusted && (
        <Button
          look="primary"
          onMouseDown={(event) => event.preventDefault()}
          onClick={(event) => onAdjust(event.altKey)}
        >
          {t("bubble.adjust", { number: adjusted.number })} {shortcut("B")}
        </Button>
      )}
      {onMark && (
        <Button
          look={adjusted ? "plain" : "primary"}
          onMouseDown={(event) => event.preventDefault()}
          onClick={(event) => onMark(event.altKey)}
        >
          {t("bubble.mark")} {shortcut("M")}
        </Button>
      )}
      <Button onMouseDown={(event) => event.preventDefault()} onClick={(event) => onComment(event.altKey)}>
        {t("bubble.comment")} {shortcut("C")}
      </Button>
    </div>
  );
}

function shortcut(key: string) {
  return (
    <span className={styles.key} aria-hidden="true">
      {key}
    </span>
  );
}
