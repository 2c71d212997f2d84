import type { ReactNode } from "react";
import { useWords } from "@/components/words/use-words";
import type { ContactForm as Form, ShownSubject } from "@/lib/document-bundle/document-content";
import { MESSAGE_KINDS } from "@/lib/messages/message";
import { type ContactField, MESSAGE_LIMITS } from "@/lib/messages/message-input";
import styles from "./site-page.module.css";

/** The form of /contact. It is an ordinary form: a page answers it. The script only keeps what is typed. */
export function ContactForm({
  form: { values, errors, notice, stamp },
  subject,
  language,
}: {
  form: Form;
  subject: ShownSubject | null;
  /** BCP 47, of the page. */
  language: string;
}) {
  const t = useWords("sitePages");
  const hasErrors = Object.keys(errors).length > 0;
  return (
    // With this encoding, a text in any script keeps within what a request can carry.
    <form
      className={styles.form}
      method="post"
      action="/contact/send"
      encType="multipart/form-data"
      aria-label={t("contact.form")}
      // For components/reader-script/contact-draft.ts.
      data-draft=""
      data-answered={hasErrors || notice ? "" : undefined}
    >
      {(hasErrors || notice) && (
        <div className={styles.failure} role="alert">
          <p>
            {notice === null
              ? t("contact.failed")
              : t(`contact.notice.${notice.kind}`, {
                  minutes: notice.kind === "limited" ? notice.minutes : 1,
                })}
          </p>
        </div>
      )}
      <input type="hidden" name="stamp" value={stamp} />
      <input type="hidden" name="lang" value={language} />
      {subject && <input type="hidden" name="article" value={subject.slug} />}
      {subject?.claim && <input type="hidden" name="claim" value={subject.claim.number} />}
      <fieldset className={styles.kinds} aria-describedby={errors.kind && "kind-error"}>
        <legend>{t("contact.kind")}</legend>
        {MESSAGE_KINDS.map((kind) => (
          <label key={kind}>
            <input type="radio" name="kind" value={kind} required defaultChecked={values.kind === kind} />{" "}
            {t(`contact.kind.${kind}`)}
          </label>
        ))}
        <FieldError field="kind" errors={errors} />
      </fieldset>
      <Field field="text" label={t("contact.text")} hint={t("contact.textHint")} errors={errors} isRequired>
        {(control) => (
          <textarea
            {...control}
            rows={8}
            maxLength={MESSAGE_LIMITS.text}
            required
            defaultValue={values.text}
            dir="auto"
          />
        )}
      </Field>
      <Field field="quote" label={t("contact.quote")} hint={t("contact.quoteHint")} errors={errors}>
        {(control) => (
          <textarea
            {...control}
            rows={3}
            maxLength={MESSAGE_LIMITS.quote}
            defaultValue={values.quote}
            dir="auto"
          />
        )}
      </Field>
      <Field field="url" label={t("contact.url")} hint={t("contact.urlHint")} errors={errors}>
        {(control) => (
          <input {...control} type="url" maxLength={MESSAGE_LIMITS.url} defaultValue={values.url} />
        )}
      </Field>
      <Field field="name" label={t("contact.name")} errors={errors}>
        {(control) => (
          <input
            {...control}
            autoComplete="name"
            maxLength={MESSAGE_LIMITS.name}
            defaultValue={values.name}
            dir="auto"
          />
        )}
      </Field>
      <Field field="email" label={t("contact.email")} hint={t("contact.emailHint")} errors={errors}>
        {(control) => (
          <input
            {...control}
            type="email"
            autoComplete="email"
            maxLength={MESSAGE_LIMITS.email}
            defaultValue={values.email}
          />
        )}
      </Field>
      {/* Programs fill in every field that they find. */}
      <p className={styles.trap} aria-hidden="true">
        <label htmlFor="website">{t("contact.trap")}</label>
        <input id="website" name="website" tabIndex={-1} autoComplete="off" />
      </p>
      <p className={styles.hint}>{t("contact.privacy")}</p>
      <p>
        <button type="submit" className={styles.send}>
          {t("contact.send")}
        </button>
      </p>
    </form>
  );
}

interface Control {
  id: string;
  name: ContactField;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
}

function Field({
  field,
  label,
  hint,
  errors,
  isRequired = false,
  children,
}: {
  field: ContactField;
  label: string;
  hint?: string;
  errors: Form["errors"];
  isRequired?: boolean;
  children: (control: Control) => ReactNode;
}) {
  const t = useWords("sitePages");
  const describedBy = [hint && `${field}-hint`, errors[field] && `${field}-error`].filter(Boolean).join(" ");
  return (
    <div className={styles.field}>
      <label htmlFor={field}>
        {label} {!isRequired && <span className={styles.optional}>{t("contact.optional")}</span>}
      </label>
      {hint && (
        <p id={`${field}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {children({
        id: field,
        name: field,
        "aria-describedby": describedBy || undefined,
        "aria-invalid": errors[field] ? true : undefined,
      })}
      <FieldError field={field} errors={errors} />
    </div>
  );
}

/** The limits that messages about a field name. */
const LIMIT_OF: Record<ContactField, number> = {
  kind: 0,
  text: MESSAGE_LIMITS.text,
  quote: MESSAGE_LIMITS.quote,
  url: MESSAGE_LIMITS.url,
  name: MESSAGE_LIMITS.name,
  email: MESSAGE_LIMITS.email,
};

function FieldError({ field, errors }: { field: ContactField; errors: Form["errors"] }) {
  const t = useWords("sitePages");
  const error = errors[field];
  if (!error) return null;
  const max = error === "links" ? MESSAGE_LIMITS.links : LIMIT_OF[field];
  return (
    <p id={`${field}-error`} className={styles.error}>
      {t(`contact.error.${error}`, { max })}
    </p>
  );
}
