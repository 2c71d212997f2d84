"use client";

import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useWords } from "@/components/words/use-words";
import type { Command, FixedShortcut } from "./command";
import { ShortcutEditor } from "./shortcut-editor";
import styles from "./shortcuts.module.css";
import { useShortcuts } from "./shortcuts-context";

/** Lists the keyboard shortcuts of the page, and changes them. */
export function ShortcutSheet({
  commands,
  fixed,
  onClose,
}: {
  /** With their default keys. */
  commands: readonly Command[];
  fixed: readonly FixedShortcut[];
  onClose: () => void;
}) {
  const t = useWords("shortcuts");
  const common = useWords("common");
  const { shortcuts } = useShortcuts();
  const tour = commands.find(({ id }) => id === "tour");
  return (
    <Dialog title={t("title")} onClose={onClose}>
      <ShortcutEditor
        commands={commands}
        shown={({ id, keys, group }) =>
          group !== "Verdict" && (keys !== undefined || Object.hasOwn(shortcuts.keys, id))
        }
        fixed={fixed}
      />
      <div className={styles.foot}>
        <Button onClick={onClose}>{common("close")}</Button>
        {tour && (
          <Button
            look="quiet"
            onClick={() => {
              onClose();
              tour.run();
            }}
          >
            {tour.label}
          </Button>
        )}
        <a href="/desk/account/shortcuts">{t("sheet.all")}</a>
      </div>
    </Dialog>
  );
}
