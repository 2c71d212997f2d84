"use client";

import { useEffect, useState } from "react";
import { Differences } from "@/components/history/differences";
import { PersonLabel } from "@/components/people/person-label";
import { RelativeTime } from "@/components/ui/relative-time";
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

const verbs: Record<HistoryItem["action"], string> = {
  mark: "marked it",
  verdict: "rated it",
  change: "changed it",
  submit: "submitted it",
  withdraw: "withdrew it",
  return: "returned it",
  approve: "approved it",
  reopen: "reopened it",
  exclude: "left it out",
  include: "took it in again",
  retire: "retired it",
  restore: "restored it",
  vote: "voted",
  decide: "gave the last vote:",
  settle: "settled it",
  raise_approvals: "sent it to more reviewers",
  publish: "published it",
  unpublish: "took it out of the publication",
};

/** What happened to a claim, newest first; read when it is opened. */
export function ClaimHistory({
  claimId,
  revision,
  load,
}: {
  claimId: string;
  revision: number;
  load: (input: { claimId: string }) => Promise<Result<HistoryItem[], Failure>>;
}) {
  const [items, setItems] = useState<HistoryItem[] | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of the claim is a change of its history
  useEffect(() => {
    let current = true;
    load({ claimId })
      .then((result) => {
        if (!current) return;
        if (result.ok) setItems(result.value);
        else setFailure(result.error.message);
      })
      .catch(
        () => current && setFailure("The history cannot be read now. Close the claim and open it again."),
      );
    return () => {
      current = false;
    };
  }, [claimId, revision, load]);
  if (failure) return <p className={styles.note}>{failure}</p>;
  if (!items) return <p className={styles.note}>Reading …</p>;
  return (
    <ol className={styles.history}>
      {items.map((item) => (
        <li key={`${item.at}-${item.action}-${item.actor.id}`}>
          <PersonLabel person={item.actor} /> {item.change?.did ?? verbs[item.action]}
          {item.ratingLabel && ` ${item.ratingLabel}`} <RelativeTime at={item.at} />
          {item.note && <span className={styles.words}>{item.note}</span>}
          {item.change && <Differences differences={item.change.differences} />}
        </li>
      ))}
    </ol>
  );
}
