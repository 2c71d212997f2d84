"use client";

import { useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { useWords } from "@/components/words/use-words";
import { findInText, foldText } from "@/lib/document/find-in-text";
import type { TextSpan } from "@/lib/sources/pick-excerpt";
import styles from "./copy-picker.module.css";

/** Finds text in a saved copy, and moves between the matches. */
export function CopyFind({ text, onFound }: { text: string; onFound: (span: TextSpan | null) => void }) {
  const t = useWords("sources");
  const [query, setQuery] = useState("");
  const [current, setCurrent] = useState(0);
  const needle = useDeferredValue(query.trim());
  const hasQuery = needle !== "";
  const folded = useMemo(() => (hasQuery ? foldText(text) : null), [text, hasQuery]);
  const matches = useMemo(() => (folded ? findInText(folded, needle) : []), [folded, needle]);
  const latestOnFound = useRef(onFound);
  latestOnFound.current = onFound;
  useEffect(() => {
    setCurrent(0);
    if (hasQuery) latestOnFound.current(matches[0] ?? null);
  }, [matches, hasQuery]);
  function step(by: 1 | -1) {
    if (matches.length === 0) return;
    const next = (current + by + matches.length) % matches.length;
    setCurrent(next);
    onFound(matches[next] ?? null);
  }
  return (
    <search className={styles.find}>
      <input
        type="text"
        inputMode="search"
        className="input"
        aria-label={t("find.label")}
        placeholder={t("find.label")}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          // Enter would submit the claim form.
          event.preventDefault();
          step(event.shiftKey ? -1 : 1);
        }}
      />
      <span className={styles.count} role="status">
        {!hasQuery
          ? ""
          : matches.length === 0
            ? t("find.noMatches")
            : t("find.position", { current: current + 1, total: matches.length })}
      </span>
      <Button
        look="quiet"
        disabled={matches.length === 0}
        aria-label={t("find.previous")}
        onClick={() => step(-1)}
      >
        ↑
      </Button>
      <Button
        look="quiet"
        disabled={matches.length === 0}
        aria-label={t("find.next")}
        onClick={() => step(1)}
      >
        ↓
      </Button>
    </search>
  );
}
