import { useEffect, useRef } from "react";
import { AnnouncedContext, Notice } from "@/components/ui/notice";
import { useWords } from "@/components/words/use-words";
import { articlePath } from "@/lib/article-path";
import styles from "./publication-desk.module.css";

/** What was done last on the page that publishes an article. */
export type PublicationOutcome = "published" | "unpublished" | "scheduled" | "cancelled" | "finding-saved";

/** Says what was done, with a link to what readers see now. */
export function PublicationOutcomeNotice({
  outcome,
  takesFocus,
  slug,
}: {
  outcome: PublicationOutcome;
  /** Whether it gets the focus, because the button that was pressed may be gone. Not from a person who has moved on. */
  takesFocus: boolean;
  slug: string;
}) {
  const t = useWords("publication");
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (takesFocus) notice.current?.focus();
  }, [takesFocus]);
  return (
    <div ref={notice} tabIndex={-1} className={styles.outcome}>
      {/* With the focus, it is read already. */}
      <AnnouncedContext value={takesFocus}>
        <Notice tone="success">
          {t(`outcome.${outcome}`)}{" "}
          {outcome === "published" && <a href={articlePath(slug)}>{t("published.open")}</a>}
        </Notice>
      </AnnouncedContext>
    </div>
  );
}
