import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import styles from "@/components/desk/desk-page.module.css";
import { attempt, messagesFor } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import type { Failure } from "@/lib/failure";
import { formatInstant } from "@/lib/format-date";
import { type GuestActions, type GuestMade, STAYS, USUAL_STAY } from "./guest-types";

/** Asks somebody from outside to review the article; the link is shown once. */
export function InviteGuestForm({
  articleId,
  sendsMail,
  invite,
}: {
  articleId: string;
  sendsMail: boolean;
  invite: GuestActions["inviteGuest"];
}) {
  const router = useRouter();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [made, setMade] = useState<GuestMade | null>(null);
  const [pending, setPending] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const days = STAYS.find((stay) => stay.days === Number(data.get("days")))?.days ?? USUAL_STAY;
    setPending(true);
    const result = await attempt(() =>
      invite({ articleId, email: String(data.get("email")), name: String(data.get("name")), days }),
    );
    setPending(false);
    setFailure(result.ok ? null : result.error);
    setMade(result.ok ? result.value : null);
    if (!result.ok) return;
    form.reset();
    router.refresh();
  }

  const errors = { email: messagesFor(failure, "email"), name: messagesFor(failure, "name") };
  return (
    <section className={styles.section} aria-labelledby="invite-guest-title">
      <h2 id="invite-guest-title">Invite a guest</h2>
      <Form className={styles.form} onSubmit={submit} noValidate>
        {failure && !errors.email && !errors.name && <Notice tone="failure">{failure.message}</Notice>}
        <div className={styles.row}>
          <Field label="Name" errors={errors.name}>
            {(control) => <input {...control} name="name" autoComplete="off" required />}
          </Field>
          <Field label="E-mail address" errors={errors.email}>
            {(control) => <input {...control} name="email" type="email" autoComplete="off" required />}
          </Field>
          <Field label="For how long" hint="The link and the access end then.">
            {(control) => (
              <select {...control} name="days" defaultValue={USUAL_STAY}>
                {STAYS.map(({ days, label }) => (
                  <option key={days} value={days}>
                    {label}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </div>
        <div className={styles.actions}>
          <Button type="submit" look="primary" pending={pending}>
            {sendsMail ? "Invite by mail" : "Make an invitation"}
          </Button>
        </div>
      </Form>
      {made && (
        <Notice tone="success">
          <p>{madeWords(made)}</p>
          <input
            className={styles.link}
            readOnly
            value={made.link}
            aria-label="Invitation link"
            onFocus={(event) => event.target.select()}
          />
          <CopyButton text={made.link} label="Copy the link" />
        </Notice>
      )}
    </section>
  );
}

function madeWords({ kind, mailed, until }: GuestMade): string {
  const end = formatInstant(until);
  if (kind === "let-in")
    return `They were a guest before and sign in with the account that they have. ${mailed ? "A mail tells them so." : "Send them this address of the article."} Their access ends on ${end}.`;
  return `${mailed ? "The invitation is mailed to them. You may also send" : "Send"} this link to them. It is shown once; it and their access end on ${end}.`;
}
