"use client";

import { Fragment, useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import styles from "./shortcut-sheet.module.css";

const SHORTCUTS: readonly [string, string][] = [
  ["M", "Mark the selection as a claim"],
  ["Enter", "In the article: open the claim under the caret"],
  ["N", "Next claim"],
  ["P", "Previous claim"],
  ["E", "Edit the claim that is open"],
  ["B", "Select the words of the open claim, to adjust them; again: set them as its bounds"],
  ["Alt + M", "Mark the selection to the letter, not to whole words"],
  ["Alt + 1 … 9", "In the form: choose a verdict by its place"],
  ["Shift + arrows", "In the article: select by characters; with Ctrl or ⌥ by words"],
  ["?", "This list"],
];

/** What the keyboard can do on the article page. */
export function ShortcutSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  return (
    <dialog ref={dialog} className={styles.sheet} aria-labelledby="shortcuts-title" onClose={onClose}>
      <h2 id="shortcuts-title">Keyboard shortcuts</h2>
      <dl>
        {SHORTCUTS.map(([keys, what]) => (
          <Fragment key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{what}</dd>
          </Fragment>
        ))}
      </dl>
      <Button onClick={onClose}>Close</Button>
    </dialog>
  );
}
