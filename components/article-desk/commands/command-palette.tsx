"use client";

import { Command, defaultFilter } from "cmdk";
import { useEffect, useRef, useState } from "react";
import type { Claim } from "@/lib/claims/claim";
import styles from "./command-palette.module.css";
import { type DeskCommand, keyWords } from "./desk-command";

/** Claims that are offered at a time. */
const CLAIMS = 12;

/** Finds a command, or a claim, by what is typed, and runs or opens it. */
export function CommandPalette({
  commands,
  claims,
  onGoTo,
  onClose,
}: {
  commands: readonly DeskCommand[];
  claims: readonly Claim[];
  onGoTo: (id: string) => void;
  onClose: () => void;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [query, setQuery] = useState("");
  useEffect(() => dialog.current?.showModal(), []);

  // Filtered here, as thousands of claims cannot all be items of the list.
  const scored = <T,>(items: readonly T[], words: (item: T) => string) =>
    items
      .map((item) => ({ item, score: query === "" ? 1 : defaultFilter(words(item), query) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score)
      .map(({ item }) => item);
  const shownCommands = scored(commands, ({ title }) => title);
  const shownClaims =
    query === ""
      ? []
      : scored(claims, ({ number, statement }) => `claim ${number} ${statement}`).slice(0, CLAIMS);

  function choose(run: () => void) {
    dialog.current?.close();
    run();
  }

  return (
    <dialog
      ref={dialog}
      className={styles.palette}
      aria-label="Commands"
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && dialog.current.close()}
      onKeyDown={(event) => event.key === "Escape" && dialog.current?.close()}
    >
      <Command label="Commands" shouldFilter={false} loop>
        <Command.Input
          value={query}
          onValueChange={setQuery}
          placeholder="Do something, or go to a claim …"
          className={styles.input}
          autoFocus
        />
        <Command.List className={styles.list}>
          <Command.Empty className={styles.empty}>
            Nothing is called that. Try a word of a claim, or its number.
          </Command.Empty>
          {shownCommands.map((command) => (
            <Command.Item
              key={command.id}
              value={command.id}
              className={styles.item}
              onSelect={() => choose(command.run)}
            >
              <span>{command.title}</span>
              {command.keys && <kbd>{keyWords(command.keys)}</kbd>}
            </Command.Item>
          ))}
          {shownClaims.map((claim) => (
            <Command.Item
              key={claim.id}
              value={claim.id}
              className={styles.item}
              onSelect={() => choose(() => onGoTo(claim.id))}
            >
              <span>
                Go to claim {claim.number}: {claim.statement}
              </span>
            </Command.Item>
          ))}
        </Command.List>
      </Command>
    </dialog>
  );
}
