import { RelativeTime } from "@/components/ui/relative-time";
import { words } from "@/lib/words/words";
import { Differences } from "./differences";
import { RestoreForm } from "./restore-form";
import styles from "./timeline.module.css";
import type { RestoreAction, TimelineEvent } from "./timeline-types";

/** What happened, newest first: who did what and when, and what changed. */
export function Timeline({
  events,
  articleId,
  newest,
  language,
  restore,
}: {
  events: readonly TimelineEvent[];
  /** The article of the events; null for the history of a source or of settings. */
  articleId: string | null;
  /** The newest event, even if a filter hides it. */
  newest: string;
  /** BCP 47; the language of the changed text. */
  language?: string;
  /** Missing where nothing can be restored. */
  restore?: RestoreAction;
}) {
  const t = words("history");
  return (
    <ol className={styles.timeline} aria-label={t("title")}>
      {events.map((event) => (
        <li key={event.id} id={`event-${event.id}`}>
          <p className={styles.sentence}>
            <strong>{event.who}</strong> {event.did}{" "}
            <span className={styles.when}>
              <RelativeTime at={event.at} />
            </span>
          </p>
          {event.differences.length > 0 &&
            (event.fresh ? (
              <details className={styles.more}>
                <summary>{t("event.initial")}</summary>
                <div lang={language}>
                  <Differences differences={event.differences} />
                </div>
              </details>
            ) : (
              <div lang={language}>
                <Differences differences={event.differences} />
              </div>
            ))}
          <p className={styles.links}>
            {articleId && event.claimId && (
              <a href={`/desk/articles/${articleId}?claim=${event.claimId}`}>{t("event.openClaim")}</a>
            )}
            {articleId && event.versions && (
              <a
                href={`/desk/articles/${articleId}/versions?from=${event.versions.from}&to=${event.versions.to}`}
              >
                {t("event.compare")}
              </a>
            )}
          </p>
          {event.restores && restore && (
            <RestoreForm
              eventId={event.id}
              seen={newest}
              effect={t(`restore.effect.${event.restores}`)}
              isFirst={event.fresh}
              restore={restore}
            />
          )}
        </li>
      ))}
    </ol>
  );
}
