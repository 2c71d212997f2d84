"use client";

import { CopyButton } from "./copy-button";
import styles from "./copy-field.module.css";

/** A text to copy elsewhere, in one line: a link, a token. Focus selects all of it, for browsers that block the clipboard. */
export function CopyField({ text, label, copyLabel }: { text: string; label: string; copyLabel: string }) {
  return (
    <div className={styles.row}>
      <input
        className={styles.text}
        readOnly
        value={text}
        aria-label={label}
        onFocus={(event) => event.target.select()}
      />
      <CopyButton text={text} label={copyLabel} />
    </div>
  );
}
