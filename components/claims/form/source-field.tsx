"use client";

import { SourceCombobox } from "@/components/sources/source-combobox";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { useWords } from "@/components/words/use-words";
import type { Source } from "@/lib/sources/source";
import styles from "./evidence-fields.module.css";
import { useSourceActions } from "./source-actions";

/** One field to add a source: what the desk knows is offered first, Enter takes it, and an address or title that is new becomes a new source. */
export function SourceField({
  query,
  offered,
  onQuery,
  onKnown,
  onTyped,
}: {
  /** What is typed and not added yet. */
  query: string;
  /** Sources to add with one click. */
  offered: readonly Source[];
  onQuery: (query: string) => void;
  onKnown: (source: Source) => void;
  /** @param text an address or a title; empty for a source to fill in */
  onTyped: (text: string) => void;
}) {
  const t = useWords("claimForm");
  const claims = useWords("claims");
  const { suggestSources } = useSourceActions();
  return (
    <>
      <div className={styles.find} data-source-field="">
        <Field label={t("source.find")}>
          {(control) => (
            <SourceCombobox
              control={control}
              value={query}
              suggest={suggestSources}
              placeholder={t("source.placeholder")}
              highlightFirst
              onChange={onQuery}
              onPick={onKnown}
              onEnter={(text) => text.trim() !== "" && onTyped(text)}
            />
          )}
        </Field>
        <Button onClick={() => onTyped(query)}>{claims("evidence.add")}</Button>
      </div>
      {offered.length > 0 && (
        <p className={styles.offered}>
          {t("source.used")}{" "}
          {offered.map((source) => (
            <button key={source.id} type="button" title={source.title} onClick={() => onKnown(source)}>
              {source.title}
            </button>
          ))}
        </p>
      )}
    </>
  );
}
