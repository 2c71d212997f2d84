import { RelativeTime } from "@/components/ui/relative-time";
import { rich } from "@/components/words/rich";
import { useWords } from "@/components/words/use-words";
import type { Reopening } from "@/lib/claims/claim";
import { changedFieldLabels } from "@/lib/claims/labels";
import styles from "./votes.module.css";

const list = new Intl.ListFormat("en");

/** Shows why a submitted or approved claim is a draft again: what was changed, by whom and when. */
export function ReopenedNotice({ reopened }: { reopened: Reopening }) {
  const t = useWords("review");
  const { fields, by, at } = reopened;
  const key =
    fields.length === 0 ? "reopened.plain" : fields[0] === "merge" ? "reopened.merge" : "reopened.fields";
  return (
    <p className={styles.reopened}>
      {rich(t, key, {
        b: (text) => <strong>{text}</strong>,
        name: by.name,
        fields: list.format(fields.map((field) => changedFieldLabels[field])),
        time: <RelativeTime at={at} />,
      })}
    </p>
  );
}
