import { type ReactNode, useId } from "react";
import { RelativeTime } from "@/components/ui/relative-time";
import styles from "./settings.module.css";

export interface ShownState {
  revision: number;
  changedBy: { name: string } | null;
  /** ISO 8601 instant. */
  changedAt: string | null;
}

/** One setting: what it is for, its form or its value, and who changed it last. */
export function SettingSection({
  title,
  hint,
  state,
  children,
}: {
  title: string;
  hint: ReactNode;
  state: ShownState;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p className={styles.hint}>{hint}</p>
      {children}
      <p className={styles.changed}>
        {state.changedBy && state.changedAt ? (
          <>
            Changed by {state.changedBy.name} <RelativeTime at={state.changedAt} />
          </>
        ) : (
          "Never changed: it is as for a new desk"
        )}
      </p>
    </section>
  );
}

/** A setting as those see it who may not change it. */
export function SettingValue({ words }: { words: string[] }) {
  return (
    <ul className={styles.value}>
      {words.map((part) => (
        <li key={part}>{part}</li>
      ))}
    </ul>
  );
}
