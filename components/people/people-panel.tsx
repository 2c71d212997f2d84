"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import styles from "@/components/desk/desk-page.module.css";
import { RestoredNotice } from "@/components/drafts/restored-notice";
import { SubmissionNotice } from "@/components/drafts/submission-notice";
import { useFormDraft } from "@/components/drafts/use-form-draft";
import { useSubmission } from "@/components/drafts/use-submission";
import { attempt, messagesFor } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { CopyField } from "@/components/ui/copy-field";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { RelativeTime } from "@/components/ui/relative-time";
import { visuallyHidden } from "@/components/ui/visually-hidden";
import { rich } from "@/components/words/rich";
import { useWords } from "@/components/words/use-words";
import type { Failure } from "@/lib/failure";
import { type Role, roleLabels, STAFF_ROLES, type StaffRole } from "@/lib/policies/actor";
import type { Result } from "@/lib/result";
import { type PersonActions, PersonItem, type PersonRow } from "./person-item";
import { RoleOptions } from "./role-options";

export interface InvitationRow {
  id: string;
  name: string;
  email: string;
  role: Role;
  expiresAt: string;
  state: string;
}

export interface PeopleActions extends PersonActions {
  /** `link` is null where it was shown before. */
  invite: (
    input: { email: string; name: string; role: StaffRole },
    key: string,
  ) => Promise<Result<{ link: string | null; mailed: boolean }, Failure>>;
  revoke: (input: { invitationId: string }) => Promise<Result<null, Failure>>;
}

/** The people of the desk and the open invitations. */
export function PeoplePanel({
  people,
  invitations,
  actorId,
  passwordsOff,
  actions,
}: {
  people: PersonRow[];
  invitations: InvitationRow[];
  actorId: string;
  /** No one but the first administrator can sign in with a password. */
  passwordsOff: boolean;
  actions: PeopleActions;
}) {
  const t = useWords("people");
  const router = useRouter();
  const [failure, setFailure] = useState<string | null>(null);
  const run = async (call: () => Promise<Result<unknown, Failure>>) => {
    const result = await attempt(call);
    setFailure(result.ok ? null : result.error.message);
    router.refresh();
  };
  return (
    <>
      {failure && <Notice tone="failure">{failure}</Notice>}
      <ul className={styles.list} aria-label={t("title")}>
        {people.map((person) => (
          <PersonItem
            key={person.id}
            person={person}
            isSelf={person.id === actorId}
            passwordsOff={passwordsOff}
            actions={actions}
          />
        ))}
      </ul>
      <InviteForm invite={actions.invite} />
      {invitations.length > 0 && (
        <section className={styles.section} aria-labelledby="invitations-title">
          <h2 id="invitations-title">
            {t("invitation.open")} <span className={styles.count}>{invitations.length}</span>
          </h2>
          <ul className={styles.list}>
            {invitations.map((invitation) => (
              <li key={invitation.id} className={styles.item}>
                <span>{t("invitation.person", { name: invitation.name, email: invitation.email })}</span>
                <Button
                  look="quiet"
                  onClick={() => run(() => actions.revoke({ invitationId: invitation.id }))}
                >
                  {rich(t, "invitation.withdraw", { name: invitation.name, hidden: visuallyHidden })}
                </Button>
                <p className={styles.meta}>
                  <span>{roleLabels[invitation.role]}</span>
                  <span>
                    {rich(t, invitation.state === "expired" ? "invitation.expired" : "invitation.expires", {
                      time: <RelativeTime at={invitation.expiresAt} />,
                    })}
                  </span>
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

const NO_INVITATION = { name: "", email: "", role: "checker" };

function InviteForm({ invite }: { invite: PeopleActions["invite"] }) {
  const t = useWords("people");
  const common = useWords("common");
  const router = useRouter();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [created, setCreated] = useState<{ link: string | null; mailed: boolean } | null>(null);
  const [pending, setPending] = useState(false);
  const draft = useFormDraft("invitation", NO_INVITATION);
  const submission = useSubmission("invitation", invite);
  const submissions = useWords("submissions");

  async function submit(event: FormEvent) {
    event.preventDefault();
    const { name, email } = draft.value;
    const role = STAFF_ROLES.find((each) => each === draft.value.role) ?? "checker";
    setPending(true);
    const result = await submission.submit({ email, name, role });
    setPending(false);
    setFailure(result.ok ? null : result.error);
    setCreated(result.ok ? result.value : null);
    if (result.ok) {
      draft.forget(NO_INVITATION);
      router.refresh();
    }
  }

  return (
    <section className={styles.section} aria-labelledby="invite-title">
      <h2 id="invite-title">{t("invitation.title")}</h2>
      <Form className={styles.form} onSubmit={submit} noValidate>
        <RestoredNotice restored={draft.restored} />
        <SubmissionNotice submission={submission}>{() => submissions("invitation")}</SubmissionNotice>
        {failure && !messagesFor(failure, "email") && !messagesFor(failure, "name") && (
          <Notice tone="failure">{failure.message}</Notice>
        )}
        <div className={styles.row}>
          <Field label={t("invitation.name")} errors={messagesFor(failure, "name")}>
            {(control) => <input {...control} {...draft.field("name")} autoComplete="off" required />}
          </Field>
          <Field label={common("emailAddress")} errors={messagesFor(failure, "email")}>
            {(control) => (
              <input {...control} {...draft.field("email")} type="email" autoComplete="off" required />
            )}
          </Field>
          <Field label={t("invitation.role")} hint={t("invitation.roleHint")}>
            {(control) => (
              <select {...control} {...draft.field("role")}>
                <RoleOptions />
              </select>
            )}
          </Field>
        </div>
        <div className={styles.actions}>
          <Button type="submit" pending={pending}>
            {t("invitation.create")}
          </Button>
        </div>
      </Form>
      {created?.link === null && <Notice>{submissions("invitation")}</Notice>}
      {created?.link && (
        <Notice tone="success">
          <p>{t(created.mailed ? "invitation.emailed" : "invitation.sendLink")}</p>
          <CopyField text={created.link} label={t("invitation.link")} copyLabel={t("invitation.copy")} />
        </Notice>
      )}
    </section>
  );
}
