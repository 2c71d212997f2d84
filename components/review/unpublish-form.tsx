"use client";

import { type FormEvent, useState } from "react";
import { RestoredNotice } from "@/components/drafts/restored-notice";
import { useFormDraft } from "@/components/drafts/use-form-draft";
import { attempt } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { useWords } from "@/components/words/use-words";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import styles from "./publish-panel.module.css";

/** Unpublishes an article, with the reason that readers see. */
export function UnpublishForm({
  articleId,
  unpublish,
  onDone,
}: {
  articleId: string;
  unpublish: (reason: string) => Promise<Result<{ revision: number }, Failure>>;
  onDone: (revision: number) => void;
}) {
  const t = useWords("publication");
  const draft = useFormDraft(`unpublish:${articleId}`, { reason: "" });
  const [failure, setFailure] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  async function run(event: FormEvent) {
    event.preventDefault();
    setPending(true);
    const result = await attempt(() => unpublish(draft.value.reason));
    setPending(false);
    if (result.ok) {
      draft.forget();
      return onDone(result.value.revision);
    }
    setFailure(result.error.message);
  }
  return (
    <form className={styles.plan} onSubmit={run}>
      <RestoredNotice restored={draft.restored} />
      <Field
        label={t("unpublish.reason")}
        hint={t("unpublish.hint")}
        errors={failure === null ? undefined : [failure]}
      >
        {(control) => <textarea {...control} {...draft.field("reason")} rows={3} />}
      </Field>
      <Button type="submit" look="danger" pending={pending}>
        {t("unpublish.submit")}
      </Button>
    </form>
  );
}
