import { RelativeTime } from "@/components/ui/relative-time";
import type { Reopening } from "@/lib/claims/claim";
import { changedFieldLabels } from "@/lib/claims/labels";
import styles from "./votes.module.css";

const list = new Intl.ListFormat("en");

/** Says why a claim that was submitted or signed is a draft again: what was changed, by whom and when. */
export function ReopenedNotice({ reopened }: { reopened: Reopening }) {
  const { fields, by, at } = reopened;
  return (
    <p className={styles.reopened}>
      <strong>Reopened.</strong> {by.name}{" "}
      {fields.length === 0
        ? "reopened it"
        : fields[0] === "merge"
          ? "merged another claim into it"
          : `changed its ${list.format(fields.map((field) => changedFieldLabels[field]))}`}{" "}
      <RelativeTime at={at} />.
    </p>
  );
}
