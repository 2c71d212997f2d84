"use client";

import { useEffect, useState } from "react";
import { useDates } from "@/components/dates/dates-context";
import { Differences } from "@/components/history/differences";
import { attempt } from "@/components/ui/attempt";
import { Notice } from "@/components/ui/notice";
import { useWords } from "@/components/words/use-words";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import styles from "./watching.module.css";
import type { PageChangeView } from "./watching-actions";
import { watchingReads } from "./watching-reads";

/** What changed on the page of a source, word by word. */
export function PageChange({ flagId }: { flagId: string }) {
  const t = useWords("watching");
  const dates = useDates();
  const [loaded, setLoaded] = useState<Result<PageChangeView, Failure> | null>(null);
  useEffect(() => {
    const reading = new AbortController();
    const { signal } = reading;
    attempt(() => watchingReads.loadPageChange({ flagId }, { signal })).then(
      (result) => signal.aborted || setLoaded(result),
    );
    return () => reading.abort();
  }, [flagId]);
  if (!loaded)
    return (
      <p className={styles.hint} role="status">
        {t("loading")}
      </p>
    );
  if (!loaded.ok) return <Notice tone="failure">{loaded.error.message}</Notice>;
  const { blocks, lost, before, after } = loaded.value;
  return (
    <div className={styles.change}>
      {lost.length > 0 && (
        <>
          <p>{t("lost")}</p>
          {lost.map((excerpt) => (
            <blockquote key={excerpt} dir="auto">
              {excerpt}
            </blockquote>
          ))}
        </>
      )}
      {blocks.length === 0 ? (
        <p>{t("noChange")}</p>
      ) : (
        <Differences
          differences={[
            {
              label: t("change.between", {
                before: dates.instant(before),
                after: dates.instant(after),
              }),
              blocks,
            },
          ]}
        />
      )}
    </div>
  );
}
