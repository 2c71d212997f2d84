"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useDates } from "@/components/dates/dates-context";
import { attempt } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { visuallyHidden } from "@/components/ui/visually-hidden";
import { rich } from "@/components/words/rich";
import { useWords } from "@/components/words/use-words";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import { type Attempted, AttemptNotice } from "./attempt-notice";
import own from "./webhooks.module.css";

export type Redeliver = (input: { deliveryId: string }) => Promise<Result<Attempted, Failure>>;

/** Sends a delivery again, and shows the answer below. */
export function RedeliverButton({
  deliveryId,
  kind,
  at,
  redeliver,
}: {
  deliveryId: string;
  /** As people read it. */
  kind: string;
  /** ISO 8601 instant. */
  at: string;
  redeliver: Redeliver;
}) {
  const t = useWords("webhooks");
  const dates = useDates();
  const router = useRouter();
  const [pending, setPending] = useState(false);
  const [result, setResult] = useState<Result<Attempted, Failure> | null>(null);
  return (
    <>
      <Button
        look="quiet"
        pending={pending}
        onClick={async () => {
          setPending(true);
          setResult(await attempt(() => redeliver({ deliveryId })));
          setPending(false);
          router.refresh();
        }}
      >
        {rich(t, "redeliver", { kind, time: dates.instant(at), hidden: visuallyHidden })}
      </Button>
      {result && (
        <div className={own.result}>
          {result.ok ? (
            <AttemptNotice attempted={result.value} />
          ) : (
            <Notice tone="failure">{result.error.message}</Notice>
          )}
        </div>
      )}
    </>
  );
}
