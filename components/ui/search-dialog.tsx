"use client";

import { Autocomplete } from "@base-ui/react/autocomplete";
import type { ReactNode } from "react";
import { Dialog } from "./dialog";
import styles from "./search-dialog.module.css";

/** A dialog with a search field and the matching items. The first one is chosen by Enter, others with the arrow keys. */
export function SearchDialog<Item extends { id: string }>({
  title,
  placeholder,
  empty,
  query,
  items,
  onQuery,
  onPick,
  onClose,
  children,
}: {
  /** The name of the dialog and of its field. */
  title: string;
  placeholder: string;
  /** Shown if nothing matches. */
  empty: string;
  query: string;
  /** What matches the query, best first. */
  items: readonly Item[];
  onQuery: (query: string) => void;
  /** Called after the dialog has closed. */
  onPick: (item: Item) => void;
  onClose: () => void;
  children: (item: Item) => ReactNode;
}) {
  function pick(item: Item) {
    onClose();
    // A new task, as the focus is back in its old position by then: what is run may read the selection or move the focus.
    setTimeout(() => onPick(item));
  }
  return (
    <Dialog title={title} hideTitle at="top" onClose={onClose}>
      <Autocomplete.Root
        open
        inline
        items={items}
        filter={null}
        autoHighlight="always"
        keepHighlight
        value={query}
        onValueChange={(value, { reason }) => reason === "input-change" && onQuery(value)}
        itemToStringValue={({ id }) => id}
      >
        <Autocomplete.Input
          aria-label={title}
          placeholder={placeholder}
          className={styles.input}
          // Base UI moves the focus one frame later: keys pressed before would be shortcuts of the page.
          autoFocus
        />
        <Autocomplete.List aria-label={title} className={styles.list}>
          {(item: Item) => (
            <Autocomplete.Item key={item.id} value={item} className={styles.item} onClick={() => pick(item)}>
              {children(item)}
            </Autocomplete.Item>
          )}
        </Autocomplete.List>
        <Autocomplete.Empty className={styles.empty}>{empty}</Autocomplete.Empty>
      </Autocomplete.Root>
    </Dialog>
  );
}
