import { useEffect, useRef } from "react";
import { Notice } from "@/components/ui/notice";
import { useWords } from "@/components/words/use-words";
import { articlePath } from "@/lib/article-path";
import styles from "./publication-desk.module.css";

/** What was done last on the page that publishes an article. */
export type PublicationOutcome = "published" | "unpublished" | "scheduled" | "cancelled" | "finding-saved";

/** Says what was done, with a link to what readers see now. It gets the focus, as the button that was pressed may be gone. */
export function PublicationOutcomeNotice({ outcome, slug }: { outcome: PublicationOutcome; slug: string }) {
  const t = useWords("publication");
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (outcome !== "finding-saved") notice.current?.focus();
  }, [outcome]);
  return (
    <div ref={notice} tabIndex={-1} className={styles.outcome}>
      <Notice tone="success">
        {t(`outcome.${outcome}`)}{" "}
        {outcome === "published" && <a href={articlePath(slug)}>{t("published.open")}</a>}
      </Notice>
    </div>
  );
}
