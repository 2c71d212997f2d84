import { Notice } from "@/components/ui/notice";
import { words } from "@/lib/words/words";
import styles from "./board.module.css";

/** The outcome of a batch, "12 done, 3 skipped", with the reasons for what was skipped. */
export function BatchOutcome({
  done,
  left,
  action,
}: {
  done: number;
  /** What was done, as on the button: "Submit for review". */
  action?: string;
  left: readonly { name: string; message: string }[];
}) {
  return (
    <Notice tone={left.length === 0 ? "success" : "plain"}>
      <p className={styles.outcome}>
        {action === undefined
          ? words("board")("select.outcome", { done, skipped: left.length })
          : words("board")("select.outcomeOf", { action, done, skipped: left.length })}
      </p>
      {left.length > 0 && (
        <ul className={styles.left}>
          {left.map(({ name, message }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two articles can have one name, and the list never changes
            <li key={index}>
              <strong>{name}</strong>: {message}
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
