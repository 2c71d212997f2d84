"use client";

import { Autocomplete } from "@base-ui/react/autocomplete";
import { type ReactNode, useRef, useState } from "react";
import styles from "./combobox.module.css";
import type { FieldControl } from "./field";

/** A text field with suggestions below it. Any text can be typed; picking a suggestion is left to the form. */
export function Combobox<Item extends { id: string }>({
  control,
  value,
  items,
  listLabel,
  onChange,
  onPick,
  children,
  ...rest
}: {
  control: FieldControl;
  value: string;
  /** The suggestions for the value. */
  items: readonly Item[];
  listLabel: string;
  onChange: (value: string) => void;
  onPick: (item: Item) => void;
  inputMode?: "url";
  placeholder?: string;
  children: (item: Item) => ReactNode;
}) {
  const container = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  return (
    <div ref={container}>
      <Autocomplete.Root
        open={open && items.length > 0}
        onOpenChange={setOpen}
        items={items}
        filter={null}
        // Else Enter would pick an item that the list opened under a resting mouse pointer.
        highlightItemOnHover={false}
        value={value}
        // Base UI also reports the picked item, and an empty value when Escape is pressed with the list closed.
        onValueChange={(next, { reason }) => reason === "input-change" && onChange(next)}
        itemToStringValue={({ id }) => id}
      >
        <Autocomplete.Input {...control} {...rest} />
        {/* Inside the form: it is in the page's landmarks, and follows its field for screen readers. */}
        <Autocomplete.Portal container={container}>
          <Autocomplete.Positioner align="start" className={styles.positioner}>
            <Autocomplete.Popup className={styles.popup}>
              <Autocomplete.List aria-label={listLabel}>
                {(item: Item) => (
                  <Autocomplete.Item
                    key={item.id}
                    value={item}
                    className={styles.item}
                    onClick={() => onPick(item)}
                  >
                    {children(item)}
                  </Autocomplete.Item>
                )}
              </Autocomplete.List>
            </Autocomplete.Popup>
          </Autocomplete.Positioner>
        </Autocomplete.Portal>
      </Autocomplete.Root>
    </div>
  );
}
