"use client";

import type { FormEvent } from "react";
import { RestoredNotice } from "@/components/drafts/restored-notice";
import { useFormDraft } from "@/components/drafts/use-form-draft";
import { Button } from "@/components/ui/button";
import { LiveRegion, Notice } from "@/components/ui/notice";
import { useWords } from "@/components/words/use-words";
import { PACK_FORMATS, type PackFormat } from "@/lib/reports/evidence-packs/evidence-pack";
import type { Paper } from "@/lib/reports/renderers/paper";
import { DownloadNotice } from "./download-notice";
import { FormatFields } from "./format-fields";
import { PeriodFields } from "./period-fields";
import styles from "./reports.module.css";
import { useDownload } from "./use-download";

/** Downloads the evidence pack of a period: of last year, if nothing else is chosen. */
export function EvidencePackForm({
  today,
  onPreparing,
}: {
  /** ISO 8601 day. */
  today: string;
  /** Called if the file is made in the background. */
  onPreparing: () => void;
}) {
  const t = useWords("reports");
  const year = Number(today.slice(0, 4)) - 1;
  const draft = useFormDraft("evidence-pack", {
    from: `${year}-01-01`,
    to: `${year}-12-31`,
    format: "pdf" as PackFormat,
    paper: "a4" as Paper,
  });
  const { format, paper } = draft.value;
  const { pending, failure, done, download } = useDownload(onPreparing);

  function submit(event: FormEvent) {
    event.preventDefault();
    void download(`/desk/reports/evidence-pack/file?${new URLSearchParams(draft.value)}`);
  }

  return (
    <form className={styles.form} onSubmit={submit}>
      <RestoredNotice restored={draft.restored} />
      <PeriodFields from={draft.field("from")} to={draft.field("to")} failure={failure} />
      <FormatFields
        formats={PACK_FORMATS}
        format={format}
        paper={paper}
        languages={[]}
        onChange={(change) => !("lang" in change) && draft.change(change)}
      />
      <Button type="submit" look="primary" pending={pending}>
        {t("download.pack")}
      </Button>
      <LiveRegion>
        {pending && t("period.working")}
        <DownloadNotice done={done} />
      </LiveRegion>
      {failure && <Notice tone="failure">{failure.message}</Notice>}
    </form>
  );
}
