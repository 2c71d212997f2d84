import type { Metadata } from "next";
import styles from "@/components/desk/desk-page.module.css";
import { RefreshOnChange } from "@/components/live/refresh-on-change";
import { RatingLabel } from "@/components/ratings/rating-label";
import { RelativeTime } from "@/components/ui/relative-time";
import { requireActor } from "@/lib/auth/require-actor";
import { listReviewQueue, type ReviewQueueItem } from "@/lib/workflows/review/list-review-queue";

export const metadata: Metadata = { title: "Review" };

/** What waits for a second pair of eyes. */
export default async function ReviewPage() {
  const actor = await requireActor("/desk/review");
  const queue = await listReviewQueue(actor);
  if (!queue.ok) throw new Error(queue.error.message);
  const { items, total, waiting } = queue.value;
  const mine = items.filter((item) => item.waitsFor !== null);
  const others = items.filter((item) => item.waitsFor === null);
  return (
    <main id="content" className={styles.page}>
      <RefreshOnChange />
      <div className={styles.head}>
        <h1>
          In review <span className={styles.count}>{total}</span>
        </h1>
      </div>
      {items.length === 0 && (
        <p className={styles.empty}>
          Nothing waits for review. A claim comes here when its author submits it, and leaves when others have
          signed it off.
        </p>
      )}
      {mine.length > 0 && (
        <section aria-labelledby="mine-title">
          <h2 id="mine-title" className={styles.group}>
            Waits for you <span className={styles.count}>{waiting}</span>
          </h2>
          <QueueList items={mine} />
        </section>
      )}
      {others.length > 0 && (
        <section aria-labelledby="others-title">
          <h2 id="others-title" className={styles.group}>
            Waits for others <span className={styles.count}>{total - waiting}</span>
          </h2>
          <QueueList items={others} />
        </section>
      )}
      {total > items.length && (
        <p className={styles.meta}>
          The {items.length} that wait longest are shown, of {total}.
        </p>
      )}
    </main>
  );
}

const invitations = {
  approve: "You may sign it off.",
  vote: "Your vote is wanted.",
  settle: "The votes differ: settle it.",
} as const;

function QueueList({ items }: { items: ReviewQueueItem[] }) {
  return (
    <ul className={styles.list}>
      {items.map(({ claim, rating, article, submittedBy, submittedAt, waitsFor, reason, ballot }) => (
        <li key={claim.id} className={styles.item}>
          <h3>
            <a href={`/desk/articles/${article.id}?claim=${claim.id}`}>{claim.statement}</a>
          </h3>
          {rating && <RatingLabel rating={rating} />}
          <p className={styles.quote}>{claim.anchor.exact}</p>
          <p className={styles.meta}>
            <span>{article.title}</span>
            <span>
              submitted by {submittedBy.name} <RelativeTime at={submittedAt} />
            </span>
            {ballot.required > 1 && (
              <span>
                {claim.state === "disputed" && "Split, "}
                {ballot.voted} of {ballot.required} voted
              </span>
            )}
            <span>{waitsFor ? <strong>{invitations[waitsFor]}</strong> : reason}</span>
          </p>
        </li>
      ))}
    </ul>
  );
}
