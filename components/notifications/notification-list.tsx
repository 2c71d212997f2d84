"use client";

import { useState } from "react";
import page from "@/components/desk/desk-page.module.css";
import { attempt } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { RelativeTime } from "@/components/ui/relative-time";
import { useWords } from "@/components/words/use-words";
import type { Failure } from "@/lib/failure";
import type { Notification } from "@/lib/notifications/notification";
import { sentenceOf } from "@/lib/notifications/sentence-of";
import type { Result } from "@/lib/result";
import { formatCount } from "@/lib/words/format-count";
import styles from "./notifications.module.css";

/** A person's notifications, newest first, with unread ones highlighted. */
export function NotificationList({
  items,
  total,
  unread,
  markRead,
}: {
  items: readonly Notification[];
  total: number;
  unread: number;
  markRead: (input: { ids?: string[] }) => Promise<Result<null, Failure>>;
}) {
  const t = useWords("notifications");
  const [readIds, setReadIds] = useState<ReadonlySet<string>>(new Set());
  const [allRead, setAllRead] = useState(false);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const isUnread = ({ id, readAt }: Notification) => readAt === null && !allRead && !readIds.has(id);
  const left = allRead ? 0 : unread - readIds.size;

  async function mark(ids?: string[]) {
    setPending(true);
    const result = await attempt(() => markRead(ids ? { ids } : {}));
    setPending(false);
    setFailure(result.ok ? null : result.error.message);
    if (!result.ok) return;
    if (ids) setReadIds(new Set([...readIds, ...ids]));
    else setAllRead(true);
  }

  return (
    <>
      <div className={page.head}>
        <h1>
          {t("title")}{" "}
          <span className={page.count}>
            {left > 0
              ? t("title.unread", { unread: formatCount(left), total: formatCount(total) })
              : formatCount(total)}
          </span>
        </h1>
        {left > 0 && (
          <Button pending={pending} onClick={() => mark()}>
            {t("markAllRead")}
          </Button>
        )}
      </div>
      {failure && <Notice tone="failure">{failure}</Notice>}
      {items.length === 0 && <p className={page.empty}>{t("empty")}</p>}
      <ul className={page.list}>
        {items.map((item) => {
          const excerpt = item.comment ? item.comment.excerpt : item.claim?.statement;
          return (
            <li key={item.id} className={styles.item} data-unread={isUnread(item) ? "" : undefined}>
              <p className={styles.sentence}>
                {isUnread(item) && <span className={styles.mark}>{t("item.unread")} </span>}
                <a href={`/desk/notifications/${item.id}`}>{sentenceOf(item)}</a>
              </p>
              {item.comment?.excerpt === null ? (
                <p className={styles.gone}>{t("item.commentDeleted")}</p>
              ) : (
                excerpt && <p className={styles.excerpt}>{excerpt}</p>
              )}
              <ClaimNotes item={item} />
              <p className={page.meta}>
                {item.article && <span>{item.article.title}</span>}
                <RelativeTime at={item.at} />
                {isUnread(item) && (
                  <button type="button" className={styles.quiet} onClick={() => mark([item.id])}>
                    {t("markRead")}
                  </button>
                )}
              </p>
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** Claims or notes of a notification that are listed; of more, there is the count. */
const LISTED = 5;

/** Which claims a notification is about, if there are several, and what should change in those that were returned. */
function ClaimNotes({ item: { claims, claimCount } }: { item: Notification }) {
  const t = useWords("mails");
  const isOne = claims.length === 1;
  const shown = isOne ? claims.filter(({ note }) => note !== null) : claims.slice(0, LISTED);
  if (shown.length === 0) return null;
  const more = claimCount - LISTED;
  return (
    <ul className={styles.claims}>
      {shown.map(({ id, number, statement, note }) => (
        <li key={id}>
          {!isOne && t("item.claim", { number, statement })}
          {note !== null && <q className={styles.note}>{note}</q>}
        </li>
      ))}
      {more > 0 && <li>{t("item.more", { count: more })}</li>}
    </ul>
  );
}
