"use client";

import { useEffect, useRef, useState } from "react";
import { type DeskRead, deskRead } from "@/components/reads/read-desk";
import { Combobox } from "@/components/ui/combobox";
import type { FieldControl } from "@/components/ui/field";
import { useNewestRequest } from "@/components/ui/use-newest-request";
import { useWords } from "@/components/words/use-words";
import type { Claimant } from "@/lib/claimants/claimant";
import { claimantKindLabels } from "@/lib/claimants/labels";
import styles from "./claimant-combobox.module.css";

export type SuggestClaimants = DeskRead<{ query: string }, Claimant[]>;

/** What the desk knows of claimants. */
export const claimantReads: { suggestClaimants: SuggestClaimants } = {
  suggestClaimants: deskRead("claimants"),
};

const DEBOUNCE_MS = 180;

/** A suggestion: a known claimant, or the name as that of a new one. */
type Suggestion = { id: string; claimant: Claimant } | { id: "new"; claimant: null };

/** A text field that suggests known claimants while a person types, and that the name is another one's. */
export function ClaimantCombobox({
  suggest,
  onChange,
  onPick,
  onNew,
  ...rest
}: {
  control: FieldControl;
  value: string;
  suggest: SuggestClaimants;
  onChange: (name: string) => void;
  onPick: (claimant: Claimant) => void;
  /** Called when the name is chosen as that of a new claimant; missing where none can be made. */
  onNew?: () => void;
}) {
  const t = useWords("claimants");
  const [known, setKnown] = useState<Claimant[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** Only the latest query is answered. */
  const latestQuery = useNewestRequest();
  useEffect(() => () => clearTimeout(timer.current), []);

  function type(next: string) {
    onChange(next);
    clearTimeout(timer.current);
    const signal = latestQuery.next();
    if (next.trim().length < 2) {
      setKnown([]);
      return;
    }
    timer.current = setTimeout(async () => {
      // The form works without suggestions, so a failure is silent.
      const result = await suggest({ query: next.trim() }, { signal }).catch(() => null);
      if (!signal.aborted) setKnown(result?.ok ? result.value : []);
    }, DEBOUNCE_MS);
  }

  function pick({ claimant }: Suggestion) {
    latestQuery.end();
    clearTimeout(timer.current);
    setKnown([]);
    if (claimant) onPick(claimant);
    else onNew?.();
  }

  const suggestions: Suggestion[] = known.map((claimant) => ({ id: claimant.id, claimant }));
  if (onNew && known.length > 0) suggestions.push({ id: "new", claimant: null });
  return (
    <Combobox {...rest} items={suggestions} listLabel={t("known")} onChange={type} onPick={pick}>
      {({ claimant }) =>
        claimant ? (
          <>
            {claimant.name}
            <span className={styles.details}>
              {[claimantKindLabels[claimant.kind], claimant.description].filter(Boolean).join(", ")}
            </span>
          </>
        ) : (
          t("new", { name: rest.value.trim() })
        )
      }
    </Combobox>
  );
}
