"use client";

import { useEffect, useRef, useState } from "react";
import type { DeskRead } from "@/components/reads/read-desk";
import { Combobox } from "@/components/ui/combobox";
import type { FieldControl } from "@/components/ui/field";
import { useNewestRequest } from "@/components/ui/use-newest-request";
import { useWords } from "@/components/words/use-words";
import type { Source } from "@/lib/sources/source";
import { outletOf } from "@/lib/sources/source-details";
import styles from "./source-combobox.module.css";

export type SuggestSources = DeskRead<{ query: string }, Source[]>;

const DEBOUNCE_MS = 180;

/** A text field that suggests known sources while a person types. */
export function SourceCombobox({
  suggest,
  onChange,
  onPick,
  onEnter,
  ...rest
}: {
  control: FieldControl;
  value: string;
  suggest: SuggestSources;
  onChange: (value: string) => void;
  onPick: (source: Source) => void;
  /** Enter takes a text that no known source was found for. */
  onEnter?: (text: string) => void;
  /** Whether the first suggestion is highlighted by itself. */
  highlightFirst?: boolean;
  inputMode?: "url";
  placeholder?: string;
}) {
  const t = useWords("sources");
  const [suggestions, setSuggestions] = useState<Source[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** Only the latest query is answered. */
  const latestQuery = useNewestRequest();
  const isWaiting = useRef(false);
  /** Enter was pressed before the answer was there: without suggestions, it takes the text. */
  const entered = useRef<string | null>(null);
  useEffect(() => () => clearTimeout(timer.current), []);

  function type(next: string) {
    onChange(next);
    clearTimeout(timer.current);
    const signal = latestQuery.next();
    entered.current = null;
    isWaiting.current = false;
    if (next.trim().length < 2) {
      setSuggestions([]);
      return;
    }
    isWaiting.current = true;
    timer.current = setTimeout(async () => {
      // The form works without suggestions, so a failure is silent.
      const result = await suggest({ query: next.trim() }, { signal }).catch(() => null);
      if (signal.aborted) return;
      isWaiting.current = false;
      const found = result?.ok ? result.value : [];
      setSuggestions(found);
      if (entered.current !== null && found.length === 0) enter(entered.current);
      entered.current = null;
    }, DEBOUNCE_MS);
  }

  /** Stops waiting for suggestions. @returns whether it was waiting */
  function cancel(): boolean {
    const wasWaiting = isWaiting.current;
    latestQuery.end();
    clearTimeout(timer.current);
    isWaiting.current = false;
    entered.current = null;
    return wasWaiting;
  }

  function enter(text: string) {
    latestQuery.end();
    clearTimeout(timer.current);
    setSuggestions([]);
    onEnter?.(text);
  }

  function pick(source: Source) {
    latestQuery.end();
    clearTimeout(timer.current);
    setSuggestions([]);
    onPick(source);
  }

  return (
    <Combobox
      {...rest}
      items={suggestions}
      listLabel={t("knownSources")}
      onChange={type}
      onPick={pick}
      onCancel={cancel}
      {...(onEnter && {
        onEnter: () => {
          if (isWaiting.current) entered.current = rest.value;
          else enter(rest.value);
        },
      })}
    >
      {(source) => (
        <>
          {source.title}
          <span className={styles.details}>
            {[outletOf(source), source.publishedOn].filter(Boolean).join(", ")}
          </span>
        </>
      )}
    </Combobox>
  );
}
