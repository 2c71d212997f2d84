"use client";

import { useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { findInText, foldText } from "@/lib/document/find-in-text";
import type { TextSpan } from "@/lib/sources/pick-excerpt";
import styles from "./copy-picker.module.css";

/** Looks for words in a copy, and goes from one place to the next. */
export function CopyFind({ text, onFound }: { text: string; onFound: (span: TextSpan | null) => void }) {
  const [query, setQuery] = useState("");
  const [at, setAt] = useState(0);
  const wanted = useDeferredValue(query.trim());
  const isAsked = wanted !== "";
  const folded = useMemo(() => (isAsked ? foldText(text) : null), [text, isAsked]);
  const places = useMemo(() => (folded ? findInText(folded, wanted) : []), [folded, wanted]);
  const tell = useRef(onFound);
  tell.current = onFound;
  useEffect(() => {
    setAt(0);
    if (isAsked) tell.current(places[0] ?? null);
  }, [places, isAsked]);
  function step(by: 1 | -1) {
    if (places.length === 0) return;
    const next = (at + by + places.length) % places.length;
    setAt(next);
    onFound(places[next] ?? null);
  }
  return (
    <search className={styles.find}>
      <input
        type="text"
        inputMode="search"
        className="input"
        aria-label="Find in the copy"
        placeholder="Find in the copy"
        value={query}
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          // It would save the claim.
          event.preventDefault();
          step(event.shiftKey ? -1 : 1);
        }}
      />
      <span className={styles.count} role="status">
        {!isAsked
          ? ""
          : places.length === 0
            ? "not found"
            : `${at + 1} of ${places.length.toLocaleString("en")}`}
      </span>
      <Button
        look="quiet"
        disabled={places.length === 0}
        aria-label="Previous place"
        onClick={() => step(-1)}
      >
        ↑
      </Button>
      <Button look="quiet" disabled={places.length === 0} aria-label="Next place" onClick={() => step(1)}>
        ↓
      </Button>
    </search>
  );
}
