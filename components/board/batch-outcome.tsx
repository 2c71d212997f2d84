import { Notice } from "@/components/ui/notice";
import styles from "./board.module.css";

/** What became of many things that were to be done at once: "12 done, 3 not", and why not. */
export function BatchOutcome({
  done,
  left,
}: {
  done: number;
  left: readonly { name: string; message: string }[];
}) {
  return (
    <Notice tone={left.length === 0 ? "success" : "plain"}>
      <p className={styles.outcome}>
        {done} done{left.length > 0 && `, ${left.length} not`}.
      </p>
      {left.length > 0 && (
        <ul className={styles.left}>
          {left.map(({ name, message }) => (
            <li key={name}>
              <strong>{name}</strong>: {message}
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
