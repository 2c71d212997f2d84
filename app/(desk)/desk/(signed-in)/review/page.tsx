import type { Metadata } from "next";
import styles from "@/components/desk/desk-page.module.css";
import { GuideLink } from "@/components/guide/guide-link";
import { RefreshOnChange } from "@/components/live/refresh-on-change";
import { RatingLabel } from "@/components/ratings/rating-label";
import { RelativeTime } from "@/components/ui/relative-time";
import { rich } from "@/components/words/rich";
import { requireActor } from "@/lib/auth/require-actor";
import { formatCount } from "@/lib/words/format-count";
import { words } from "@/lib/words/words";
import { listReviewQueue, type ReviewQueueItem } from "@/lib/workflows/review/list-review-queue";

const t = words("review");

export const metadata: Metadata = { title: t("title") };

/** The claims in review: first those that the viewer can review, then the others. */
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
          {t("queue.title")} <span className={styles.count}>{formatCount(total)}</span>
        </h1>
        <GuideLink chapter="review" />
      </div>
      {items.length === 0 && <p className={styles.empty}>{t("queue.empty")}</p>}
      {mine.length > 0 && (
        <section aria-labelledby="mine-title">
          <h2 id="mine-title" className={styles.group}>
            {t("queue.mine")} <span className={styles.count}>{formatCount(waiting)}</span>
          </h2>
          <QueueList items={mine} />
        </section>
      )}
      {others.length > 0 && (
        <section aria-labelledby="others-title">
          <h2 id="others-title" className={styles.group}>
            {t("queue.others")} <span className={styles.count}>{others.length}</span>
          </h2>
          <QueueList items={others} />
        </section>
      )}
      {total > items.length && (
        <p className={styles.meta}>
          {t("queue.limited", { shown: items.length, total: formatCount(total) })}
        </p>
      )}
    </main>
  );
}

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
              {rich(t, "queue.submitted", {
                name: submittedBy.name,
                time: <RelativeTime at={submittedAt} />,
              })}
            </span>
            {ballot.required > 1 && (
              <span>
                {t(claim.state === "disputed" ? "queue.disputed" : "votes.count", {
                  voted: ballot.voted,
                  required: ballot.required,
                })}
              </span>
            )}
            <span>{waitsFor ? <strong>{t(`queue.can.${waitsFor}`)}</strong> : reason}</span>
          </p>
        </li>
      ))}
    </ul>
  );
}
