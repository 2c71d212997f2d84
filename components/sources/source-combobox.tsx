"use client";

import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import type { FieldControl } from "@/components/ui/field";
import { useWords } from "@/components/words/use-words";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import type { Source } from "@/lib/sources/source";
import styles from "./source-combobox.module.css";

export type SuggestSources = (input: { query: string }) => Promise<Result<Source[], Failure>>;

const DEBOUNCE_MS = 180;

/** A text field that suggests known sources while a person types (WAI-ARIA combobox with a list). */
export function SourceCombobox({
  control,
  value,
  suggest,
  onChange,
  onPick,
  ...rest
}: {
  control: FieldControl;
  value: string;
  suggest: SuggestSources;
  onChange: (value: string) => void;
  onPick: (source: Source) => void;
  inputMode?: "url";
  placeholder?: string;
}) {
  const t = useWords("sources");
  const listId = useId();
  const [options, setOptions] = useState<Source[]>([]);
  const [active, setActive] = useState(-1);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** Number of the latest query: results of earlier ones are dropped. */
  const latestQuery = useRef(0);
  useEffect(() => () => clearTimeout(timer.current), []);

  function type(next: string) {
    onChange(next);
    setActive(-1);
    clearTimeout(timer.current);
    const query = ++latestQuery.current;
    if (next.trim().length < 2) {
      setOptions([]);
      return;
    }
    timer.current = setTimeout(async () => {
      // The form works without suggestions, so a failure is silent.
      const result = await suggest({ query: next.trim() }).catch(() => null);
      if (query === latestQuery.current) setOptions(result?.ok ? result.value : []);
    }, DEBOUNCE_MS);
  }

  function pick(source: Source) {
    latestQuery.current++;
    setOptions([]);
    onPick(source);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (options.length === 0) return;
    const chosen = options[active];
    if (event.key === "ArrowDown") setActive((active + 1) % options.length);
    else if (event.key === "ArrowUp") setActive((active - 1 + options.length) % options.length);
    else if (event.key === "Enter" && chosen) pick(chosen);
    else if (event.key === "Escape") {
      event.stopPropagation();
      setOptions([]);
    } else return;
    event.preventDefault();
  }

  const expanded = options.length > 0;
  return (
    <div className={styles.combobox}>
      <input
        {...control}
        {...rest}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={expanded}
        aria-controls={listId}
        aria-activedescendant={active >= 0 ? `${listId}-${active}` : undefined}
        autoComplete="off"
        value={value}
        onChange={(event) => type(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => setOptions([])}
      />
      <div
        id={listId}
        role="listbox"
        aria-label={t("knownSources")}
        className={styles.list}
        hidden={!expanded}
      >
        {options.map((source, index) => (
          <div
            key={source.id}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            // The field must keep focus: losing it closes the list before the click arrives.
            onMouseDown={(event) => {
              event.preventDefault();
              pick(source);
            }}
          >
            {source.title}
            <span>{[source.publisher, source.publishedOn].filter(Boolean).join(", ")}</span>
          </div>
        ))}
      </div>
    </div>
  );
}
