"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import record from "@/components/desk/record-page.module.css";
import { RestoredNotice } from "@/components/drafts/restored-notice";
import { useFormDraft } from "@/components/drafts/use-form-draft";
import { usePeopleForWork } from "@/components/people/use-people-for-work";
import { attempt, messagesFor } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { useWords } from "@/components/words/use-words";
import type { PersonName } from "@/lib/claims/claim";
import { nameToChoose } from "@/lib/claims/disambiguate-names";
import type { Failure } from "@/lib/failure";
import type { ReaderMessage } from "@/lib/messages/message";
import type { Result } from "@/lib/result";

export type SaveHandling = (input: {
  id: string;
  revision: number;
  assigneeId: string | null;
  note: string;
}) => Promise<Result<null, Failure>>;

/** Who deals with a message, and a note for the newsroom. */
export function HandlingForm({
  message,
  people: atFirst,
  save,
}: {
  message: Pick<ReaderMessage, "id" | "revision" | "assignee" | "note">;
  people: readonly PersonName[];
  save: SaveHandling;
}) {
  const t = useWords("inbox");
  const { people, onFocus } = usePeopleForWork(atFirst);
  const common = useWords("common");
  const router = useRouter();
  const draft = useFormDraft(
    `message:${message.id}`,
    { assigneeId: message.assignee?.id ?? "", note: message.note ?? "", revision: message.revision },
    { typed: ({ assigneeId, note }) => ({ assigneeId, note }) },
  );
  /** What someone else saved in the meantime. It is not part of the draft: after a reload, the conflict must be shown again. */
  const [newer, setNewer] = useState<{ revision: number; note: string } | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [pending, setPending] = useState(false);
  const [saved, setSaved] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (pending) return;
    setPending(true);
    const { assigneeId, note, revision: based } = draft.value;
    // What is not changed here follows the page, which other steps on the message refresh.
    const revision = newer?.revision ?? (draft.isChanged ? based : message.revision);
    const result = await attempt(() =>
      save({ id: message.id, revision, assigneeId: assigneeId || null, note }),
    );
    setPending(false);
    setSaved(result.ok);
    setFailure(result.ok ? null : result.error);
    if (result.ok) {
      setNewer(null);
      draft.forget({ ...draft.value, revision: revision + 1 });
      router.refresh();
    } else if (result.error.kind === "stale")
      setNewer(result.error.current as { revision: number; note: string });
  }

  return (
    <Form className={record.form} onSubmit={submit} noValidate aria-label={t("handling")}>
      <RestoredNotice restored={draft.restored} />
      {failure && !(failure.kind === "invalid" && failure.fields) && (
        <Notice tone="failure">
          <p>{failure.message}</p>
          {newer && <p>{t("staleNote", { note: newer.note || common("empty") })}</p>}
        </Notice>
      )}
      <Field label={t("assignee")} errors={messagesFor(failure, "assigneeId")}>
        {(control) => (
          <select
            {...control}
            value={draft.value.assigneeId}
            onFocus={onFocus}
            onChange={({ target }) => draft.change({ assigneeId: target.value })}
          >
            <option value="">{t("filter.nobody")}</option>
            {people.map((person) => (
              <option key={person.id} value={person.id}>
                {nameToChoose(person)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t("note")} optional hint={t("noteHint")} errors={messagesFor(failure, "note")}>
        {(control) => <textarea {...control} rows={3} {...draft.field("note")} />}
      </Field>
      <div>
        <Button type="submit" pending={pending}>
          {pending ? common("saving") : t("save")}
        </Button>{" "}
        <span role="status">{saved && common("saved")}</span>
      </div>
    </Form>
  );
}
