"use client";

import type { DraftPassage } from "@/components/drafts/comment-draft";
import { CommentForm } from "./comment-form";
import styles from "./comments.module.css";
import { useComments } from "./comments-context";

/** Begins a thread on a passage that was selected. */
export function PassageComment({ passage, onSent }: { passage: DraftPassage; onSent: () => void }) {
  const { articleId, place, people, post, dropPassage } = useComments();
  const { exact, ...range } = passage;
  return (
    <div className={styles.passage}>
      <blockquote>{exact}</blockquote>
      <CommentForm
        place={place}
        subject="passage"
        label="Comment on this passage"
        sendLabel="Send"
        people={people}
        passage={passage}
        focused
        send={(body, typed) => post({ on: "passage", articleId, ...range }, body, typed)}
        onDone={() => {
          dropPassage();
          onSent();
        }}
        onCancel={dropPassage}
      />
    </div>
  );
}
