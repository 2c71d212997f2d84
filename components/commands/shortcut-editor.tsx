"use client";

import { useState } from "react";
import { useWords } from "@/components/words/use-words";
import { formatKeys } from "@/lib/personal/chord";
import { keyChange, type ShortcutChange, withShortcuts } from "@/lib/personal/shortcuts";
import type { Command, FixedShortcut } from "./command";
import { type CommandsAround, ShortcutRow } from "./shortcut-row";
import styles from "./shortcuts.module.css";
import { useShortcuts } from "./shortcuts-context";

const GROUPS = ["Claims", "Verdict", "Article", "View", "Pages"] as const satisfies Command["group"][];

/** Lists commands with their keys, by group, and changes these. */
export function ShortcutEditor({
  commands,
  shown = () => true,
  fixed,
  around,
  headings: Heading = "h3",
  title,
}: {
  /** All that a key must be the only one of, with their default keys. */
  commands: readonly Command[];
  /** Which of them are listed. */
  shown?: (command: Command) => boolean;
  fixed: readonly FixedShortcut[];
  around?: readonly CommandsAround[];
  headings?: "h2" | "h3";
  /** Instead of the name of a group, for commands that are all of one. */
  title?: string;
}) {
  const t = useWords("shortcuts");
  const { shortcuts, change } = useShortcuts();
  const [outcome, setOutcome] = useState("");
  const [failure, setFailure] = useState<string | null>(null);
  const personal = new Map(withShortcuts(commands, shortcuts).map(({ id, keys }) => [id, keys]));
  const listed = commands.filter(shown);
  const usable = fixed.filter(([, , single]) => shortcuts.singleKeys || single !== "single");

  async function save(wanted: ShortcutChange, done: string): Promise<void> {
    const failed = await change(wanted);
    setFailure(failed?.message ?? null);
    setOutcome(failed ? "" : done);
  }

  function setKeys(command: Command, keys: string | null): Promise<void> {
    const done = keys
      ? t("changed", { keys: formatKeys(keys), command: command.label })
      : t("removed", { command: command.label });
    return save(keyChange(command, keys, commands, shortcuts), done);
  }

  return (
    <div className={styles.editor}>
      <p className="visually-hidden" role="status">
        {outcome}
      </p>
      {failure && <p role="alert">{failure}</p>}
      {GROUPS.map((group) => {
        const rows = listed.filter((command) => command.group === group);
        return (
          rows.length > 0 && (
            <section key={group} aria-label={title ?? t(`group.${group}`)}>
              <Heading className={styles.group}>{title ?? t(`group.${group}`)}</Heading>
              <ul className={styles.list}>
                {rows.map((command) => (
                  <ShortcutRow
                    key={command.id}
                    command={command}
                    keys={personal.get(command.id)}
                    commands={commands}
                    fixed={usable}
                    {...(around && { around })}
                    onKeys={(keys) => setKeys(command, keys)}
                    onReset={() =>
                      save(
                        command.keys
                          ? keyChange(command, command.keys, commands, shortcuts)
                          : { reset: [command.id] },
                        t("restored", { command: command.label }),
                      )
                    }
                  />
                ))}
              </ul>
            </section>
          )
        );
      })}
      {usable.length > 0 && (
        <section aria-label={t("group.fixed")}>
          <Heading className={styles.group}>{t("group.fixed")}</Heading>
          <ul className={styles.list}>
            {usable.map(([keys, label]) => (
              <li key={keys} className={styles.row}>
                <span>{label}</span>
                <kbd>{keys}</kbd>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
