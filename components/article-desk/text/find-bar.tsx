"use client";

import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import styles from "./find-bar.module.css";

/** Words to find in the article, how often they were found, and the way from one place to the next. */
export function FindBar({
  query,
  count,
  at,
  onQuery,
  onStep,
  onClose,
}: {
  query: string;
  count: number;
  /** Which of them one is at, from 0. */
  at: number;
  onQuery: (query: string) => void;
  onStep: (step: 1 | -1) => void;
  onClose: () => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.select(), []);
  return (
    <search className={styles.bar}>
      <input
        ref={input}
        type="text"
        inputMode="search"
        aria-label="Find in the article"
        placeholder="Find in the article"
        value={query}
        onChange={(event) => onQuery(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") onClose();
          else if (event.key === "Enter") onStep(event.shiftKey ? -1 : 1);
          else return;
          event.preventDefault();
        }}
      />
      <span className={styles.count} role="status">
        {query.trim() === "" ? "" : count === 0 ? "not found" : `${at + 1} of ${count.toLocaleString("en")}`}
      </span>
      <Button look="quiet" disabled={count === 0} aria-label="Previous place" onClick={() => onStep(-1)}>
        ↑
      </Button>
      <Button look="quiet" disabled={count === 0} aria-label="Next place" onClick={() => onStep(1)}>
        ↓
      </Button>
      <Button look="quiet" aria-label="Close the search" onClick={onClose}>
        ×
      </Button>
    </search>
  );
}
