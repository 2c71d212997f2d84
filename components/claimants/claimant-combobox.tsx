"use client";

import { useEffect, useRef, useState } from "react";
import { Combobox } from "@/components/ui/combobox";
import type { FieldControl } from "@/components/ui/field";
import { useWords } from "@/components/words/use-words";
import type { Claimant } from "@/lib/claimants/claimant";
import { claimantKindLabels } from "@/lib/claimants/labels";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import styles from "./claimant-combobox.module.css";

export type SuggestClaimants = (input: { query: string }) => Promise<Result<Claimant[], Failure>>;

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
  /** Number of the latest query: results of earlier ones are dropped. */
  const latestQuery = useRef(0);
  useEffect(() => () => clearTimeout(timer.current), []);

  function type(next: string) {
    onChange(next);
    clearTimeout(timer.current);
    const query = ++latestQuery.current;
    if (next.trim().length < 2) {
      setKnown([]);
      return;
    }
    timer.current = setTimeout(async () => {
      // The form works without suggestions, so a failure is silent.
      const result = await suggest({ query: next.trim() }).catch(() => null);
      if (query === latestQuery.current) setKnown(result?.ok ? result.value : []);
    }, DEBOUNCE_MS);
  }

  function pick({ claimant }: Suggestion) {
    latestQuery.current++;
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
