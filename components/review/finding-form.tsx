import { type FormEvent, useEffect, useState } from "react";
import { formKey, readForm } from "@/components/drafts/form-draft";
import { RestoredNotice } from "@/components/drafts/restored-notice";
import { useFormDraft } from "@/components/drafts/use-form-draft";
import { attempt, messagesFor } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useWords } from "@/components/words/use-words";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import { FindingField } from "./finding-field";
import styles from "./publish-panel.module.css";

/** The draft of a finding, and the stored one that it replaces. */
const draftOf = (stored: string) => ({ finding: stored, shown: stored });

/** Whether this browser has a finding that was typed and not saved. */
export function hasUnsavedFinding(
  ownerId: string | null,
  article: { id: string; finding: string | null },
): boolean {
  if (ownerId === null) return false;
  const stored = article.finding ?? "";
  const draft = readForm(formKey(ownerId, nameOf(article)), draftOf(stored));
  return draft !== null && draft.value.finding !== stored;
}

const nameOf = ({ id }: { id: string }) => `finding:${id}`;

/** Writes the finding just before the article is published. */
export function FindingForm({
  article,
  counted,
  save,
  onDone,
}: {
  article: { id: string; finding: string | null };
  /** The text that is made from the counts. */
  counted: string;
  /** Stores the finding. After a conflict, `article` is what others have stored. */
  save: (finding: string | null) => Promise<Result<unknown, Failure>>;
  onDone: () => void;
}) {
  const t = useWords("publication");
  const stored = article.finding ?? "";
  // What was typed replaces only a finding that was shown, also after a reload.
  const draft = useFormDraft(nameOf(article), draftOf(stored), { typed: ({ finding: text }) => text });
  const [failure, setFailure] = useState<Failure | null>(null);
  const [pending, setPending] = useState(false);
  const { finding, shown } = draft.value;
  const isOutdated = !pending && shown !== stored;
  useEffect(() => {
    if (isOutdated && !draft.isChanged) draft.forget({ finding: stored, shown: stored });
  });

  async function submit(event: FormEvent) {
    event.preventDefault();
    setPending(true);
    const result = await attempt(() => save(finding.trim() || null));
    setPending(false);
    setFailure(result.ok ? null : result.error);
    if (!result.ok) return;
    draft.forget();
    onDone();
  }

  return (
    <form className={styles.plan} aria-label={t("finding")} onSubmit={submit} noValidate>
      <RestoredNotice restored={draft.restored} />
      {isOutdated ? (
        <Notice tone="failure">
          <p className={styles.lead}>{stored ? t("finding.changed", { stored }) : t("finding.removed")}</p>
          <Button onClick={() => draft.change({ shown: stored })}>{t("finding.keep")}</Button>
          <Button look="quiet" onClick={() => draft.forget({ finding: stored, shown: stored })}>
            {t("finding.discard")}
          </Button>
        </Notice>
      ) : (
        failure &&
        messagesFor(failure, "finding") === undefined && <Notice tone="failure">{failure.message}</Notice>
      )}
      <FindingField {...draft.field("finding")} counted={counted} errors={messagesFor(failure, "finding")} />
      <Button type="submit" pending={pending} disabled={isOutdated}>
        {t("finding.save")}
      </Button>
    </form>
  );
}
