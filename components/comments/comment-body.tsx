import type { PersonName } from "@/lib/claims/claim";
import { splitBody } from "@/lib/comments/mentions";
import styles from "./comments.module.css";

/** The text of a comment, with its mentions highlighted. */
export function CommentBody({
  body,
  people,
  actorId,
}: {
  body: string;
  people: readonly PersonName[];
  actorId: string;
}) {
  return (
    <p className={styles.body} dir="auto">
      {splitBody(body, people).map((part, index) =>
        part.kind === "text" ? (
          part.text
        ) : (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: parts have no id and are always rendered together
            key={index}
            className={styles.mention}
            data-me={part.id === actorId ? "" : undefined}
          >
            @{part.name}
          </span>
        ),
      )}
    </p>
  );
}
