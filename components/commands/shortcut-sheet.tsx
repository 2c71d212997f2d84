"use client";

import { Fragment } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useWords } from "@/components/words/use-words";
import { type Command, formatKeys } from "./command";
import styles from "./shortcut-sheet.module.css";

/** Lists the keyboard shortcuts of the page. */
export function ShortcutSheet({
  commands,
  more,
  onClose,
}: {
  commands: readonly Command[];
  /** Shortcuts that are no commands. */
  more: readonly (readonly [keys: string, label: string])[];
  onClose: () => void;
}) {
  const t = useWords("commands");
  const common = useWords("common");
  const rows = [
    ...commands
      .filter(({ keys, group }) => keys && group !== "Verdict")
      .map(({ keys, label }) => [formatKeys(keys as string), label] as const),
    ...more,
  ];
  return (
    <Dialog title={t("shortcuts.title")} onClose={onClose}>
      <dl className={styles.list}>
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
    </Dialog>
  );
}
