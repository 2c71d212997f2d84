"use client";

import type { DraftPassage } from "@/components/drafts/comment-draft";
import { useWords } from "@/components/words/use-words";
import { CommentForm } from "./comment-form";
import styles from "./comments.module.css";
import { useComments } from "./comments-context";

/** Starts a thread on the selected passage. */
export function PassageComment({ passage, onSent }: { passage: DraftPassage; onSent: () => void }) {
  const t = useWords("comments");
  const { articleId, storageKey, people, post, dropPassage, reopenPassage, passageOpening } = useComments();
  const { exact, ...range } = passage;
  return (
    <div className={styles.passage}>
      <blockquote>{exact}</blockquote>
      <CommentForm
        key={passageOpening}
        storageKey={storageKey}
        subject="passage"
        label={t("passage.label")}
        sendLabel={t("send")}
        people={people}
        passage={passage}
        focused
        send={(body, typed) => post({ on: "passage", articleId, ...range }, body, typed)}
        onDone={() => {
          dropPassage();
          onSent();
        }}
        onCancel={dropPassage}
        onReopen={(draft) => draft.passage && reopenPassage(draft.passage)}
      />
    </div>
  );
}
