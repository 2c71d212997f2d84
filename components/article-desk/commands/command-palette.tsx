"use client";

import { Command, defaultFilter } from "cmdk";
import { useEffect, useRef, useState } from "react";
import { useWords } from "@/components/words/use-words";
import type { Claim } from "@/lib/claims/claim";
import styles from "./command-palette.module.css";
import { type DeskCommand, formatKeys } from "./desk-command";

const MAX_CLAIMS = 12;

/** Searches commands and claims, and runs or opens the chosen one. */
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
  const t = useWords("articles");
  const dialog = useRef<HTMLDialogElement>(null);
  const [query, setQuery] = useState("");
  useEffect(() => dialog.current?.showModal(), []);

  // Filtered here, not by cmdk: rendering thousands of claims as items would be too slow.
  const search = <T,>(items: readonly T[], textOf: (item: T) => string) =>
    items
      .map((item) => ({ item, score: query === "" ? 1 : defaultFilter(textOf(item), query) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score)
      .map(({ item }) => item);
  const shownCommands = search(commands, ({ label }) => label);
  const shownClaims =
    query === ""
      ? []
      : search(claims, ({ number, statement }) => t("palette.claim", { number, statement })).slice(
          0,
          MAX_CLAIMS,
        );

  function choose(run: () => void) {
    dialog.current?.close();
    run();
  }

  return (
    <dialog
      ref={dialog}
      className={styles.palette}
      aria-label={t("commands")}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && dialog.current.close()}
      onKeyDown={(event) => event.key === "Escape" && dialog.current?.close()}
    >
      <Command label={t("commands")} shouldFilter={false} loop>
        <Command.Input
          value={query}
          onValueChange={setQuery}
          placeholder={t("palette.placeholder")}
          className={styles.input}
          autoFocus
        />
        <Command.List className={styles.list}>
          <Command.Empty className={styles.empty}>{t("palette.empty")}</Command.Empty>
          {shownCommands.map((command) => (
            <Command.Item
              key={command.id}
              value={command.id}
              className={styles.item}
              onSelect={() => choose(command.run)}
            >
              <span>{command.label}</span>
              {command.keys && <kbd>{formatKeys(command.keys)}</kbd>}
            </Command.Item>
          ))}
          {shownClaims.map((claim) => (
            <Command.Item
              key={claim.id}
              value={claim.id}
              className={styles.item}
              onSelect={() => choose(() => onGoTo(claim.id))}
            >
              <span>{t("palette.goTo", { number: claim.number, statement: claim.statement })}</span>
            </Command.Item>
          ))}
        </Command.List>
      </Command>
    </dialog>
  );
}
