"use client";

import { useContext, useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { LanguageContext, useWords } from "@/components/words/use-words";
import type { Command, FixedShortcut } from "./command";
import type { EveryCommand, LoadEveryCommand } from "./every-command";
import { ShortcutEditor } from "./shortcut-editor";
import styles from "./shortcuts.module.css";
import { useShortcuts } from "./shortcuts-context";

/** Lists the keyboard shortcuts of the page, and changes them. */
export function ShortcutSheet({
  commands,
  fixed,
  loadEvery,
  onClose,
}: {
  /** With their default keys. */
  commands: readonly Command[];
  fixed: readonly FixedShortcut[];
  /** The commands of other pages and of parts of pages: the keys of this page can be in conflict with theirs. */
  loadEvery: LoadEveryCommand;
  onClose: () => void;
}) {
  const t = useWords("shortcuts");
  const common = useWords("common");
  const { shortcuts } = useShortcuts();
  const language = useContext(LanguageContext);
  const [every, setEvery] = useState<EveryCommand | null>(null);
  useEffect(() => {
    let isOpen = true;
    // If it cannot be loaded, a conflict is found on the page with all shortcuts.
    loadEvery(language).then(
      (loaded) => isOpen && setEvery(loaded),
      (cause: unknown) => console.warn("the commands of other pages could not be loaded", cause),
    );
    return () => {
      isOpen = false;
    };
  }, [loadEvery, language]);
  const here = new Set(commands.map(({ id }) => id));
  const elsewhere = every?.commands.filter(({ id }) => !here.has(id)) ?? [];
  const tour = commands.find(({ id }) => id === "tour");
  return (
    <Dialog title={t("title")} onClose={onClose}>
      <ShortcutEditor
        commands={[...commands, ...elsewhere]}
        shown={({ id, keys, group }) =>
          here.has(id) && group !== "Verdict" && (keys !== undefined || Object.hasOwn(shortcuts.keys, id))
        }
        fixed={fixed}
        {...(every && { around: every.around })}
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
