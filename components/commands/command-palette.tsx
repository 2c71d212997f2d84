"use client";

import { useState } from "react";
import { SearchDialog } from "@/components/ui/search-dialog";
import { useWords } from "@/components/words/use-words";
import { formatKeys } from "@/lib/personal/chord";
import { type Actor, isGuest } from "@/lib/policies/actor";
import type { DeskMatch } from "@/lib/search/desk-match";
import type { Command } from "./command";
import styles from "./command-palette.module.css";
import type { Target } from "./commands-context";
import { bestMatches, isWeakMatch } from "./match-score";
import { type SearchDesk, useDeskSearch } from "./use-desk-search";
import { useKeyboardInUse } from "./use-keyboard-in-use";

const MAX_TARGETS = 12;

interface Item {
  id: string;
  label: string;
  /** What kind of thing it is, and where. */
  detail?: string;
  keys?: string | undefined;
  run: () => void;
}

/** Searches commands, what is on the page, and the articles, claims, sources and people of the desk. */
export function CommandPalette({
  commands,
  targets,
  actor,
  search,
  onClose,
}: {
  commands: readonly Command[];
  targets: readonly Target[];
  actor: Actor;
  search: SearchDesk;
  onClose: () => void;
}) {
  const t = useWords("commands");
  const hasKeyboard = useKeyboardInUse();
  const [query, setQuery] = useState("");
  const found = useDeskSearch(isGuest(actor) ? null : search, query);
  const matching: Item[] = bestMatches(commands, query, ({ label }) => label);
  const onPage =
    query.trim() === "" ? [] : bestMatches(targets, query, ({ text }) => text).slice(0, MAX_TARGETS);
  const known = new Set(targets.map(({ id }) => id));
  const isWeak = ({ label }: Item) => isWeakMatch(label, query);
  const items: Item[] = [
    ...matching.filter((item) => !isWeak(item)),
    ...onPage,
    ...found.matches.filter(({ id }) => !known.has(id)).map(asItem),
    ...matching.filter(isWeak),
  ];

  function asItem(match: DeskMatch): Item {
    return {
      id: match.id,
      label: match.title,
      detail: t(`found.${match.kind}`, { detail: match.detail, number: match.number ?? 0 }),
      run: () => location.assign(match.href),
    };
  }

  return (
    <SearchDialog
      title={t("title")}
      placeholder={t(isGuest(actor) ? "palette.placeholder.guest" : "palette.placeholder")}
      empty={t(`palette.${found.state}`)}
      query={query}
      items={items}
      onQuery={setQuery}
      onPick={({ run }) => run()}
      onClose={onClose}
    >
      {({ label, detail, keys }) => (
        <>
          <span className={styles.label} dir="auto">
            {label}
          </span>
          {detail && <span className={styles.detail}>{detail}</span>}
          {keys && hasKeyboard && <kbd className={styles.keys}>{formatKeys(keys)}</kbd>}
        </>
      )}
    </SearchDialog>
  );
}
