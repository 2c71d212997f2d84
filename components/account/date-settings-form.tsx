"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { useRenderedAt } from "@/components/dates/dates-context";
import styles from "@/components/desk/desk-page.module.css";
import { RestoredNotice } from "@/components/drafts/restored-notice";
import { useFormDraft } from "@/components/drafts/use-form-draft";
import { attempt, messagesFor } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { useHydrated } from "@/components/ui/use-hydrated";
import { useWords } from "@/components/words/use-words";
import type { Failure } from "@/lib/failure";
import { type DateSettings, dateSettingsInput, isDateLanguage } from "@/lib/personal/date-settings";
import { type DateStyle, makeDates } from "@/lib/personal/dates";
import type { Result } from "@/lib/result";
import { languageName } from "@/lib/words/language-name";

/** Languages of the product, which mails are in as well: see lib/words/languages.ts. */
const MAIL_LANGUAGES: readonly string[] = [
  "ar",
  "de",
  "en-AU",
  "en-CA",
  "en-GB",
  "en-IN",
  "en-US",
  "es",
  "es-MX",
  "fr",
  "fr-CA",
  "zh-Hans",
];

/** Other languages that dates can be written in. Any other that was chosen before stays in the list. */
const DATE_LANGUAGES: readonly string[] = [
  "bn",
  "ca",
  "cs",
  "da",
  "el",
  "et",
  "fa",
  "fi",
  "he",
  "hi",
  "hr",
  "hu",
  "id",
  "it",
  "ja",
  "ko",
  "lt",
  "lv",
  "ms",
  "nb",
  "nl",
  "pl",
  "pt",
  "pt-BR",
  "ro",
  "ru",
  "sk",
  "sl",
  "sr",
  "sv",
  "sw",
  "ta",
  "th",
  "tr",
  "uk",
  "ur",
  "vi",
  "zh-Hant",
];

/** Chooses the language of the dates that a person sees and of the mails they get, and their time zone. */
export function DateSettingsForm({
  stored,
  current,
  save,
}: {
  stored: DateSettings;
  /** How dates are shown now. */
  current: DateStyle;
  save: (dates: DateSettings) => Promise<Result<DateSettings, Failure>>;
}) {
  const t = useWords("account");
  const common = useWords("common");
  const router = useRouter();
  const now = useRenderedAt();
  const isHydrated = useHydrated();
  // The server does not know all of this, and may know other names than the browser.
  const browser = isHydrated
    ? {
        // Chrome on a Linux without a locale calls its language "en-US@posix", which Intl refuses with an exception.
        language: isDateLanguage(navigator.language) ? navigator.language : current.language,
        timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      }
    : current;
  const draft = useFormDraft("dates", { language: stored.language ?? "", timeZone: stored.timeZone ?? "" });
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isSaved, setSaved] = useState(false);
  const chosen = dateSettingsInput.safeParse(draft.value);
  const example =
    chosen.success && now
      ? makeDates({
          language: chosen.data.language ?? browser.language,
          timeZone: chosen.data.timeZone ?? browser.timeZone,
        }).instant(now)
      : "…";
  const { language } = draft.value;
  const isListed = language === "" || [...MAIL_LANGUAGES, ...DATE_LANGUAGES].includes(language);
  const groups = [
    { label: t("dates.language.mails"), tags: MAIL_LANGUAGES },
    { label: t("dates.language.alone"), tags: isListed ? DATE_LANGUAGES : [language, ...DATE_LANGUAGES] },
  ];

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setPending(true);
    const wanted = draft.value;
    const result = await attempt(() =>
      save({ language: wanted.language || null, timeZone: wanted.timeZone || null }),
    );
    setPending(false);
    setFailure(result.ok ? null : result.error);
    setSaved(result.ok);
    if (!result.ok) return;
    draft.forget(wanted);
    router.refresh();
  }

  return (
    <Form className={styles.form} onSubmit={submit}>
      <RestoredNotice restored={draft.restored} />
      {failure && failure.kind !== "invalid" && <Notice tone="failure">{failure.message}</Notice>}
      {isSaved && <Notice tone="success">{t("dates.saved", { example })}</Notice>}
      <Field
        label={t("dates.language")}
        hint={t("dates.language.hint", { example })}
        errors={messagesFor(failure, "language")}
      >
        {(control) => (
          <select
            {...control}
            value={language}
            onChange={({ target }) => draft.change({ language: target.value })}
          >
            <option value="">{t("dates.browser")}</option>
            {groups.map(({ label, tags }) => (
              <optgroup key={label} label={label}>
                {tags.map((tag) => (
                  <option key={tag} value={tag} lang={tag}>
                    {isHydrated ? languageName(tag) : tag}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        )}
      </Field>
      <Field label={t("dates.zone")} hint={t("dates.zone.hint")} errors={messagesFor(failure, "timeZone")}>
        {(control) => (
          <>
            <input
              {...control}
              {...draft.field("timeZone")}
              list="time-zones"
              autoComplete="off"
              spellCheck={false}
              placeholder={t("dates.browser.of", { value: browser.timeZone })}
            />
            <datalist id="time-zones">
              {(isHydrated ? Intl.supportedValuesOf("timeZone") : []).map((name) => (
                <option key={name} value={name} />
              ))}
            </datalist>
          </>
        )}
      </Field>
      <div className={styles.actions}>
        <Button type="submit" pending={pending}>
          {common("save")}
        </Button>
      </div>
    </Form>
  );
}
