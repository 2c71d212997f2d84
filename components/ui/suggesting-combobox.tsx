"use client";

import { useEffect, useRef, useState } from "react";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import { Combobox } from "./combobox";
import styles from "./combobox.module.css";
import type { FieldControl } from "./field";
import { useNewestRequest } from "./use-newest-request";

/** Finds what is known under a text. The signal ends a request that a newer one replaces. */
export type Suggest<Item> = (
  input: { query: string },
  options?: { signal?: AbortSignal },
) => Promise<Result<Item[], Failure>>;

/** A line of the list: something known, or the last choice below it. */
type Suggestion<Item> = { id: string; item: Item } | { id: "last-choice"; item: null };

const DEBOUNCE_MS = 180;
/** Characters from which suggestions are shown. */
const MIN_QUERY = 2;

/** A text field that suggests what is known while a person types. */
export function SuggestingCombobox<Item extends { id: string }>({
  suggest,
  nameOf,
  detailsOf,
  lastChoice,
  onChange,
  onPick,
  onEnter,
  ...rest
}: {
  control: FieldControl;
  value: string;
  listLabel: string;
  suggest: Suggest<Item>;
  nameOf: (item: Item) => string;
  /** What tells items of the same name apart; blank parts are left out. */
  detailsOf: (item: Item) => readonly (string | null | undefined)[];
  /** A choice below the suggestions, for when none of them is right. */
  lastChoice?: { label: string; onPick: () => void };
  onChange: (value: string) => void;
  onPick: (item: Item) => void;
  /** Enter was pressed and nothing known was found for the text; without it, Enter submits the form. */
  onEnter?: (text: string) => void;
  /** Whether the first suggestion is highlighted by itself. */
  highlightFirst?: boolean;
  inputMode?: "url";
  placeholder?: string;
}) {
  const [found, setFound] = useState<Item[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** Only the latest query is answered. */
  const latestQuery = useNewestRequest();
  const isWaiting = useRef(false);
  /** The text for which Enter was pressed before the suggestions came: if there are none, it is entered. */
  const entered = useRef<string | null>(null);
  useEffect(() => () => clearTimeout(timer.current), []);

  /** Stops waiting for suggestions. @returns whether it was waiting */
  function cancel(): boolean {
    const wasWaiting = isWaiting.current;
    latestQuery.end();
    clearTimeout(timer.current);
    isWaiting.current = false;
    entered.current = null;
    return wasWaiting;
  }

  function type(next: string) {
    onChange(next);
    cancel();
    const query = next.trim();
    if (query.length < MIN_QUERY) return setFound([]);
    const signal = latestQuery.next();
    isWaiting.current = true;
    timer.current = setTimeout(async () => {
      // The form works without suggestions, so a failure is silent.
      const result = await suggest({ query }, { signal }).catch(() => null);
      if (signal.aborted) return;
      isWaiting.current = false;
      const items = result?.ok ? result.value : [];
      setFound(items);
      if (entered.current !== null && items.length === 0) enter(entered.current);
      entered.current = null;
    }, DEBOUNCE_MS);
  }

  function enter(text: string) {
    cancel();
    setFound([]);
    onEnter?.(text);
  }

  function pick({ item }: Suggestion<Item>) {
    cancel();
    setFound([]);
    if (item) onPick(item);
    else lastChoice?.onPick();
  }

  const suggestions: Suggestion<Item>[] = found.map((item) => ({ id: item.id, item }));
  if (lastChoice && found.length > 0) suggestions.push({ id: "last-choice", item: null });
  return (
    <Combobox
      {...rest}
      items={suggestions}
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
      {({ item }) =>
        item ? (
          <>
            {nameOf(item)}
            <span className={styles.details}>{detailsOf(item).filter(Boolean).join(", ")}</span>
          </>
        ) : (
          lastChoice?.label
        )
      }
    </Combobox>
  );
}
