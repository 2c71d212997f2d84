import choices from "@/components/account/scope-choice.module.css";
import styles from "@/components/desk/desk-page.module.css";
import { messagesFor } from "@/components/ui/attempt";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { useWords } from "@/components/words/use-words";
import type { Failure } from "@/lib/failure";
import { WEBHOOK_KINDS, type WebhookKind } from "@/lib/webhooks/webhook-kind";

/** What a person chooses about a webhook. */
export interface WebhookContent {
  url: string;
  kinds: WebhookKind[];
}

/** The address of a webhook, and what is sent to it. A failure that is about neither is shown above them. */
export function WebhookFields({
  content: { url, kinds },
  failure,
  onChange,
}: {
  content: WebhookContent;
  failure: Failure | null;
  onChange: (part: Partial<WebhookContent>) => void;
}) {
  const t = useWords("webhooks");
  const kindErrors = messagesFor(failure, "kinds");
  return (
    <>
      {failure && !messagesFor(failure, "url") && !kindErrors && (
        <Notice tone="failure">{failure.message}</Notice>
      )}
      <Field label={t("url")} hint={t("urlHint")} errors={messagesFor(failure, "url")}>
        {(control) => (
          <input
            {...control}
            value={url}
            onChange={({ target }) => onChange({ url: target.value })}
            type="url"
            autoComplete="off"
            required
          />
        )}
      </Field>
      <fieldset className={choices.choices}>
        <legend>{t("kinds")}</legend>
        {WEBHOOK_KINDS.map((kind) => (
          <label key={kind}>
            <input
              type="checkbox"
              checked={kinds.includes(kind)}
              aria-invalid={kindErrors ? true : undefined}
              onChange={({ target }) =>
                onChange({
                  kinds: WEBHOOK_KINDS.filter((each) =>
                    each === kind ? target.checked : kinds.includes(each),
                  ),
                })
              }
            />{" "}
            {t(`kind.${kind}`)}
          </label>
        ))}
        {kindErrors && (
          <p className={choices.error} role="alert">
            {kindErrors.join(" ")}
          </p>
        )}
        <p className={styles.hint}>{t("privateHint")}</p>
      </fieldset>
    </>
  );
}
