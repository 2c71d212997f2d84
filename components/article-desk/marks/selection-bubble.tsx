"use client";

import type { Editor } from "@tiptap/react";
import { posToDOMRect } from "@tiptap/react";
import { useEffect, useRef } from "react";
import { CommandKey } from "@/components/commands/command-key";
import { Button } from "@/components/ui/button";
import { useWords } from "@/components/words/use-words";
import { placeBubble } from "./place-bubble";
import { placeSelectionBar } from "./place-selection-bar";
import styles from "./selection-bubble.module.css";

/** Buttons for the selection, beside it or, on a touch screen, at an edge of the window: mark it, comment on it, or move a claim to it. */
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
  const isTouch = matchMedia("(pointer: coarse)").matches;
  useEffect(() => {
    if (!bubble.current) return;
    const element = bubble.current;
    const anchor = {
      getBoundingClientRect: () => posToDOMRect(editor.view, range.from, range.to),
      contextElement: editor.view.dom,
    };
    // On a touch screen the system's own menu and the handles are beside the words.
    if (isTouch) return placeSelectionBar(element, anchor.getBoundingClientRect);
    return placeBubble(element, anchor);
  }, [editor, range, isTouch]);
  return (
    <div ref={bubble} className={isTouch ? styles.bar : styles.bubble}>
      {/* mousedown is prevented, as the buttons would otherwise clear the selection. */}
      {adjusted && (
        <Button
          look="primary"
          onMouseDown={(event) => event.preventDefault()}
          onClick={(event) => onAdjust(event.altKey)}
        >
          {t("bubble.adjust", { number: adjusted.number })} <Key id="adjust" keys="b" />
        </Button>
      )}
      {onMark && (
        <Button
          look={adjusted ? "plain" : "primary"}
          onMouseDown={(event) => event.preventDefault()}
          onClick={(event) => onMark(event.altKey)}
        >
          {t("bubble.mark")} <Key id="mark" keys="m" />
        </Button>
      )}
      <Button onMouseDown={(event) => event.preventDefault()} onClick={(event) => onComment(event.altKey)}>
        {t("bubble.comment")} <Key id="comment" keys="c" />
      </Button>
    </div>
  );
}

function Key(command: { id: string; keys: string }) {
  return (
    <span className={styles.key} aria-hidden="true">
      <CommandKey {...command} />
    </span>
  );
}
