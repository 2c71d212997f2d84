"use client";

import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import type { Claim } from "@/lib/claims/claim";
import type { Passage, Thread } from "@/lib/comments/comment";
import { CommentForm } from "./comment-form";
import styles from "./comments.module.css";
import { useComments } from "./comments-context";
import { ThreadItem } from "./thread-item";

type Shown = "open" | "resolved" | "all";

/** Everything that the desk says among itself of the article: passages in the order of the text, then claims, then the whole. */
export function CommentsPanel({
  claims,
  onClaim,
  onPassage,
}: {
  claims: readonly Claim[];
  onClaim: (id: string) => void;
  onPassage: (passage: Passage) => void;
}) {
  const { articleId, place, threads, people, openId, post, close } = useComments();
  const pointedAt = threads.find(({ comments }) => comments.some(({ id }) => id === openId));
  const [shown, setShown] = useState<Shown>(pointedAt?.resolved ? "all" : "open");
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const open = threads.filter(({ resolved }) => resolved === null);
  const lists = { open, resolved: threads.filter(({ resolved }) => resolved !== null), all: threads };
  const listed = [...lists[shown]].sort(byPlace(claims));
  return (
    <section aria-label="Comments">
      <div className={styles.head}>
        <h2 ref={heading} tabIndex={-1}>
          Comments <span className={styles.count}>{listed.length}</span>
        </h2>
        <div className={styles.buttons}>
          <select
            aria-label="Show threads"
            value={shown}
            onChange={(event) => setShown(event.target.value as Shown)}
          >
            <option value="open">Open ({open.length})</option>
            <option value="resolved">Resolved ({lists.resolved.length})</option>
            <option value="all">All ({threads.length})</option>
          </select>
          <Button look="quiet" onClick={close}>
            Back to the claims
          </Button>
        </div>
      </div>
      <div className={styles.whole}>
        <CommentForm
          place={place}
          subject="article"
          label="Comment on the article"
          sendLabel="Send"
          people={people}
          compact
          send={(body, typed) => post({ on: "article", articleId }, body, typed)}
        />
      </div>
      {listed.length === 0 && (
        <p className={styles.empty}>
          {threads.length === 0 ? (
            <>
              Nobody has commented yet. Select a passage of the article and press <kbd>C</kbd>, or open a
              claim and write under it. Readers never see comments.
            </>
          ) : shown === "open" ? (
            "Every thread is resolved."
          ) : (
            "No thread is resolved yet."
          )}
        </p>
      )}
      <ul className={styles.threads}>
        {listed.map((thread) => (
          <ThreadItem
            key={thread.id}
            thread={thread}
            where={<Where thread={thread} claims={claims} onClaim={onClaim} onPassage={onPassage} />}
          />
        ))}
      </ul>
    </section>
  );
}

/** What a thread is on, and the way there. */
function Where({
  thread: { claimId, passage },
  claims,
  onClaim,
  onPassage,
}: {
  thread: Thread;
  claims: readonly Claim[];
  onClaim: (id: string) => void;
  onPassage: (passage: Passage) => void;
}) {
  if (claimId) {
    const claim = claims.find(({ id }) => id === claimId);
    if (!claim) return <p className={styles.where}>On a claim that was deleted</p>;
    return (
      <button type="button" className={styles.where} onClick={() => onClaim(claim.id)}>
        On claim {claim.number}: {claim.statement}
      </button>
    );
  }
  if (!passage) return <p className={styles.where}>On the article</p>;
  if (passage.outcome === "orphaned")
    return (
      <div className={styles.where}>
        On words that are not in the text any more: <q>{passage.before ?? passage.exact}</q>
      </div>
    );
  return (
    <button type="button" className={styles.where} onClick={() => onPassage(passage)}>
      On <q>{passage.exact}</q>
      {passage.before && (
        <>
          , which was <q>{passage.before}</q>
        </>
      )}
    </button>
  );
}

function byPlace(claims: readonly Claim[]) {
  const orderOf = ({ claimId, passage }: Thread): [number, number] => {
    if (passage) return [passage.outcome === "orphaned" ? 1 : 0, passage.start];
    if (claimId) return [2, claims.findIndex(({ id }) => id === claimId)];
    return [3, 0];
  };
  return (a: Thread, b: Thread) => {
    const [groupA, placeA] = orderOf(a);
    const [groupB, placeB] = orderOf(b);
    return groupA - groupB || placeA - placeB;
  };
}
