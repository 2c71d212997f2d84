import { useEffect, useState } from "react";
import { RelativeTime } from "@/components/ui/relative-time";
import { rich } from "@/components/words/rich";
import { useWords } from "@/components/words/use-words";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import styles from "./votes.module.css";

interface Returned {
  actor: { name: string };
  note: string | null;
  at: string;
}

/** Shows what should change in a claim that was returned, until it is submitted again. It is loaded when the card of a draft opens. */
export function ReturnedNotice({ claimId, revision }: { claimId: string; revision: number }) {
  const t = useWords("review");
  const [returned, setReturned] = useState<Returned | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new revision can be a new step
  useEffect(() => {
    const request = new AbortController();
    loadReturn(claimId, request.signal).then(
      (result) => result.ok && setReturned(result.value),
      // The card shows everything else about the claim, and the next revision loads it again.
      () => undefined,
    );
    return () => request.abort();
  }, [claimId, revision]);
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

async function loadReturn(claimId: string, signal: AbortSignal): Promise<Result<Returned | null, Failure>> {
  const response = await fetch(`/desk/return-note?claim=${encodeURIComponent(claimId)}`, { signal });
  if (!response.ok) throw new Error(`the note could not be fetched: ${response.status}`);
  return (await response.json()) as Result<Returned | null, Failure>;
}
