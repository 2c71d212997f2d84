import { useEffect, useState } from "react";
import { RelativeTime } from "@/components/ui/relative-time";
import { rich } from "@/components/words/rich";
import { useWords } from "@/components/words/use-words";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import type { HistoryItem } from "./claim-history";
import { openReturn } from "./open-return";
import styles from "./votes.module.css";

/** Shows what should change in a claim that was returned, until it is submitted again. It is loaded when the card of a draft opens. */
export function ReturnedNotice({
  claimId,
  revision,
  load,
}: {
  claimId: string;
  revision: number;
  load: (input: { claimId: string }) => Promise<Result<HistoryItem[], Failure>>;
}) {
  const t = useWords("review");
  const [returned, setReturned] = useState<HistoryItem | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new revision can be a new step
  useEffect(() => {
    let current = true;
    load({ claimId }).then(
      (result) => current && result.ok && setReturned(openReturn(result.value)),
      // The history of the claim, further down, says that it can't be loaded.
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [claimId, revision, load]);
  if (!returned) return null;
  return (
    <p className={styles.reopened}>
      {rich(t, returned.note ? "returned.note" : "returned.plain", {
        b: (text) => <strong>{text}</strong>,
        name: returned.actor.name,
        note: returned.note,
        time: <RelativeTime at={returned.at} />,
      })}
    </p>
  );
}
