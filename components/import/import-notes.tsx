import { Notice } from "@/components/ui/notice";
import styles from "./import.module.css";

/** Shows that the server has read an import, and what an editor should know about it, one sentence per line. */
export function ImportNotes({ intro, notes }: { intro: string; notes: readonly string[] }) {
  return (
    <Notice tone="success">
      {intro}
      {notes.length > 0 && (
        <ul className={styles.notes}>
          {[...new Set(notes)].map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
