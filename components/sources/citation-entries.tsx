"use client";

import { useDates } from "@/components/dates/dates-context";
import record from "@/components/desk/record-page.module.css";
import { Button } from "@/components/ui/button";
import { rich } from "@/components/words/rich";
import { useWords } from "@/components/words/use-words";
import type { Dates } from "@/lib/personal/dates";
import { sourceKindLabels } from "@/lib/sources/labels";
import type { SourceFieldsInput } from "@/lib/sources/source-input";
import styles from "./sources.module.css";

/** A citation that was read but is not imported yet; see lib/workflows/sources/import-sources.ts. */
export interface CitationEntry {
  name: string;
  fields: SourceFieldsInput;
  problems: string[];
  notes: string[];
  known: { id: string; title: string } | null;
}

const isNew = ({ known, problems }: CitationEntry) => known === null && problems.length === 0;

/** The citations that were read, for review: new ones are selected, the others say why they are not. */
export function CitationEntries({
  format,
  entries,
  pending,
  left,
  onLeave,
  onImport,
}: {
  format: string;
  entries: readonly CitationEntry[];
  pending: boolean;
  /** The new entries that are not selected, as `onLeave` received them. */
  left: readonly string[];
  onLeave: (left: string[]) => void;
  onImport: (chosen: number[]) => void;
}) {
  const dates = useDates();
  const t = useWords("citations");
  const newEntries = entries.flatMap((entry, index) => (isNew(entry) ? [index] : []));
  const keyOf = (index: number) => `${index}:${entries[index]?.name}`;
  const chosen = new Set(newEntries.filter((index) => !left.includes(keyOf(index))));
  const toggle = (index: number) => {
    const key = keyOf(index);
    onLeave(left.includes(key) ? left.filter((each) => each !== key) : [...left, key]);
  };
  const known = entries.filter(({ known }) => known).length;
  const invalid = entries.length - newEntries.length - known;
  return (
    <section aria-labelledby="entries-title" className={styles.entries}>
      <h2 id="entries-title">
        {format} <span>{entries.length}</span>
      </h2>
      <p className={record.hint} role="status">
        {t("import.summary", { new: newEntries.length, known, invalid })}
      </p>
      <ul className={`${record.list} ${styles.entryList}`}>
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
            <span className={`${record.hint} ${styles.below}`}>
              {describeFields(entry.fields, entry.problems.length === 0, dates)}
            </span>
            {entry.known && (
              <span className={`${record.hint} ${styles.below}`}>
                {rich(t, "import.known", {
                  source: <a href={`/desk/sources/${entry.known.id}`}>{entry.known.title}</a>,
                })}
              </span>
            )}
            {entry.notes.map((note) => (
              <span key={note} className={`${record.hint} ${styles.below}`}>
                {note}
              </span>
            ))}
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
        onClick={() => onImport([...chosen])}
      >
        {t("import.run", { count: chosen.size })}
      </Button>
    </section>
  );
}

function describeFields(
  { authors, publisher, publishedOn, kind, url, doi, details }: SourceFieldsInput,
  isValid: boolean,
  dates: Dates,
): string {
  return [
    authors?.join("; "),
    details?.containerTitle ?? publisher,
    publishedOn && (isValid ? dates.date(publishedOn) : publishedOn),
    sourceKindLabels[kind],
    url ?? (doi && `doi:${doi}`),
  ]
    .filter(Boolean)
    .join(" · ");
}
