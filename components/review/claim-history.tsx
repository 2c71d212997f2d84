"use client";

import { useEffect, useState } from "react";
import { Differences } from "@/components/history/differences";
import { PersonLabel } from "@/components/people/person-label";
import { RelativeTime } from "@/components/ui/relative-time";
import { rich } from "@/components/words/rich";
import { useWords } from "@/components/words/use-words";
import type { PersonName } from "@/lib/claims/claim";
import type { Failure } from "@/lib/failure";
import type { Difference } from "@/lib/history/describe-event";
import type { Result } from "@/lib/result";
import type { ReviewStepName } from "@/lib/review/transition";
import styles from "./claim-history.module.css";

export interface HistoryItem {
  action: ReviewStepName | "mark" | "verdict" | "decide" | "change";
  note: string | null;
  actor: PersonName;
  at: string;
  ratingLabel: string | null;
  change: { did: string; differences: Difference[] } | null;
}

/** What happened to a claim, newest first. Loaded when it is opened. */
export function ClaimHistory({
  claimId,
  revision,
  load,
}: {
  claimId: string;
  revision: number;
  load: (input: { claimId: string }) => Promise<Result<HistoryItem[], Failure>>;
}) {
  const t = useWords("review");
  const [items, setItems] = useState<HistoryItem[] | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new revision adds to the history
  useEffect(() => {
    let current = true;
    load({ claimId })
      .then((result) => {
        if (!current) return;
        if (result.ok) setItems(result.value);
        else setFailure(result.error.message);
      })
      .catch(() => current && setFailure(t("history.failed")));
    return () => {
      current = false;
    };
  }, [claimId, revision, load, t]);
  if (failure) return <p className={styles.note}>{failure}</p>;
  if (!items) return <p className={styles.note}>{t("history.loading")}</p>;
  return (
    <ol className={styles.history}>
      {items.map((item) => (
        <li key={`${item.at}-${item.action}-${item.actor.id}`}>
          {rich(t, `history.${item.action}`, {
            person: <PersonLabel person={item.actor} />,
            rating: item.ratingLabel ?? "",
            change: item.change?.did ?? "",
            time: <RelativeTime at={item.at} />,
          })}
          {item.note && <span className={styles.noteText}>{item.note}</span>}
          {item.change && <Differences differences={item.change.differences} />}
        </li>
      ))}
    </ol>
  );
}
