"use client";

import { useContext, useState } from "react";
import { ShortcutEditor } from "@/components/commands/shortcut-editor";
import styles from "@/components/commands/shortcuts.module.css";
import { useShortcuts } from "@/components/commands/shortcuts-context";
import page from "@/components/desk/desk-page.module.css";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useHydrated } from "@/components/ui/use-hydrated";
import { LanguageContext, useWords } from "@/components/words/use-words";
import type { ShortcutChange } from "@/lib/personal/shortcuts";
import type { Actor } from "@/lib/policies/actor";
import type { Rating } from "@/lib/ratings/rating";
import { commandCatalogue } from "./command-catalogue";
import { commandsAround } from "./commands-around";

/** All shortcuts of a person: every command with its key, and the switch for single-letter keys. */
export function ShortcutSettings({ actor, ratings }: { actor: Actor; ratings: readonly Rating[] }) {
  const t = useWords("shortcuts");
  const language = useContext(LanguageContext);
  const { shortcuts, change } = useShortcuts();
  const isHydrated = useHydrated();
  const [outcome, setOutcome] = useState<{ tone: "success" | "failure"; text: string } | null>(null);
  const catalogue = commandCatalogue(actor, ratings, language);
  const { commands, ofChecklist, parts, fixed } = catalogue;

  async function save(wanted: ShortcutChange, done: string | null): Promise<void> {
    const failure = await change(wanted);
    if (failure) setOutcome({ tone: "failure", text: failure.message });
    else setOutcome(done === null ? null : { tone: "success", text: done });
  }

  return (
    <>
      {outcome && <Notice tone={outcome.tone}>{outcome.text}</Notice>}
      <label className={styles.single}>
        <input
          type="checkbox"
          checked={shortcuts.singleKeys}
          disabled={!isHydrated}
          aria-describedby="single-hint"
          onChange={({ target }) => save({ singleKeys: target.checked }, null)}
        />
        {t("single")}
      </label>
      <p className={page.hint} id="single-hint">
        {t("single.hint")}
      </p>
      <ShortcutEditor
        commands={commands}
        fixed={fixed}
        around={commandsAround(catalogue, language)}
        headings="h2"
      />
      {ofChecklist.length > 0 && (
        <ShortcutEditor
          commands={ofChecklist}
          fixed={[]}
          around={[{ where: t("whileChecklist"), commands, wins: false }]}
          headings="h2"
          title={t("whileChecklist")}
        />
      )}
      {parts.map(({ part, commands: own }) => (
        <ShortcutEditor
          key={part}
          commands={own}
          fixed={[]}
          around={[{ where: t(`part.${part}`), commands, wins: false }]}
          headings="h2"
          title={t(`part.${part}`)}
        />
      ))}
      <div className={styles.foot}>
        <Button onClick={() => save({ reset: "all" }, t("resetAll.done"))}>{t("resetAll")}</Button>
      </div>
    </>
  );
}
