"use client";

import { useState } from "react";
import { SearchDialog } from "@/components/ui/search-dialog";
import { useWords } from "@/components/words/use-words";
import type { Claim } from "@/lib/claims/claim";
import styles from "./command-palette.module.css";
import { type DeskCommand, formatKeys } from "./desk-command";
import { bestMatches } from "./match-score";

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
  const [query, setQuery] = useState("");
  const foundClaims =
    query.trim() === ""
      ? []
      : bestMatches(claims, query, ({ number, statement }) => t("palette.claim", { number, statement }));
  const items = [
    ...bestMatches(commands, query, ({ label }) => label),
    ...foundClaims.slice(0, MAX_CLAIMS).map(({ id, number, statement }) => ({
      id,
      label: t("palette.goTo", { number, statement }),
      keys: undefined,
      run: () => onGoTo(id),
    })),
  ];
  return (
    <SearchDialog
      title={t("commands")}
      placeholder={t("palette.placeholder")}
      empty={t("palette.empty")}
      query={query}
      items={items}
      onQuery={setQuery}
      onPick={({ run }) => run()}
      onClose={onClose}
    >
      {({ label, keys }) => (
        <>
          <span className={styles.label}>{label}</span>
          {keys && <kbd className={styles.keys}>{formatKeys(keys)}</kbd>}
        </>
      )}
    </SearchDialog>
  );
}
