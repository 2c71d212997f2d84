import styles from "./live-line.module.css";

/** A quiet line with what another person did last. @param number differs from one line to the next, as the same text again is new */
export function LiveLine({ line, number = 0 }: { line: string | null; number?: number }) {
  return (
    <p className={styles.line} aria-live="polite" data-empty={line === null || undefined}>
      {line !== null && <span key={number}>{line}</span>}
    </p>
  );
}
