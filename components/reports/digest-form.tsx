"use client";

import type { FormEvent } from "react";
import { RestoredNotice } from "@/components/drafts/restored-notice";
import { useFormDraft } from "@/components/drafts/use-form-draft";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { LiveRegion, Notice } from "@/components/ui/notice";
import { useWords } from "@/components/words/use-words";
import { DIGEST_FORMATS, type DigestFormat } from "@/lib/reports/digests/digest";
import type { Paper } from "@/lib/reports/renderers/paper";
import { DownloadNotice } from "./download-notice";
import { FormatFields } from "./format-fields";
import { PeriodFields } from "./period-fields";
import styles from "./reports.module.css";
import { useDownload } from "./use-download";

/** Downloads the report of a period. */
export function DigestForm({
  today,
  ratings,
  onPreparing,
  languages,
}: {
  /** ISO 8601 day. */
  today: string;
  /** All ratings of the desk. */
  ratings: readonly { key: string; label: string }[];
  /** Called if the file is made in the background. */
  onPreparing: () => void;
  /** BCP 47 tags of the languages of reports. */
  languages: readonly string[];
}) {
  const t = useWords("reports");
  const draft = useFormDraft("digest", {
    from: `${today.slice(0, 7)}-01`,
    to: today,
    topic: "",
    claimant: "",
    rating: "",
    format: "pdf" as DigestFormat,
    paper: "a4" as Paper,
    lang: "",
  });
  const { rating, format, paper, lang } = draft.value;
  const { pending, failure, done, download } = useDownload(onPreparing);

  function submit(event: FormEvent) {
    event.preventDefault();
    void download(`/desk/reports/file?${new URLSearchParams(draft.value)}`);
  }

  return (
    <form className={styles.form} onSubmit={submit}>
      <RestoredNotice restored={draft.restored} />
      <PeriodFields from={draft.field("from")} to={draft.field("to")} failure={failure} />
      <div className={styles.row}>
        <Field label={t("period.field.topic")} optional>
          {(control) => <input {...control} {...draft.field("topic")} maxLength={200} />}
        </Field>
        <Field label={t("period.field.claimant")} optional>
          {(control) => <input {...control} {...draft.field("claimant")} maxLength={200} />}
        </Field>
      </div>
      <Field label={t("period.field.rating")}>
        {(control) => (
          <select
            {...control}
            value={rating}
            onChange={({ target }) => draft.change({ rating: target.value })}
          >
            <option value="">{t("period.field.rating.all")}</option>
            {ratings.map(({ key, label }) => (
              <option key={key} value={key}>
                {label}
              </option>
            ))}
          </select>
        )}
      </Field>
      <FormatFields
        formats={DIGEST_FORMATS}
        format={format}
        paper={paper}
        languages={format === "json" ? [] : languages}
        automatic="language.organisation"
        lang={lang}
        onChange={draft.change}
      />
      <Button type="submit" look="primary" pending={pending}>
        {t("download")}
      </Button>
      <LiveRegion>
        {pending && t("period.working")}
        <DownloadNotice done={done} />
      </LiveRegion>
      {failure && <Notice tone="failure">{failure.message}</Notice>}
    </form>
  );
}
