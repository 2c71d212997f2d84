import { RelativeTime } from "@/components/ui/relative-time";
import { Differences } from "./differences";
import { RestoreForm } from "./restore-form";
import styles from "./timeline.module.css";
import type { RestoreAction, TimelineEvent } from "./timeline-types";

/** What putting back each thing does. */
const restoring = {
  claim: "Puts the claim back as a new edit: it is logged, and what was signed off goes back to draft.",
  details: "Puts the article's details back as a new edit: it is logged like any other.",
  source: "Puts the source back as a new edit: it is logged, and what was signed off goes back to draft.",
  setting: "Puts the setting back as a new change: it is logged, and holds from then on.",
} as const;

/** What happened, the newest first: who did what when, and what became different. */
export function Timeline({
  events,
  articleId,
  newest,
  language,
  restore,
}: {
  events: readonly TimelineEvent[];
  /** The article that they are of; null for those of a source. */
  articleId: string | null;
  /** The newest event that there is, also where the list is narrowed down. */
  newest: string;
  /** BCP 47; of what was written. */
  language?: string;
  restore: RestoreAction;
}) {
  return (
    <ol className={styles.timeline} aria-label="History">
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
                <summary>What it held</summary>
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
              <a href={`/desk/articles/${articleId}?claim=${event.claimId}`}>Open the claim</a>
            )}
            {articleId && event.versions && (
              <a
                href={`/desk/articles/${articleId}/versions?from=${event.versions.from}&to=${event.versions.to}`}
              >
                Compare the versions
              </a>
            )}
          </p>
          {event.restores && (
            <RestoreForm
              eventId={event.id}
              seen={newest}
              words={restoring[event.restores]}
              fresh={event.fresh}
              restore={restore}
            />
          )}
        </li>
      ))}
    </ol>
  );
}
