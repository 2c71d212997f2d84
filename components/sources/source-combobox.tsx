"use client";

import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import type { FieldControl } from "@/components/ui/field";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import type { Source } from "@/lib/sources/source";
import styles from "./source-combobox.module.css";

export type SuggestSources = (input: { query: string }) => Promise<Result<Source[], Failure>>;

/** Milliseconds without a keystroke before earlier sources are asked for. */
const QUIET = 180;

/** A text field that offers earlier sources as one types (WAI-ARIA combobox with a list). */
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
  const listId = useId();
  const [options, setOptions] = useState<Source[]>([]);
  const [active, setActive] = useState(-1);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const asked = useRef(0);
  useEffect(() => () => clearTimeout(timer.current), []);

  function type(next: string) {
    onChange(next);
    setActive(-1);
    clearTimeout(timer.current);
    const question = ++asked.current;
    if (next.trim().length < 2) {
      setOptions([]);
      return;
    }
    timer.current = setTimeout(async () => {
      const result = await suggest({ query: next.trim() }).catch(() => null); // No suggestions is no failure of the form.
      if (question === asked.current) setOptions(result?.ok ? result.value : []);
    }, QUIET);
  }

  function pick(source: Source) {
    asked.current++;
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
      <div id={listId} role="listbox" aria-label="Earlier sources" className={styles.list} hidden={!expanded}>
        {options.map((source, index) => (
          <div
            key={source.id}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            // The field must keep the focus: losing it closes the list before the click arrives.
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
