"use client";

import { type FormEvent, useState } from "react";
import page from "@/components/desk/desk-page.module.css";
import { RestoredNotice } from "@/components/drafts/restored-notice";
import { useFormDraft } from "@/components/drafts/use-form-draft";
import { attempt } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { useWords } from "@/components/words/use-words";
import type { Failure } from "@/lib/failure";
import {
  type Delivery,
  deliveriesOf,
  deliveryLabels,
  NOTIFICATION_KIND_NAMES,
  NOTIFICATION_KINDS,
  type Preference,
} from "@/lib/notifications/notification";
import type { Result } from "@/lib/result";
import styles from "./notifications.module.css";

/** Chooses for each kind of notification how it is delivered. */
export function PreferenceForm({
  preference,
  sendsMail,
  reviews,
  save,
}: {
  preference: Preference;
  /** Whether this installation can send mail. */
  sendsMail: boolean;
  /** Whether this person can approve claims. */
  reviews: boolean;
  save: (preference: Preference) => Promise<Result<Preference, Failure>>;
}) {
  const t = useWords("notifications");
  const common = useWords("common");
  const draft = useFormDraft("notifications", preference);
  const chosen = draft.value;
  const setChosen = (next: Preference) => draft.change(next);
  const [pending, setPending] = useState(false);
  const [outcome, setOutcome] = useState<{ tone: "success" | "failure"; text: string } | null>(null);
  const getsMail = sendsMail && chosen.mail;

  async function submit(event: FormEvent) {
    event.preventDefault();
    setPending(true);
    const result = await attempt(() => save(chosen));
    setPending(false);
    if (result.ok) draft.forget();
    setOutcome(
      result.ok
        ? { tone: "success", text: t("settings.saved") }
        : { tone: "failure", text: result.error.message },
    );
  }

  return (
    <Form className={styles.form} onSubmit={submit}>
      <RestoredNotice restored={draft.restored} />
      {sendsMail ? (
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={chosen.mail}
            onChange={(event) => setChosen({ ...chosen, mail: event.target.checked })}
          />
          {t("settings.mail")}
        </label>
      ) : (
        <p className={page.hint}>{t("settings.noMail")}</p>
      )}
      <table className={styles.kinds}>
        <tbody>
          {NOTIFICATION_KIND_NAMES.map((kind) => (
            <tr key={kind}>
              <th scope="row" id={`kind-${kind}`}>
                {NOTIFICATION_KINDS[kind].label}
              </th>
              <td>
                <select
                  aria-labelledby={`kind-${kind}`}
                  value={chosen.deliveries[kind] ?? NOTIFICATION_KINDS[kind].defaultDelivery}
                  onChange={(event) =>
                    setChosen({
                      ...chosen,
                      deliveries: { ...chosen.deliveries, [kind]: event.target.value as Delivery },
                    })
                  }
                >
                  {deliveriesOf(kind).map((delivery) => (
                    <option key={delivery} value={delivery}>
                      {deliveryLabels[delivery]}
                    </option>
                  ))}
                </select>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {reviews && getsMail && (
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={chosen.countsReview}
            onChange={(event) => setChosen({ ...chosen, countsReview: event.target.checked })}
          />
          {t("settings.countsReview")}
        </label>
      )}
      {sendsMail && !chosen.mail && <p className={page.hint}>{t("settings.mailOff")}</p>}
      <Button type="submit" look="primary" pending={pending}>
        {common("save")}
      </Button>
      {outcome && <Notice tone={outcome.tone}>{outcome.text}</Notice>}
    </Form>
  );
}
