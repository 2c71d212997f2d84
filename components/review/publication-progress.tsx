import { AnnouncedContext, Notice } from "@/components/ui/notice";
import { useWords } from "@/components/words/use-words";
import styles from "./publish-panel.module.css";

/** The publication of a long article, whose files are prepared in the background. */
export interface PublicationJobView {
  id: string;
  state: "preparing" | "published" | "failed";
  /** Article.revision that is published. */
  revision: number;
  /** The format that is being prepared, and which of them it is: 1 for the first; null before it begins. */
  progress: { format: string; position: number; total: number } | null;
  failure: string | null;
  publication: { number: number } | null;
}

/** Shows how far the publication of a long article is. */
export function PublicationProgress({ job: { progress } }: { job: PublicationJobView }) {
  const t = useWords("publication");
  const text = progress ? t("preparing.format", progress) : t("preparing");
  return (
    // Only its first line is announced, each time it changes.
    <AnnouncedContext value={true}>
      <Notice>
        <p className={styles.lead} role="status">
          {text}
        </p>
        <progress
          className={styles.progress}
          aria-label={t("preparing")}
          max={progress?.total ?? 1}
          value={progress ? progress.position - 1 : 0}
        />
        <p className={styles.hint}>{t("preparing.hint")}</p>
      </Notice>
    </AnnouncedContext>
  );
}
