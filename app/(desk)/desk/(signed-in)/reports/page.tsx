import "@/lib/words/languages";
import type { Metadata } from "next";
import styles from "@/components/desk/desk-page.module.css";
import { PeriodReports } from "@/components/reports/period-reports";
import { requireActor } from "@/lib/auth/require-actor";
import { languages, words } from "@/lib/words/words";
import { listMyReports } from "@/lib/workflows/reports/jobs/get-report-job";
import { listScalesOfDesk } from "@/lib/workflows/settings/list-scales";
import { reportJobView } from "./report-job-view";

const t = words("reports");

export const metadata: Metadata = { title: t("period.title") };

/** Makes one file of everything that was published in a period, or its evidence pack. */
export default async function ReportsPage() {
  const actor = await requireActor("/desk/reports");
  const [scales, jobs] = await Promise.all([listScalesOfDesk(actor), listMyReports(actor, {})]);
  const labels = new Map(
    scales.ok
      ? scales.value.flatMap(({ ratings }) => ratings.map(({ key, label }) => [key, label] as const))
      : [],
  );
  const today = new Date().toISOString().slice(0, 10);
  return (
    <main id="content" className={styles.page}>
      <div className={styles.head}>
        <h1>{t("period.title")}</h1>
        <a href="/desk/figures">{words("process")("title")}</a>
      </div>
      <p>{t("period.lead")}</p>
      <PeriodReports
        today={today}
        languages={languages()}
        ratings={[...labels].map(([key, label]) => ({ key, label }))}
        initialJobs={jobs.ok ? jobs.value.map(reportJobView) : []}
      />
    </main>
  );
}
