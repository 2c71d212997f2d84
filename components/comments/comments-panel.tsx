"use client";

import { useEffect, useRef, useState } from "react";
import { HintWithKey } from "@/components/commands/hint-with-key";
import { Button } from "@/components/ui/button";
import { rich } from "@/components/words/rich";
import { useWords } from "@/components/words/use-words";
import type { Claim } from "@/lib/claims/claim";
import type { CommentedPassage, Thread } from "@/lib/comments/comment";
import { CommentForm } from "./comment-form";
import styles from "./comments.module.css";
import { useComments } from "./comments-context";
import { ThreadItem } from "./thread-item";

type Shown = "open" | "resolved" | "all";

/** All comments on the article: on passages in text order, then on claims, then on the article. */
export function CommentsPanel({
  claims,
  onClaim,
  onPassage,
}: {
  claims: readonly Claim[];
  onClaim: (id: string) => void;
  onPassage: (passage: CommentedPassage) => void;
}) {
  const t = useWords("comments");
  const { articleId, storageKey, threads, people, openId, post, close } = useComments();
  const target = threads.find(({ comments }) => comments.some(({ id }) => id === openId));
  const [shown, setShown] = useState<Shown>(target?.resolved ? "all" : "open");
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const open = threads.filter(({ resolved }) => resolved === null);
  const lists = { open, resolved: threads.filter(({ resolved }) => resolved !== null), all: threads };
  const listed = [...lists[shown]].sort(byPosition(claims));
  return (
    <section aria-label={t("title")}>
      <div className={styles.head}>
        <h2 ref={heading} tabIndex={-1}>
          {t("title")} <span className={styles.count}>{listed.length}</span>
        </h2>
        <div className={styles.buttons}>
          <select
            aria-label={t("panel.show")}
            value={shown}
            onChange={(event) => setShown(event.target.value as Shown)}
          >
            <option value="open">{t("panel.show.open", { count: open.length })}</option>
            <option value="resolved">{t("panel.show.resolved", { count: lists.resolved.length })}</option>
            <option value="all">{t("panel.show.all", { count: threads.length })}</option>
          </select>
          <Button look="quiet" onClick={close}>
            {t("panel.back")}
          </Button>
        </div>
      </div>
      <div className={styles.onArticle}>
        <CommentForm
          storageKey={storageKey}
          subject="article"
          label={t("panel.article")}
          sendLabel={t("send")}
          people={people}
          compact
          send={(body, typed) => post({ on: "article", articleId }, body, typed)}
        />
      </div>
      {listed.length === 0 && (
        <p className={styles.empty}>
          {threads.length === 0 ? (
            <HintWithKey t={t} message="panel.empty" command="comment" keys="c" />
          ) : (
            t(shown === "open" ? "panel.empty.open" : "panel.empty.resolved")
          )}
        </p>
      )}
      <ul className={styles.threads}>
        {listed.map((thread) => (
          <ThreadItem
            key={thread.id}
            thread={thread}
            subject={
              <ThreadSubject thread={thread} claims={claims} onClaim={onClaim} onPassage={onPassage} />
            }
          />
        ))}
      </ul>
    </section>
  );
}

/** What a thread is on, as a link to it. */
function ThreadSubject({
  thread: { claimId, passage },
  claims,
  onClaim,
  onPassage,
}: {
  thread: Thread;
  claims: readonly Claim[];
  onClaim: (id: string) => void;
  onPassage: (passage: CommentedPassage) => void;
}) {
  const t = useWords("comments");
  if (claimId) {
    const claim = claims.find(({ id }) => id === claimId);
    if (!claim) return <p className={styles.where}>{t("thread.on.claim.deleted")}</p>;
    return (
      <button type="button" className={styles.where} onClick={() => onClaim(claim.id)}>
        {t("thread.on.claim", { number: claim.number, statement: claim.statement })}
      </button>
    );
  }
  if (!passage) return <p className={styles.where}>{t("thread.on.article")}</p>;
  if (passage.outcome === "orphaned")
    return (
      <div className={styles.where}>
        {rich(t, "thread.on.passage.orphaned", { before: <q>{passage.before ?? passage.exact}</q> })}
      </div>
    );
  return (
    <button type="button" className={styles.where} onClick={() => onPassage(passage)}>
      {rich(t, passage.before ? "thread.on.passage.changed" : "thread.on.passage", {
        passage: <q>{passage.exact}</q>,
        before: <q>{passage.before}</q>,
      })}
    </button>
  );
}

function byPosition(claims: readonly Claim[]) {
  const orderOf = ({ claimId, passage }: Thread): [number, number] => {
    if (passage) return [passage.outcome === "orphaned" ? 1 : 0, passage.start];
    if (claimId) return [2, claims.findIndex(({ id }) => id === claimId)];
    return [3, 0];
  };
  return (a: Thread, b: Thread) => {
    const [groupA, positionA] = orderOf(a);
    const [groupB, positionB] = orderOf(b);
    return groupA - groupB || positionA - positionB;
  };
}
