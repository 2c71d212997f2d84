import desk from "@/components/desk/desk-page.module.css";
import { RelativeTime } from "@/components/ui/relative-time";
import type { ListedMessage } from "@/lib/messages/message";
import { words } from "@/lib/words/words";
import styles from "./inbox.module.css";

/** UTF-16 units of a message that the list shows. */
const SHOWN = 160;

/** Messages of readers. */
export function MessageList({ messages, empty }: { messages: readonly ListedMessage[]; empty: string }) {
  const t = words("inbox");
  if (messages.length === 0) return <p className={desk.empty}>{empty}</p>;
  return (
    <ul className={desk.list} aria-label={t("list")}>
      {messages.map(({ id, kind, state, text, name, article, claim, assignee, receivedAt }) => (
        <li key={id} className={desk.item}>
          <h2 className={styles.excerpt} data-new={state === "new" ? "" : undefined}>
            <a href={`/desk/inbox/${id}`} dir="auto">
              {text === null ? t("erased") : shortened(text)}
            </a>
          </h2>
          <span className={desk.status} data-status={state}>
            {t(`state.${state}`)}
          </span>
          <p className={desk.meta}>
            <span>{t(`kind.${kind}`)}</span>
            {article && <span>{article.title}</span>}
            {claim && <span>{t("claimNumber", { number: claim.number })}</span>}
            {name && <span>{t("from", { name })}</span>}
            {assignee && <span>{t("assignedTo", { name: assignee.name })}</span>}
            <RelativeTime at={receivedAt} />
          </p>
        </li>
      ))}
    </ul>
  );
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length <= SHOWN ? line : `${line.slice(0, SHOWN).trimEnd()}…`;
}
