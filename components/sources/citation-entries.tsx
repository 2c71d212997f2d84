"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { formatDate } from "@/lib/format-date";
import { sourceKindLabels } from "@/lib/sources/labels";
import type { SourceFieldsInput } from "@/lib/sources/source-input";
import styles from "./sources.module.css";

/** An entry that was read and not yet stored; see lib/workflows. */
export interface CitationEntry {
  name: string;
  fields: SourceFieldsInput;
  problems: string[];
  known: { id: string; title: string } | null;
}

const isNew = ({ known, problems }: CitationEntry) => known === null && problems.length === 0;

/** What was read, to be looked over: what is new is chosen, the rest is told. */
export function CitationEntries({
  format,
  entries,
  pending,
  onTakeIn,
}: {
  format: string;
  entries: readonly CitationEntry[];
  pending: boolean;
  onTakeIn: (chosen: number[]) => void;
}) {
  const fresh = entries.flatMap((entry, index) => (isNew(entry) ? [index] : []));
  const [chosen, setChosen] = useState<ReadonlySet<number>>(() => new Set(fresh));
  const toggle = (index: number) => {
    const after = new Set(chosen);
    if (!after.delete(index)) after.add(index);
    setChosen(after);
  };
  const knownCount = entries.filter(({ known }) => known).length;
  const brokenCount = entries.length - fresh.length - knownCount;
  return (
    <section aria-labelledby="entries-title" className={styles.entries}>
      <h2 id="entries-title">
        {format} <span>{entries.length}</span>
      </h2>
      <p className={styles.hint} role="status">
        {[
          `${fresh.length} new`,
          knownCount > 0 && `${knownCount} known already`,
          brokenCount > 0 && `${brokenCount} with a problem`,
        ]
          .filter(Boolean)
          .join(", ")}
        .
      </p>
      <ul className={styles.uses}>
        {entries.map((entry, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
          <li key={index}>
            <label className={styles.entry}>
              <input
                type="checkbox"
                checked={chosen.has(index)}
                disabled={!isNew(entry)}
                onChange={() => toggle(index)}
              />
              <span dir="auto">{entry.name}</span>
            </label>
            <span className={styles.hint}>{detailWords(entry.fields, entry.problems.length === 0)}</span>
            {entry.known && (
              <span className={styles.hint}>
                The desk has it: <a href={`/desk/sources/${entry.known.id}`}>{entry.known.title}</a>
              </span>
            )}
            {entry.problems.map((problem) => (
              <span key={problem} className={styles.problem}>
                {problem}
              </span>
            ))}
          </li>
        ))}
      </ul>
      <Button
        look="primary"
        pending={pending}
        disabled={chosen.size === 0}
        onClick={() => onTakeIn([...chosen])}
      >
        {chosen.size === 1 ? "Take in 1 source" : `Take in ${chosen.size} sources`}
      </Button>
    </section>
  );
}

function detailWords(
  { authors, publisher, publishedOn, kind, url, doi }: SourceFieldsInput,
  sound: boolean,
): string {
  return [
    authors?.join("; "),
    publisher,
    publishedOn && (sound ? formatDate(publishedOn) : publishedOn),
    sourceKindLabels[kind],
    url ?? (doi && `doi:${doi}`),
  ]
    .filter(Boolean)
    .join(" · ");
}
