import styles from "./arrow.module.css";

/** An arrow, which points the other way on pages that are read from right to left. It is decorative. */
export function Arrow({ children }: { children: "←" | "→" }) {
  return (
    <span className={styles.arrow} aria-hidden="true">
      {children}
    </span>
  );
}
