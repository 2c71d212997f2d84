import type { Metadata } from "next";
import { ArticleRows } from "@/components/board/article-rows";
import board from "@/components/board/board.module.css";
import { WorkSection } from "@/components/board/my-work-lists";
import styles from "@/components/desk/desk-page.module.css";
import { RefreshOnChange } from "@/components/live/refresh-on-change";
import { requireActor } from "@/lib/auth/require-actor";
import { can } from "@/lib/policies/can";
import { listMyWork, listPeopleForWork } from "@/lib/workflows/review/list-my-work";
import { assignArticles } from "../board-actions";

export const metadata: Metadata = { title: "My work" };

/** What waits for who is signed in, and how long it has. */
export default async function MyWorkPage() {
  const actor = await requireActor("/desk/my-work");
  const now = new Date();
  const [work, people] = await Promise.all([listMyWork(actor, now), listPeopleForWork(actor)]);
  if (!work.ok) throw new Error(work.error.message);
  if (!people.ok) throw new Error(people.error.message);
  const { led, assigned, toReview, returned, mentions } = work.value;
  const total = led.total + assigned.total + toReview.total + returned.total + mentions.total;
  const at = now.toISOString();
  return (
    <main id="content" className={styles.page}>
      <RefreshOnChange />
      <div className={styles.head}>
        <h1>
          My work <span className={styles.count}>{total}</span>
        </h1>
      </div>
      <WorkSection
        id="returned"
        title="Came back to me"
        empty="No claim of yours was sent back."
        list={returned}
        now={at}
      />
      <WorkSection
        id="assigned"
        title="Claims for me to check"
        empty="No claim is assigned to you. Take one on an article's page, under “Assigned to”."
        list={assigned}
        now={at}
      />
      {can(actor, "approve", "claim").allowed && (
        <WorkSection
          id="to-review"
          title="Waits for my sign-off"
          empty="Nothing that you may sign off waits for review."
          list={toReview}
          now={at}
        />
      )}
      <WorkSection
        id="mentions"
        title="Mentions to answer"
        empty="Nobody waits for an answer of yours."
        list={mentions}
        now={at}
      />
      <section aria-labelledby="led">
        <h2 id="led" className={styles.group}>
          Articles that I lead <span className={styles.count}>{led.total}</span>
        </h2>
        {led.items.length === 0 && (
          <p className={board.nothing}>
            You lead no article that is still to be done. <a href="/desk?lead=nobody">Those without a lead</a>
          </p>
        )}
        <ArticleRows
          items={led.items}
          people={people.value}
          actor={actor}
          now={at}
          selectable={false}
          assign={assignArticles}
        />
        {led.total > led.items.length && (
          <p className={board.nothing}>
            <a href="/desk?lead=me&sort=due">All {led.total} in the list</a>
          </p>
        )}
      </section>
    </main>
  );
}
