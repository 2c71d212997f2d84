"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import record from "@/components/desk/record-page.module.css";
import { attempt } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useWords } from "@/components/words/use-words";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import styles from "./inbox.module.css";

/** Deletes what a reader sent, after a second click. */
export function EraseMessage({
  id,
  erase,
}: {
  id: string;
  erase: (input: { id: string }) => Promise<Result<null, Failure>>;
}) {
  const t = useWords("inbox");
  const common = useWords("common");
  const router = useRouter();
  const [isAsked, setAsked] = useState(false);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  async function run() {
    setPending(true);
    const result = await attempt(() => erase({ id }));
    setPending(false);
    setFailure(result.ok ? null : result.error);
    if (!result.ok) return;
    // The section goes with what it deleted.
    document.getElementById("content")?.focus();
    router.refresh();
  }

  return (
    <div className={record.section}>
      <p className={record.hint}>{t("erase.hint")}</p>
      {failure && <Notice tone="failure">{failure.message}</Notice>}
      {isAsked ? (
        <div className={styles.buttons}>
          <Button look="danger" pending={pending} onClick={run} autoFocus>
            {t("erase.confirm")}
          </Button>
          <Button look="quiet" onClick={() => setAsked(false)}>
            {common("cancel")}
          </Button>
        </div>
      ) : (
        <Button onClick={() => setAsked(true)}>{t("erase")}</Button>
      )}
    </div>
  );
}
