"use client";

import { Autocomplete } from "@base-ui/react/autocomplete";
import { type KeyboardEvent, type ReactNode, useState } from "react";
import styles from "./combobox.module.css";
import type { FieldControl } from "./field";

/**
 * A text field with suggestions below it. Any text can be typed; what a picked suggestion means is left to the form.
 *
 * The list is inline and not a Base UI popup: a popup hides the rest of the page from screen readers, with the label of the field.
 */
export function Combobox<Item extends { id: string }>({
  control,
  value,
  items,
  listLabel,
  highlightFirst = false,
  onChange,
  onPick,
  onEnter,
  onCancel,
  children,
  ...rest
}: {
  control: FieldControl;
  value: string;
  /** The suggestions for the value. */
  items: readonly Item[];
  listLabel: string;
  /** Whether the first suggestion is highlighted by itself: Enter then picks it. */
  highlightFirst?: boolean;
  onChange: (value: string) => void;
  onPick: (item: Item) => void;
  /** Enter was pressed while no suggestions are shown; without it, Enter submits the form. */
  onEnter?: () => void;
  /** Escape was pressed while no suggestions are shown. @returns whether something was cancelled, so that the form stays open */
  onCancel?: () => boolean;
  inputMode?: "url";
  placeholder?: string;
  children: (item: Item) => ReactNode;
}) {
  const [active, setActive] = useState(false);
  /** The list that someone is choosing from: a later answer must not change it under their fingers. */
  const [chosenFrom, setChosenFrom] = useState<readonly Item[] | null>(null);
  const shown = chosenFrom ?? items;
  const open = active && shown.length > 0;

  function close() {
    setActive(false);
    setChosenFrom(null);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Enter" && onEnter && !open && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      onEnter();
    }
    if (event.key !== "Escape" || (!open && !onCancel?.())) return;
    event.preventDefault();
    event.stopPropagation();
    close();
  }

  return (
    <div className={styles.combobox}>
      <Autocomplete.Root
        inline
        open={open}
        items={shown}
        filter={null}
        // Else Enter would pick an item that the list opened under a resting mouse pointer.
        highlightItemOnHover={false}
        autoHighlight={highlightFirst}
        value={value}
        // Base UI also reports the text of the picked item, and an empty one after Escape.
        onValueChange={(next, { reason }) => {
          if (reason !== "input-change") return;
          setActive(true);
          setChosenFrom(null);
          onChange(next);
        }}
        // "none": it was highlighted by itself, and nobody is choosing yet.
        onItemHighlighted={(item, { reason }) =>
          item && reason !== "none" && setChosenFrom((frozen) => frozen ?? items)
        }
        itemToStringValue={({ id }) => id}
      >
        <Autocomplete.Input
          {...control}
          {...rest}
          aria-expanded={open}
          onKeyDown={onKeyDown}
          onBlur={close}
        />
        {open && (
          <Autocomplete.List
            aria-label={listLabel}
            className={styles.list}
            // The field must keep the focus: losing it closes the list before the click arrives.
            onMouseDown={(event) => event.preventDefault()}
          >
            {(item: Item) => (
              <Autocomplete.Item
                key={item.id}
                value={item}
                className={styles.item}
                onClick={() => {
                  close();
                  onPick(item);
                }}
              >
                {children(item)}
              </Autocomplete.Item>
            )}
          </Autocomplete.List>
        )}
      </Autocomplete.Root>
    </div>
  );
}
