"use client";

import { Fragment, useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { useWords } from "@/components/words/use-words";
import { type DeskCommand, formatKeys } from "./desk-command";
import styles from "./shortcut-sheet.module.css";

/** Lists the keyboard shortcuts of the article page. */
export function ShortcutSheet({
  commands,
  onClose,
}: {
  commands: readonly DeskCommand[];
  onClose: () => void;
}) {
  const t = useWords("articles");
  const common = useWords("common");
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const rows: (readonly [string, string])[] = [
    ...commands
      .filter(({ keys, group }) => keys && group !== "Verdict")
      .map(({ keys, label }) => [formatKeys(keys as string), label] as const),
    ["1 … 9", t("shortcuts.rate")],
    // These work in one part of the page only, so they are not commands.
    ["Alt + M", t("shortcuts.markExactly")],
    ["Enter", t("shortcuts.openClaim")],
    ["Shift + ← →", t("shortcuts.select")],
    ["Alt + 1 … 9", t("shortcuts.chooseVerdict")],
    ["↑ ↓", t("shortcuts.stepInList")],
  ];
  return (
    <dialog ref={dialog} className={styles.sheet} aria-labelledby="shortcuts-title" onClose={onClose}>
      <h2 id="shortcuts-title">{t("shortcuts.title")}</h2>
      <dl>
        {rows.map(([keys, label]) => (
          <Fragment key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{label}</dd>
          </Fragment>
        ))}
      </dl>
      <Button onClick={onClose}>{common("close")}</Button>
    </dialog>
  );
}
