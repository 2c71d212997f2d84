import type { Metadata } from "next";
import { RatingLabel } from "@/components/claims/rating-label";
import styles from "@/components/desk/desk-page.module.css";
import { RefreshOnChange } from "@/components/live/refresh-on-change";
import { RelativeTime } from "@/components/ui/relative-time";
import { requireActor } from "@/lib/auth/require-actor";
import { listReviewQueue } from "@/lib/workflows/list-review-queue";

export const metadata: Metadata = { title: "Review" };

/** What waits for a second pair of eyes. */
export default async function ReviewPage() {
  const actor = await requireActor("/desk/review");
  const queue = await listReviewQueue(actor);
  if (!queue.ok) throw new Error(queue.error.message);
  const { items, total } = queue.value;
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
          Nothing waits for review. A claim comes here when its author submits it, and leaves when somebody
          else approves it.
        </p>
      )}
      <ul className={styles.list}>
        {items.map(({ claim, rating, article, submittedBy, submittedAt, mayApprove, reason }) => (
          <li key={claim.id} className={styles.item}>
            <h2>
              <a href={`/desk/articles/${article.id}?claim=${claim.id}`}>{claim.statement}</a>
            </h2>
            {rating && <RatingLabel rating={rating} />}
            <p className={styles.quote}>{claim.anchor.exact}</p>
            <p className={styles.meta}>
              <span>{article.title}</span>
              <span>
                submitted by {submittedBy.name} <RelativeTime at={submittedAt} />
              </span>
              <span>{mayApprove ? "You may sign it off." : reason}</span>
            </p>
          </li>
        ))}
      </ul>
      {total > items.length && (
        <p className={styles.meta}>
          The {items.length} that wait longest are shown, of {total}.
        </p>
      )}
    </main>
  );
}
