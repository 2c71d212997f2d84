"use client";

import { type FormEvent, useState } from "react";
import { attempt } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { useWords } from "@/components/words/use-words";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import styles from "./publish-panel.module.css";

/** Unpublishes an article, with the reason that readers see. */
export function UnpublishForm({
  unpublish,
  onDone,
}: {
  unpublish: (reason: string) => Promise<Result<{ revision: number }, Failure>>;
  onDone: (revision: number) => void;
}) {
  const t = useWords("publication");
  const [reason, setReason] = useState("");
  const [failure, setFailure] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  async function run(event: FormEvent) {
    event.preventDefault();
    setPending(true);
    const result = await attempt(() => unpublish(reason));
    setPending(false);
    if (result.ok) return onDone(result.value.revision);
    setFailure(result.error.message);
  }
  return (
    <form className={styles.plan} onSubmit={run}>
      <Field
        label={t("unpublish.reason")}
        hint={t("unpublish.hint")}
        errors={failure === null ? undefined : [failure]}
      >
        {(control) => (
          <textarea
            {...control}
            rows={3}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" look="danger" pending={pending}>
        {t("unpublish.submit")}
      </Button>
    </form>
  );
}
