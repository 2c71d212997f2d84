"use client";

import { useEffect, useRef } from "react";
import { useKeyboardInUse } from "@/components/commands/use-keyboard-in-use";
import { Button } from "@/components/ui/button";
import { useWords } from "@/components/words/use-words";
import { formatKeys } from "@/lib/personal/chord";
import styles from "./find-bar.module.css";

/** Searches the article, counts the matches and steps through them. */
export function FindBar({
  query,
  count,
  at,
  onQuery,
  onStep,
  onMark,
  onClose,
}: {
  query: string;
  count: number;
  /** Index of the current match, from 0. */
  at: number;
  onQuery: (query: string) => void;
  onStep: (step: 1 | -1) => void;
  /** Marks the current match as a claim; null for people who can't mark claims. */
  onMark: (() => void) | null;
  onClose: () => void;
}) {
  const t = useWords("articles");
  const hasKeyboard = useKeyboardInUse();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.select(), []);
  return (
    <search className={styles.bar}>
      <input
        ref={input}
        type="text"
        inputMode="search"
        aria-label={t("find.label")}
        placeholder={t("find.label")}
        value={query}
        onChange={(event) => onQuery(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") onClose();
          // The letter would be typed.
          else if (event.altKey && event.code === "KeyM") onMark?.();
          else if (event.key === "Enter") onStep(event.shiftKey ? -1 : 1);
          else return;
          event.preventDefault();
        }}
      />
      <span className={styles.count} role="status">
        {query.trim() === "" ? "" : t("find.status", { current: at + 1, count })}
      </span>
      <Button look="quiet" disabled={count === 0} aria-label={t("find.previous")} onClick={() => onStep(-1)}>
        ↑
      </Button>
      <Button look="quiet" disabled={count === 0} aria-label={t("find.next")} onClick={() => onStep(1)}>
        ↓
      </Button>
      {onMark && (
        <Button
          disabled={count === 0}
          title={t("find.markHint", { hasKey: hasKeyboard ? "yes" : "no", key: formatKeys("alt+m") })}
          onClick={onMark}
        >
          {t("find.mark")}
        </Button>
      )}
      <Button look="quiet" aria-label={t("find.close")} onClick={onClose}>
        ×
      </Button>
    </search>
  );
}
