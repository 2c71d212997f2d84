"use client";

import { type ReactNode, useEffect, useState } from "react";
import type { ReadOptions } from "@/components/reads/read-desk";
import { RelativeTime } from "@/components/ui/relative-time";
import { rich } from "@/components/words/rich";
import { useWords } from "@/components/words/use-words";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import { type CopyState, isDead } from "@/lib/sources/copy-state";
import { words } from "@/lib/words/words";
import styles from "./copy-state-line.module.css";

/** How often the page asks about a copy that is being saved, and at most how many times. */
const POLL_INTERVAL_MS = 3000;
const MAX_POLLS = 20;

/** Whether there is a saved copy of a source and whether its page is still online, with a link to the source or another link. */
export function CopyStateLine({
  sourceId,
  state,
  link,
}: {
  sourceId: string;
  state: CopyState;
  /** Shown instead of the link to the source. */
  link?: ReactNode;
}) {
  const t = useWords("sources");
  const description = describeCopy(state);
  const dead = isDead(state.link);
  if (!description && !dead) return null;
  return (
    <span className={styles.line}>
      {dead && (
        <strong className={styles.dead}>
          {t(state.link.state === "gone" ? "copyState.gone" : "copyState.unreachable")}{" "}
        </strong>
      )}
      {description}{" "}
      {link === undefined ? <a href={`/desk/sources/${sourceId}`}>{t("copyState.goToSource")}</a> : link}
    </span>
  );
}

function describeCopy({ copy, link }: CopyState) {
  const t = words("sources");
  switch (copy.kind) {
    case "saved":
      return rich(t, "copyState.saved", { when: <RelativeTime at={copy.at} /> });
    case "waiting":
      return copy.before
        ? t("copyState.retrying", { reason: firstSentence(copy.before) })
        : t("copyState.saving");
    case "failed":
      // What is shown before says why.
      return isDead(link)
        ? t("copyState.noneAndGone")
        : t("copyState.failed", { reason: firstSentence(copy.why) });
    case "not-saved":
      return t("copyState.none");
    case "none":
      return null;
  }
}

/** The reason without the advice after it, which is for the page of the source. */
function firstSentence(text: string): string {
  return /^.*?[.!?](?=\s|$)/su.exec(text)?.[0] ?? text;
}

/** Loads the state of a copy, and loads it again while the copy is being saved. */
export function useCopyState<T>(
  key: string,
  load: (options: ReadOptions) => Promise<Result<T, Failure>>,
  isPending: (found: T) => boolean,
): T | null {
  const [found, setFound] = useState<{ key: string; value: T } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says what is loaded
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const reading = new AbortController();
    const { signal } = reading;
    async function run(left: number) {
      const result = await load({ signal }).catch(() => null);
      if (signal.aborted) return;
      // Not essential to the page: a failure is silent, and the next poll may succeed.
      if (result?.ok) setFound({ key, value: result.value });
      const done = result?.ok && !isPending(result.value);
      if (left > 0 && !done) timer = setTimeout(() => run(left - 1), POLL_INTERVAL_MS);
    }
    run(MAX_POLLS);
    return () => {
      reading.abort();
      clearTimeout(timer);
    };
  }, [key]);
  return found?.key === key ? found.value : null;
}
