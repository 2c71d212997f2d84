"use client";

import { useEffect, useRef, useState } from "react";
import { useDates } from "@/components/dates/dates-context";
import { Button } from "@/components/ui/button";
import { useWords } from "@/components/words/use-words";
import { ReviewDateForm } from "./review-date-form";
import styles from "./watching.module.css";
import type { ReviewDateView, WatchingActions } from "./watching-actions";

/** The review date of a claim, or of an article as a whole, and its form. */
export function ReviewDateControl({
  subject,
  label,
  current,
  setReviewDate,
  onChange,
}: {
  subject: { articleId: string; claimId: string | null };
  /** Accessible name of the form. */
  label: string;
  current: ReviewDateView | null;
  setReviewDate: WatchingActions["setReviewDate"];
  onChange: () => void;
}) {
  const t = useWords("watching");
  const dates = useDates();
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLDivElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (wasOpen.current && !isOpen) opener.current?.querySelector<HTMLElement>("button")?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  if (isOpen)
    return (
      <ReviewDateForm
        name={`review-date:${subject.claimId ?? subject.articleId}`}
        label={label}
        current={current}
        save={(input) => setReviewDate({ ...subject, ...input })}
        onDone={() => {
          setOpen(false);
          onChange();
        }}
        onCancel={() => setOpen(false)}
      />
    );
  return (
    <div ref={opener} className={styles.line}>
      {current && <span>{t("reviewDate.on", { day: dates.date(current.on), reason: current.reason })}</span>}
      <Button look="quiet" onClick={() => setOpen(true)}>
        {t(current ? "reviewDate.change" : "reviewDate.set")}
      </Button>
    </div>
  );
}
