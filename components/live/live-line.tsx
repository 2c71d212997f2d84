import styles from "./live-line.module.css";

/** A quiet line with what another person did last. */
export function LiveLine({ line }: { line: string | null }) {
  return (
    <p className={styles.line} aria-live="polite" data-empty={line === null || undefined}>
      {line}
    </p>
  );
}
