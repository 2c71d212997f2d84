"use client";

import { type ReactNode, useEffect, useState } from "react";
import { RelativeTime } from "@/components/ui/relative-time";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import { type CopyState, isDead } from "@/lib/sources/copy-state";
import styles from "./copy-state-line.module.css";

/** Milliseconds between two looks at a copy that waits to be taken, and how many looks there are. */
const EVERY = 3000;
const LOOKS = 20;

/** Whether a copy of a source is kept, and whether its page is still there, with the way to the source, or another in its place. */
export function CopyStateLine({
  sourceId,
  state,
  way = <a href={`/desk/sources/${sourceId}`}>See the source</a>,
}: {
  sourceId: string;
  state: CopyState;
  way?: ReactNode;
}) {
  const words = copyWords(state);
  const dead = isDead(state.link);
  if (!words && !dead) return null;
  return (
    <span className={styles.line}>
      {dead && (
        <strong className={styles.dead}>
          {state.link.state === "gone" ? "The page is gone." : "The page cannot be reached."}{" "}
        </strong>
      )}
      {words} {way}
    </span>
  );
}

function copyWords({ copy, link }: CopyState) {
  switch (copy.kind) {
    case "kept":
      return (
        <>
          Copy kept <RelativeTime at={copy.at} />.
        </>
      );
    case "waiting":
      return copy.before
        ? `A copy could not be kept yet (${copy.before}) It is tried again.`
        : "A copy is being kept …";
    case "failed":
      return isDead(link) ? `No copy is kept (${copy.why})` : `No copy could be kept: ${copy.why}`;
    case "not-kept":
      return "No copy is kept yet.";
    case "none":
      return null;
  }
}

/** Asks for the state of what waits until it waits no more. */
export function useCopyState<T>(
  key: string,
  look: () => Promise<Result<T, Failure>>,
  isWaiting: (found: T) => boolean,
): T | null {
  const [found, setFound] = useState<{ key: string; value: T } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says what is looked at
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let current = true;
    async function run(left: number) {
      const result = await look().catch(() => null);
      if (!current) return;
      // What is told here is beside the point of the page: a failure is silent, and the next look may succeed.
      if (result?.ok) setFound({ key, value: result.value });
      const settled = result?.ok && !isWaiting(result.value);
      if (left > 0 && !settled) timer = setTimeout(() => run(left - 1), EVERY);
    }
    run(LOOKS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [key]);
  return found?.key === key ? found.value : null;
}
