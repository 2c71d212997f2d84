"use client";

import type { FormEvent } from "react";
import { RestoredNotice } from "@/components/drafts/restored-notice";
import { useFormDraft } from "@/components/drafts/use-form-draft";
import { messagesFor } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { LiveRegion, Notice } from "@/components/ui/notice";
import { useWords } from "@/components/words/use-words";
import { REPORT_FILES, type ReportFileFormat } from "@/lib/reports/export-formats";
import { PAGED_FORMATS } from "@/lib/reports/renderers/paged/paged-formats";
import type { Paper } from "@/lib/reports/renderers/paper";
import { DownloadNotice } from "./download-notice";
import { FormatFields } from "./format-fields";
import styles from "./reports.module.css";
import { useDownload } from "./use-download";

type ReportState = "draft" | "published" | "dossier";

/** Downloads a report of an article: of its draft, or of what is published. */
export function ArticleReportForm({
  articleId,
  isPublished,
  hasDossier,
  claims,
  languages,
}: {
  articleId: string;
  isPublished: boolean;
  hasDossier: boolean;
  /** Numbers of the claims that are chosen at first, separated by commas; "" for all. */
  claims: string;
  /** BCP 47 tags of the languages of reports. */
  languages: readonly string[];
}) {
  const t = useWords("reports");
  const draft = useFormDraft(`report:${articleId}:${claims}`, {
    of: "draft" as ReportState,
    format: "pdf" as ReportFileFormat,
    paper: "a4" as Paper,
    claims,
    lang: "",
  });
  const states: readonly ReportState[] = [
    "draft",
    ...(isPublished ? (["published"] as const) : []),
    ...(hasDossier ? (["dossier"] as const) : []),
  ];
  const { paper, lang } = draft.value;
  const of = states.includes(draft.value.of) ? draft.value.of : "draft";
  const formats = of === "dossier" ? PAGED_FORMATS : REPORT_FILES;
  const format = formats.find((each) => each === draft.value.format) ?? "pdf";
  const { pending, failure, done, download } = useDownload();

  function submit(event: FormEvent) {
    event.preventDefault();
    const query = new URLSearchParams({ ...draft.value, of, format });
    void download(`/desk/articles/${articleId}/report/file?${query}`);
  }

  return (
    <form className={styles.form} onSubmit={submit}>
      <RestoredNotice restored={draft.restored} />
      {states.length > 1 && (
        <Field label={t("of")} hint={of === "dossier" ? t("dossier.hint") : undefined}>
          {(control) => (
            <select
              {...control}
              value={of}
              onChange={({ target }) => draft.change({ of: target.value as ReportState })}
            >
              {states.map((state) => (
                <option key={state} value={state}>
                  {t(`of.${state}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <FormatFields
        formats={formats}
        format={format}
        paper={paper}
        languages={of === "dossier" || format === "json" ? [] : languages}
        automatic="language.article"
        lang={lang}
        onChange={draft.change}
      />
      {of !== "dossier" && (
        <Field label={t("claims")} hint={t("claims.hint")} optional errors={messagesFor(failure, "claims")}>
          {(control) => (
            <input {...control} {...draft.field("claims")} inputMode="numeric" autoComplete="off" />
          )}
        </Field>
      )}
      <Button type="submit" look="primary" pending={pending}>
        {t("download")}
      </Button>
      <LiveRegion>
        <DownloadNotice done={done} />
      </LiveRegion>
      {failure && <Notice tone="failure">{failure.message}</Notice>}
    </form>
  );
}
