import styles from "./arrow.module.css";

/** An arrow to what comes before or after; it points the other way on pages that are read from right to left. It is decorative. */
export function Arrow({ to }: { to: "before" | "after" }) {
  return (
    <span className={styles.arrow} aria-hidden="true">
      {to === "before" ? "←" : "→"}
    </span>
  );
}
