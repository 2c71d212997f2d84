"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { useDates } from "@/components/dates/dates-context";
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
import { useWords } from "@/components/words/use-words";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";

/** For how many days a link can be valid. */
const DAYS = [3, 7, 14, 30] as const;

/** A link of the author; the address itself is shown only when it is made. */
export interface AuthorLinkView {
  id: string;
  name: string;
  createdBy: string;
  /** ISO 8601 instants. */
  expiresAt: string;
  revokedAt: string | null;
  isOpen: boolean;
}

interface CreatedLink {
  /** Null where it was shown before. */
  link: string | null;
  name: string;
  /** ISO 8601 instant. */
  until: string;
}

interface Actions {
  createAuthorLink: (
    input: { articleId: string; name: string; days: (typeof DAYS)[number] },
    key: string,
  ) => Promise<Result<CreatedLink, Failure>>;
  revokeAuthorLink: (input: { articleId: string; linkId: string }) => Promise<Result<null, Failure>>;
}

/** Makes links for the author of a manuscript, lists them, and withdraws them. */
export function AuthorLinksPanel({
  articleId,
  byline,
  links,
  actions,
}: {
  articleId: string;
  /** Offered as the author's name; null if the article has none. */
  byline: string | null;
  links: readonly AuthorLinkView[];
  actions: Actions;
}) {
  const t = useWords("manuscripts");
  const dates = useDates();
  const router = useRouter();
  const empty = { name: byline ?? "", days: "7" };
  const draft = useFormDraft(`author-link:${articleId}`, empty);
  const submission = useSubmission(`author-link:${articleId}`, actions.createAuthorLink);
  const submissions = useWords("submissions");
  const [failure, setFailure] = useState<Failure | null>(null);
  const [pending, setPending] = useState<string | null>(null);
  const [made, setMade] = useState<CreatedLink | null>(null);

  async function run<T>(id: string, call: () => Promise<Result<T, Failure>>): Promise<T | undefined> {
    setPending(id);
    const result = await attempt(call);
    setPending(null);
    setFailure(result.ok ? null : result.error);
    router.refresh();
    return result.ok ? result.value : undefined;
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    const days = DAYS.find((each) => each === Number(draft.value.days)) ?? 7;
    const { name } = draft.value;
    const created = await run("new", () => submission.submit({ articleId, name, days }));
    if (!created) return;
    setMade(created);
    draft.forget(empty);
  }

  const nameErrors = messagesFor(failure, "name");
  return (
    <>
      {failure && !nameErrors && <Notice tone="failure">{failure.message}</Notice>}
      <Form className={styles.form} onSubmit={submit} noValidate>
        <RestoredNotice restored={draft.restored} />
        <SubmissionNotice submission={submission}>{() => submissions("authorLink")}</SubmissionNotice>
        <div className={styles.row}>
          <Field label={t("author.name")} hint={t("author.name.hint")} errors={nameErrors}>
            {(control) => <input {...control} {...draft.field("name")} autoComplete="off" required />}
          </Field>
          <Field label={t("author.days")}>
            {(control) => (
              <select {...control} {...draft.field("days")}>
                {DAYS.map((days) => (
                  <option key={days} value={days}>
                    {t("author.days.count", { days })}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </div>
        <div className={styles.actions}>
          <Button type="submit" look="primary" pending={pending === "new"}>
            {t("author.create")}
          </Button>
        </div>
      </Form>
      {made?.link === null && <Notice>{submissions("authorLink")}</Notice>}
      {made?.link && (
        <Notice tone="success">
          <p>{t("author.created", { name: made.name, until: dates.instant(made.until) })}</p>
          <CopyField text={made.link} label={t("author.link")} copyLabel={t("author.copy")} />
        </Notice>
      )}
      <section className={styles.section} aria-labelledby="author-links-title">
        <h2 id="author-links-title">{t("author.links")}</h2>
        {links.length === 0 && <p className={styles.empty}>{t("author.none")}</p>}
        <ul className={styles.list}>
          {links.map((link) => (
            <li key={link.id} className={styles.item}>
              <h3>{link.name}</h3>
              <p className={styles.meta}>
                <span>
                  {link.revokedAt
                    ? t("author.state.revoked", { at: dates.instant(link.revokedAt) })
                    : t(link.isOpen ? "author.state.open" : "author.state.expired", {
                        until: dates.instant(link.expiresAt),
                      })}
                </span>
                <span>{t("author.createdBy", { name: link.createdBy })}</span>
              </p>
              {link.isOpen && (
                <div className={styles.actions}>
                  <Button
                    look="quiet"
                    pending={pending === link.id}
                    aria-label={t("author.revokeLabel", { name: link.name })}
                    onClick={() =>
                      run(link.id, () => actions.revokeAuthorLink({ articleId, linkId: link.id }))
                    }
                  >
                    {t("author.revoke")}
                  </Button>
                </div>
              )}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
