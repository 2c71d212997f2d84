import { type DeskRead, deskRead } from "@/components/reads/read-desk";
import { Notice } from "@/components/ui/notice";
import { RelativeTime } from "@/components/ui/relative-time";
import { useWords } from "@/components/words/use-words";
import styles from "./reports.module.css";

/** A large report that was requested. */
export interface ReportJobView {
  id: string;
  kind: "digest" | "evidence-pack" | "dossier";
  /** ISO 8601 days; "" for a dossier. */
  from: string;
  to: string;
  /** "PDF". */
  format: string;
  /** ISO 8601 instant. */
  requestedAt: string;
  state: "preparing" | "ready" | "failed";
  progress: { step: "read" | "render"; position: number; total: number } | null;
  failure: string | null;
  file: { name: string /** In bytes. */; size: number } | null;
}

export type LoadReportJobs = DeskRead<Record<string, never>, ReportJobView[]>;

/** Loads the reports that this person requested in the last week. */
export const loadReportJobs: LoadReportJobs = deskRead("report-jobs");

/** The reports that are made in the background, and those that are ready. */
export function ReportJobs({ jobs }: { jobs: readonly ReportJobView[] }) {
  const t = useWords("reports");
  if (jobs.length === 0) return <p>{t("jobs.none")}</p>;
  return (
    <ul className={styles.jobs}>
      {jobs.map((job) => (
        <li key={job.id}>
          <strong>{t(`job.${job.kind}`, { from: job.from, to: job.to, format: job.format })}</strong>{" "}
          <span className={styles.when}>
            <RelativeTime at={job.requestedAt} />
          </span>
          <JobState job={job} />
        </li>
      ))}
    </ul>
  );
}

function JobState({ job: { id, state, progress, failure, file } }: { job: ReportJobView }) {
  const t = useWords("reports");
  if (state === "failed") return <Notice tone="failure">{failure}</Notice>;
  if (file)
    return (
      <p>
        <a href={`/desk/reports/jobs/${id}/file`}>{t("job.ready", { name: file.name })}</a>{" "}
        <span className={styles.when}>{t("job.size", { size: file.size / 1_000_000 })}</span>
      </p>
    );
  const text = progress === null ? t("job.waiting") : t(`job.${progress.step}`, progress);
  const isReading = progress?.step === "read" && progress.total > 0;
  return (
    <p role="status">
      {text} {isReading && <progress aria-label={text} max={progress.total} value={progress.position} />}
    </p>
  );
}
