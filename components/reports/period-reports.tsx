"use client";

import { useEffect, useState } from "react";
import { attempt } from "@/components/ui/attempt";
import { useWords } from "@/components/words/use-words";
import { DigestForm } from "./digest-form";
import { EvidencePackForm } from "./evidence-pack-form";
import { loadReportJobs, ReportJobs, type ReportJobView } from "./report-jobs";
import styles from "./reports.module.css";

/** Milliseconds between two looks at reports that are being made. */
const POLL_INTERVAL_MS = 1_500;

/** The reports of a period, and those that are made in the background, which it follows until they are ready. */
export function PeriodReports({
  today,
  ratings,
  languages,
  initialJobs,
}: {
  /** ISO 8601 day. */
  today: string;
  /** All ratings of the desk. */
  ratings: readonly { key: string; label: string }[];
  /** BCP 47 tags of the languages of reports. */
  languages: readonly string[];
  initialJobs: readonly ReportJobView[];
}) {
  const t = useWords("reports");
  const e = useWords("evidencePack");
  const [jobs, setJobs] = useState(initialJobs);
  /** Raised to look again. */
  const [look, setLook] = useState(0);
  const isPreparing = jobs.some(({ state }) => state === "preparing");

  useEffect(() => {
    if (look === 0 && !isPreparing) return;
    const timer = setTimeout(async () => {
      const loaded = await attempt(() => loadReportJobs({}));
      // The connection may be back at the next look.
      if (loaded.ok) setJobs(loaded.value);
      if (!loaded.ok || loaded.value.some(({ state }) => state === "preparing")) setLook((n) => n + 1);
    }, POLL_INTERVAL_MS);
    return () => clearTimeout(timer);
  }, [look, isPreparing]);

  const onPreparing = () => setLook((n) => n + 1);
  return (
    <>
      <DigestForm today={today} ratings={ratings} languages={languages} onPreparing={onPreparing} />
      <section className={styles.section}>
        <h2>{e("page.title")}</h2>
        <p>{e("page.lead")}</p>
        <EvidencePackForm today={today} onPreparing={onPreparing} />
      </section>
      <section className={styles.section} id="jobs">
        <h2>{t("jobs")}</h2>
        <ReportJobs jobs={jobs} />
      </section>
    </>
  );
}
