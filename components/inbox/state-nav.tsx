import { MESSAGE_STATES, type MessageState } from "@/lib/messages/message";
import { formatCount } from "@/lib/words/format-count";
import { words } from "@/lib/words/words";
import styles from "./inbox.module.css";
import { hrefOfInbox, type InboxQuery } from "./inbox-href";

/** The states of messages with their numbers, as links. */
export function StateNav({
  filter,
  counts,
}: {
  filter: InboxQuery;
  counts: Readonly<Record<MessageState, number>>;
}) {
  const t = words("inbox");
  const link = (state: MessageState | undefined) => (
    <a
      key={state ?? "all"}
      href={hrefOfInbox({ ...filter, state, page: 1 })}
      aria-current={filter.state === state ? "page" : undefined}
    >
      {t(`state.${state ?? "all"}`)}
      {state && <span className={styles.count}> {formatCount(counts[state])}</span>}
    </a>
  );
  return (
    <nav className={styles.states} aria-label={t("filter.state")}>
      {link(undefined)}
      {MESSAGE_STATES.map(link)}
    </nav>
  );
}
