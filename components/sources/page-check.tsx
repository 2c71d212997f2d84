"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useDates } from "@/components/dates/dates-context";
import { attempt } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useWords } from "@/components/words/use-words";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";

/** Compares the page of a source with its saved copy, and says what it found. */
export function PageCheck({
  sourceId,
  checkedAt,
  check,
}: {
  sourceId: string;
  /** ISO 8601 instant of the last check; null for none. */
  checkedAt: string | null;
  check: (input: {
    sourceId: string;
  }) => Promise<Result<{ change: "first" | "same" | "changed"; flagged: number }, Failure>>;
}) {
  const t = useWords("watching");
  const dates = useDates();
  const router = useRouter();
  const [pending, setPending] = useState(false);
  const [outcome, setOutcome] = useState<{ tone: "failure" | "success"; text: string } | null>(null);

  async function run() {
    setPending(true);
    const result = await attempt(() => check({ sourceId }));
    setPending(false);
    setOutcome(
      result.ok
        ? { tone: "success", text: t(`page.${result.value.change}`, { count: result.value.flagged }) }
        : { tone: "failure", text: result.error.message },
    );
    if (result.ok) router.refresh();
  }

  return (
    <>
      <Button pending={pending} onClick={run}>
        {t("page.check")}
      </Button>
      {checkedAt && <p>{t("page.checked", { day: dates.day(checkedAt) })}</p>}
      {outcome && <Notice tone={outcome.tone}>{outcome.text}</Notice>}
    </>
  );
}
