import type { Metadata } from "next";
import { ArticleRows } from "@/components/board/article-rows";
import board from "@/components/board/board.module.css";
import { WorkSection } from "@/components/board/my-work-lists";
import styles from "@/components/desk/desk-page.module.css";
import { RefreshOnChange } from "@/components/live/refresh-on-change";
import { FlaggedWork } from "@/components/watching/flagged-work";
import { rich } from "@/components/words/rich";
import { requireActor } from "@/lib/auth/require-actor";
import { can } from "@/lib/policies/can";
import { formatCount } from "@/lib/words/format-count";
import { words } from "@/lib/words/words";
import { listMyWork, listPeopleForWork } from "@/lib/workflows/review/list-my-work";
import { assignArticles } from "../board-actions";

const t = words("review");
const watching = words("watching");

export const metadata: Metadata = { title: t("myWork.title") };

/** What the person signed in has to do, and how long each item has waited. */
export default async function MyWorkPage() {
  const actor = await requireActor("/desk/my-work");
  const now = new Date();
  const [work, people] = await Promise.all([listMyWork(actor, now), listPeopleForWork(actor)]);
  if (!work.ok) throw new Error(work.error.message);
  if (!people.ok) throw new Error(people.error.message);
  const { led, assigned, toReview, returned, mentions, flagged } = work.value;
  const total = led.total + assigned.total + toReview.total + returned.total + mentions.total + flagged.total;
  const at = now.toISOString();
  return (
    <main id="content" className={styles.page}>
      <RefreshOnChange />
      <div className={styles.head}>
        <h1>
          {t("myWork.title")} <span className={styles.count}>{formatCount(total)}</span>
        </h1>
      </div>
      <WorkSection
        id="returned"
        title={t("myWork.returned")}
        empty={t("myWork.returned.empty")}
        list={returned}
        now={at}
      />
      <WorkSection
        id="assigned"
        title={t("myWork.assigned")}
        empty={t("myWork.assigned.empty")}
        list={assigned}
        now={at}
      />
      <section aria-labelledby="flagged">
        <h2 id="flagged" className={styles.group}>
          {watching("work.title")} <span className={styles.count}>{formatCount(flagged.total)}</span>
        </h2>
        {flagged.total === 0 ? (
          <p className={board.nothing}>{watching("work.empty")}</p>
        ) : (
          <FlaggedWork flags={flagged.items} />
        )}
      </section>
      {can(actor, "approve", "claim").allowed && (
        <WorkSection
          id="to-review"
          title={t("queue.mine")}
          empty={t("myWork.toReview.empty")}
          list={toReview}
          now={at}
        />
      )}
      <WorkSection
        id="mentions"
        title={t("myWork.mentions")}
        empty={t("myWork.mentions.empty")}
        list={mentions}
        now={at}
      />
      <section aria-labelledby="led">
        <h2 id="led" className={styles.group}>
          {t("myWork.led")} <span className={styles.count}>{formatCount(led.total)}</span>
        </h2>
        {led.items.length === 0 && (
          <p className={board.nothing}>
            {rich(t, "myWork.led.empty", { link: (text) => <a href="/desk?lead=nobody">{text}</a> })}
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
            <a href="/desk?lead=me&sort=due">{t("myWork.led.all", { count: formatCount(led.total) })}</a>
          </p>
        )}
      </section>
    </main>
  );
}
