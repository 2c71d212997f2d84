"use client";

import { useRouter } from "next/navigation";
import { useEffect, useMemo, useState } from "react";
import styles from "@/components/desk/desk-page.module.css";
import { useDraftOwner } from "@/components/drafts/draft-owner-context";
import { Button } from "@/components/ui/button";
import { RelativeTime } from "@/components/ui/relative-time";
import { rich } from "@/components/words/rich";
import { useWords } from "@/components/words/use-words";
import type { BoardArticle } from "@/lib/board/board-article";
import type { PersonName } from "@/lib/claims/claim";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { articleStageLabels } from "@/lib/review/labels";
import { ArticleBatch } from "./article-batch";
import board from "./board.module.css";
import type { AssignArticles } from "./board-types";
import { LiveLabel } from "./live-label";
import { PlanPanel } from "./plan-panel";
import { PlanSummary } from "./plan-summary";
import { PurposeLabel } from "./purpose-label";
import { planSaver } from "./save-plan";
import { StageLabel, StuckLabel } from "./stage-label";
import { readSelection, selectionKey, storeSelection } from "./stored-selection";
import { useSelection } from "./use-selection";

/** The list of articles. Several can be selected to change their plans together. */
export function ArticleRows({
  items,
  people,
  actor,
  now,
  selectable,
  assign,
}: {
  items: readonly BoardArticle[];
  people: readonly PersonName[];
  actor: Actor;
  /** When the server rendered the page, ISO 8601. */
  now: string;
  selectable: boolean;
  assign: AssignArticles;
}) {
  const t = useWords("board");
  const router = useRouter();
  const [selecting, setSelecting] = useState(false);
  const canPlan = selectable && items.length > 0 && can(actor, "plan", "assignment").allowed;
  const ownerId = useDraftOwner();
  const key = ownerId === null || !canPlan ? null : selectionKey(ownerId, "articles");
  const ids = useMemo(() => items.map(({ id }) => id), [items]);
  const selection = useSelection(ids, selecting ? key : null);
  // What was selected before a reload.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is read once
  useEffect(() => {
    const stored = key === null ? null : readSelection(key);
    if (!stored) return;
    selection.set(stored);
    setSelecting(true);
  }, [key]);
  return (
    <>
      {canPlan && !selecting && (
        <p className={board.selectLine}>
          <Button look="quiet" className={board.small} onClick={() => setSelecting(true)}>
            {t("select.start")}
          </Button>
        </p>
      )}
      {canPlan && selecting && (
        <ArticleBatch
          selected={items.filter(({ id }) => selection.has(id))}
          count={items.length}
          people={people}
          assign={assign}
          onAll={selection.toggleAll}
          onDone={() => router.refresh()}
          onClose={() => {
            selection.set([]);
            setSelecting(false);
            if (key !== null) storeSelection(key, null);
          }}
        />
      )}
      <ul className={styles.list}>
        {items.map((article) => (
          <li
            key={article.id}
            className={`${styles.item} ${board.row}`}
            data-late={article.stuck ? "" : undefined}
          >
            <div className={board.rowTitle}>
              {selecting && (
                <input
                  type="checkbox"
                  aria-label={t("select.article", { title: article.title })}
                  {...selection.checkbox(article.id)}
                />
              )}
              <h2>
                <a href={`/desk/articles/${article.id}`}>{article.title}</a>
              </h2>
            </div>
            <span className={styles.status} data-status={article.stage}>
              {articleStageLabels[article.stage]}
            </span>
            <p className={styles.meta}>
              {article.publisher && <span>{article.publisher}</span>}
              <PurposeLabel article={article} />
              <LiveLabel article={article} />
              <StageLabel article={article} now={now} />
              <span>{rich(t, "updated", { time: <RelativeTime at={article.updatedAt} /> })}</span>
              <span>{t("createdBy", { name: article.createdBy.name })}</span>
            </p>
            <PlanPanel
              articleId={article.id}
              title={article.title}
              plan={article}
              people={people}
              actor={actor}
              save={planSaver(article, assign, router.refresh)}
            >
              <PlanSummary plan={article} overdue={article.stuck?.reason === "overdue"} />
              <StuckLabel article={article} now={now} />
            </PlanPanel>
          </li>
        ))}
      </ul>
    </>
  );
}
