import { type ReactNode, useId } from "react";
import { RelativeTime } from "@/components/ui/relative-time";
import { rich } from "@/components/words/rich";
import { words } from "@/lib/words/words";
import styles from "./settings.module.css";

export interface ShownState {
  revision: number;
  changedBy: { name: string } | null;
  /** ISO 8601 instant. */
  changedAt: string | null;
}

/** One setting: its purpose, its form or value, and who last changed it. */
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
  const t = words("settings");
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p className={styles.hint}>{hint}</p>
      {children}
      <p className={styles.changed}>
        {state.changedBy && state.changedAt
          ? rich(t, "changedBy", {
              name: state.changedBy.name,
              time: <RelativeTime at={state.changedAt} />,
            })
          : t("default")}
      </p>
    </section>
  );
}

/** A setting for people who cannot change it. */
export function SettingValue({ sentences }: { sentences: string[] }) {
  return (
    <ul className={styles.value}>
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
