import { Notice } from "@/components/ui/notice";
import styles from "./import.module.css";

/** What the server says about an import that it has read: that it is read, and what an editor should know, one sentence per line. */
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
