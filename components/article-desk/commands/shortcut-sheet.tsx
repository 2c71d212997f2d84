"use client";

import { Fragment, useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { type DeskCommand, keyWords } from "./desk-command";
import styles from "./shortcut-sheet.module.css";

/** Keys that work in one place only, beside those of commands. */
const IN_PLACE: readonly [string, string][] = [
  ["Alt + M", "In the article: mark the selection to the letter, not to whole words"],
  ["Enter", "In the article: open the claim under the caret, or choose between several"],
  ["Shift + arrows", "In the article: select by characters; with Ctrl or ⌥ by words"],
  ["Alt + 1 … 9", "In a claim's form: choose a verdict by its place"],
  ["↑ ↓", "In the list of claims: from one to the next"],
];

/** What the keyboard can do on the article page. */
export function ShortcutSheet({
  commands,
  onClose,
}: {
  commands: readonly DeskCommand[];
  onClose: () => void;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const rows: (readonly [string, string])[] = [
    ...commands
      .filter(({ keys, group }) => keys && group !== "Verdict")
      .map(({ keys, title }) => [keyWords(keys as string), title] as const),
    ["1 … 9", "Edit the open claim, with the verdict at that place"],
    ...IN_PLACE,
  ];
  return (
    <dialog ref={dialog} className={styles.sheet} aria-labelledby="shortcuts-title" onClose={onClose}>
      <h2 id="shortcuts-title">Keyboard shortcuts</h2>
      <dl>
        {rows.map(([keys, what]) => (
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
