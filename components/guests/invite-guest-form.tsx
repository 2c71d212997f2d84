import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { useDates } from "@/components/dates/dates-context";
import styles from "@/components/desk/desk-page.module.css";
import { RestoredNotice } from "@/components/drafts/restored-notice";
import { SubmissionNotice } from "@/components/drafts/submission-notice";
import { useFormDraft } from "@/components/drafts/use-form-draft";
import { useSubmission } from "@/components/drafts/use-submission";
import { messagesFor } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { CopyField } from "@/components/ui/copy-field";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { useWords } from "@/components/words/use-words";
import type { Failure } from "@/lib/failure";
import { DAYS, DEFAULT_DAYS, type GuestActions, type InvitedGuest } from "./guest-types";

const NO_GUEST = { name: "", email: "", days: String(DEFAULT_DAYS) };

/** Invites a guest to review the article. The link is shown only once. */
export function InviteGuestForm({
  articleId,
  sendsMail,
  invite,
}: {
  articleId: string;
  sendsMail: boolean;
  invite: GuestActions["inviteGuest"];
}) {
  const dates = useDates();
  const t = useWords("guests");
  const common = useWords("common");
  const router = useRouter();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [invited, setInvited] = useState<InvitedGuest | null>(null);
  const [pending, setPending] = useState(false);

  const draft = useFormDraft(`guest:${articleId}`, NO_GUEST);
  const submission = useSubmission(`guest:${articleId}`, invite);
  const submissions = useWords("submissions");

  async function submit(event: FormEvent) {
    event.preventDefault();
    const { name, email } = draft.value;
    const days = DAYS.find((each) => each === Number(draft.value.days)) ?? DEFAULT_DAYS;
    setPending(true);
    const result = await submission.submit({ articleId, email, name, days });
    setPending(false);
    setFailure(result.ok ? null : result.error);
    setInvited(result.ok ? result.value : null);
    if (!result.ok) return;
    draft.forget(NO_GUEST);
    router.refresh();
  }

  const errors = { email: messagesFor(failure, "email"), name: messagesFor(failure, "name") };
  return (
    <section className={styles.section} aria-labelledby="invite-guest-title">
      <h2 id="invite-guest-title">{t("invite.title")}</h2>
      <Form className={styles.form} onSubmit={submit} noValidate>
        <RestoredNotice restored={draft.restored} />
        <SubmissionNotice submission={submission}>{() => submissions("guest")}</SubmissionNotice>
        {failure && !errors.email && !errors.name && <Notice tone="failure">{failure.message}</Notice>}
        <div className={styles.row}>
          <Field label={t("invite.name")} errors={errors.name}>
            {(control) => <input {...control} {...draft.field("name")} autoComplete="off" required />}
          </Field>
          <Field label={common("emailAddress")} errors={errors.email}>
            {(control) => (
              <input {...control} {...draft.field("email")} type="email" autoComplete="off" required />
            )}
          </Field>
          <Field label={t("invite.days")} hint={t("invite.days.hint")}>
            {(control) => (
              <select {...control} {...draft.field("days")}>
                {DAYS.map((days) => (
                  <option key={days} value={days}>
                    {t("invite.days.option", { days })}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </div>
        <div className={styles.actions}>
          <Button type="submit" look="primary" pending={pending}>
            {t(sendsMail ? "invite.submit.mail" : "invite.submit")}
          </Button>
        </div>
      </Form>
      {invited?.link === null && <Notice>{submissions("guest")}</Notice>}
      {invited?.link && (
        <Notice tone="success">
          <p>{t(resultKey(invited), { until: dates.instant(invited.until) })}</p>
          <CopyField text={invited.link} label={t("link.label")} copyLabel={t("link.copy")} />
        </Notice>
      )}
    </section>
  );
}

function resultKey({ kind, mailed }: InvitedGuest) {
  if (kind === "renewed") return mailed ? "invited.known.mailed" : "invited.known.link";
  return mailed ? "invited.mailed" : "invited.link";
}
