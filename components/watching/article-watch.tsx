"use client";

import { useRef, useState } from "react";
import { useDates } from "@/components/dates/dates-context";
import { useWords } from "@/components/words/use-words";
import { describeFlag } from "@/lib/watching/describe-flag";
import { FlagControls, type OpenPart } from "./flag-controls";
import { ReviewDateControl } from "./review-date-control";
import { useWatch } from "./use-watch";
import styles from "./watching.module.css";
import type { WatchingActions } from "./watching-actions";
import { useWatching } from "./watching-context";

/** The flags and the review date of an article as a whole. Nothing for guests. */
export function ArticleWatch({ articleId }: { articleId: string }) {
  const watching = useWatching();
  return watching && <Watch articleId={articleId} actions={watching.actions} />;
}

function Watch({ articleId, actions }: { articleId: string; actions: WatchingActions }) {
  const t = useWords("watching");
  const dates = useDates();
  const subject = { articleId, claimId: null };
  const { watch, reload } = useWatch(subject, 0);
  const [open, setOpen] = useState<{ id: string; part: OpenPart } | null>(null);
  const box = useRef<HTMLDivElement>(null);
  if (!watch) return null;
  return (
    <div ref={box} className={styles.watch} tabIndex={-1}>
      {watch.flags.map((flag) => (
        <div key={flag.id} className={styles.flag}>
          <p>{describeFlag(flag, dates)}</p>
          <FlagControls
            flag={flag}
            what={t("article")}
            actions={actions}
            open={open?.id === flag.id ? open.part : null}
            onOpen={(part) => setOpen(part && { id: flag.id, part })}
            onResolved={() => {
              box.current?.focus();
              setOpen(null);
              reload();
            }}
          />
        </div>
      ))}
      {!watch.flags.some(({ kind }) => kind === "review_due") && (
        <ReviewDateControl
          subject={subject}
          label={t("reviewDate.ofArticle")}
          current={watch.reviewDate}
          setReviewDate={actions.setReviewDate}
          onChange={reload}
        />
      )}
    </div>
  );
}
