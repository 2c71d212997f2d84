"use client";

import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { visuallyHidden } from "@/components/ui/visually-hidden";
import { rich } from "@/components/words/rich";
import { useWords } from "@/components/words/use-words";
import { chordsOf, formatKeys, normaliseChord } from "@/lib/personal/chord";
import { problemWith, withShortcuts } from "@/lib/personal/shortcuts";
import type { Command, FixedShortcut } from "./command";
import styles from "./shortcuts.module.css";
import { useShortcuts } from "./shortcuts-context";

/** Commands that can have the same keys as those of a list, because they are there at other times or in a part of a page. */
export interface CommandsAround {
  /** When or where: "While the checklist is open". */
  where: string;
  /** With their default keys. */
  commands: readonly Command[];
  /** Whether they run in place of the listed command where both are there. */
  wins: boolean;
}

/** What the last press could not become, and the chord that another command would have to give up. */
interface Problem {
  text: string;
  takes: string | null;
}

/** A command with its keys, which can be changed by pressing others. */
export function ShortcutRow({
  command,
  keys,
  commands,
  fixed,
  around = [],
  onKeys,
  onReset,
}: {
  /** With its default keys. */
  command: Command;
  /** As this person has them. */
  keys: string | undefined;
  /** All that the keys must differ from, with their default keys. */
  commands: readonly Command[];
  fixed: readonly FixedShortcut[];
  /** Commands that are there at other times or in other parts of a page, and can have the same keys. */
  around?: readonly CommandsAround[];
  /** @param keys null for none */
  onKeys: (keys: string | null) => void;
  onReset: () => void;
}) {
  const t = useWords("shortcuts");
  const common = useWords("common");
  const { shortcuts } = useShortcuts();
  const [isListening, setListening] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const row = useRef<HTMLLIElement>(null);
  const changeButton = useRef<HTMLSpanElement>(null);
  const returnsFocus = useRef(false);
  const { label } = command;
  const isChanged =
    Object.hasOwn(shortcuts.keys, command.id) &&
    shortcuts.keys[command.id] !== (command.keys ? normaliseChord(command.keys) : null);

  useEffect(() => {
    if (isListening || !returnsFocus.current) return;
    returnsFocus.current = false;
    changeButton.current?.querySelector("button")?.focus();
  }, [isListening]);

  function stop(): void {
    returnsFocus.current = true;
    setListening(false);
    setProblem(null);
  }

  function choose(chosen: string | null): void {
    stop();
    onKeys(chosen);
  }

  function listen(event: KeyboardEvent): void {
    // Tab leaves, as everywhere.
    if (event.key === "Tab") return;
    event.preventDefault();
    event.stopPropagation();
    // The page, and a dialog around this, listen at the document as well.
    event.nativeEvent.stopImmediatePropagation();
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
    if (event.key === "Escape" && isPlain) stop();
    else if (event.key === "Backspace" && isPlain) choose(null);
    else if (!event.repeat) take(chordsOf(event.nativeEvent).at(event.altKey ? -1 : 0));
  }

  /** Makes what was pressed the keys, or says why it can't be. */
  function take(chord: string | undefined): void {
    if (!chord) return;
    const shown = formatKeys(chord);
    const same = fixed.find(([each]) => each === shown);
    const found = problemWith(command, chord, commands, shortcuts);
    if (same) setProblem({ text: t("problem.fixed", { keys: shown, label: same[1] }), takes: null });
    else if (!found) {
      const text = overlapOf(chord);
      if (text === null) choose(chord);
      else setProblem({ text, takes: chord });
    } else if (found.kind === "taken")
      setProblem({ text: t("problem.taken", { keys: shown, command: found.by.label }), takes: chord });
    else {
      const reason = found.kind === "reserved" ? (`problem.${found.reason}` as const) : "problem.single-off";
      setProblem({ text: t(reason, { keys: shown }), takes: null });
    }
  }

  /** What else a chord runs, where that goes unseen otherwise; null for nothing. Keys that are the defaults of both are meant so. */
  function overlapOf(chord: string): string | null {
    for (const { where, commands: others, wins } of around) {
      const other = withShortcuts(others, shortcuts).find(
        ({ id, keys: own }) => id !== command.id && own === chord,
      );
      const isMeant =
        command.keys === chord && others.some(({ id, keys: own }) => id === other?.id && own === chord);
      if (other && !isMeant)
        return t(wins ? "problem.elsewhere" : "problem.covers", {
          keys: formatKeys(chord),
          command: other.label,
          chosen: label,
          where,
        });
    }
    return null;
  }

  return (
    <li
      ref={row}
      className={styles.row}
      onBlur={({ relatedTarget }) => {
        if (isListening && !row.current?.contains(relatedTarget)) {
          setListening(false);
          setProblem(null);
        }
      }}
    >
      <span>{label}</span>
      {isListening ? (
        <button
          type="button"
          className={styles.listening}
          aria-label={t("press.label", { command: label })}
          // biome-ignore lint/a11y/noAutofocus: the person asked for it by "Change".
          autoFocus
          onKeyDown={listen}
        >
          {t("press")}
        </button>
      ) : (
        <>
          {keys ? (
            <kbd>{formatKeys(keys)}</kbd>
          ) : (
            <span className={styles.none}>{t(command.keys && !isChanged ? "off" : "none")}</span>
          )}
          <span className={styles.actions} ref={changeButton}>
            <Button look="quiet" onClick={() => setListening(true)}>
              {rich(t, "change", { command: label, hidden: visuallyHidden })}
            </Button>
            {isChanged && (
              <Button
                look="quiet"
                onClick={() => {
                  onReset();
                  changeButton.current?.querySelector("button")?.focus();
                }}
              >
                {rich(t, "reset", { command: label, hidden: visuallyHidden })}
              </Button>
            )}
          </span>
        </>
      )}
      {isListening && !problem && <p className={styles.hint}>{t("press.hint")}</p>}
      {problem && (
        <div className={styles.problem}>
          <p role="alert">{problem.text}</p>
          {problem.takes && (
            <>
              <Button onClick={() => choose(problem.takes)}>{t("useHere")}</Button>
              <Button look="quiet" onClick={stop}>
                {common("cancel")}
              </Button>
            </>
          )}
        </div>
      )}
    </li>
  );
}
