import type { ReactNode } from "react";
import { words } from "@/lib/words/words";
import styles from "./filter-form.module.css";

/** Choices that narrow the list below them. A form that works without scripts. */
export function FilterForm({ label, children }: { label: string; children: ReactNode }) {
  return (
    <form method="get" className={styles.filters} aria-label={label}>
      {children}
      <button type="submit" className="action-plain">
        {words("desk")("filter.show")}
      </button>
    </form>
  );
}
