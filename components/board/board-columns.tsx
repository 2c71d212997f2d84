"use client";

import { useRouter } from "next/navigation";
import { type PointerEvent, useMemo, useRef } from "react";
import { Elapsed } from "@/components/ui/elapsed";
import { rich } from "@/components/words/rich";
import { useWords } from "@/components/words/use-words";
import { type MoveRights, moveTo } from "@/lib/board/article-move";
import type { BoardArticle } from "@/lib/board/board-article";
import { progressOf } from "@/lib/board/board-article";
import type { PersonName } from "@/lib/claims/claim";
import type { Actor } from "@/lib/policies/actor";
import type { ArticleStage } from "@/lib/review/article-transition";
import { articleStageLabels } from "@/lib/review/labels";
import { formatCount } from "@/lib/words/format-count";
import type { WordsKey } from "@/lib/words/words";
import styles from "./board.module.css";
import type { AssignArticles, MoveActions } from "./board-types";
import { LiveLabel } from "./live-label";
import move from "./moves/move.module.css";
import { MoveMenu } from "./moves/move-menu";
import { MoveNotice } from "./moves/move-notice";
import { moveRightsOf } from "./moves/move-rights";
import { type BoardMoves, useBoardMoves } from "./moves/use-board-moves";
import { useCardDrag } from "./moves/use-card-drag";
import { PlanPanel } from "./plan-panel";
import { PlanSummary } from "./plan-summary";
import { PurposeLabel } from "./purpose-label";
import { planSaver } from "./save-plan";
import { StuckLabel } from "./stage-label";

export interface Column {
  stage: ArticleStage;
  items: readonly BoardArticle[];
  total: number;
}

const emptyMessages: Record<ArticleStage, WordsKey<"board">> = {
  draft: "column.emptyDraft",
  in_progress: "column.emptyInProgress",
  in_review: "column.emptyInReview",
  ready: "column.emptyReady",
  scheduled: "column.emptyScheduled",
  published: "column.emptyPublished",
  unpublished: "column.emptyUnpublished",
};

/** Articles in columns by stage. They move as their claims progress, by dragging, and by a menu. */
export function BoardColumns({
  columns,
  people,
  actor,
  now,
  more,
  assign,
  moves: actions,
}: {
  columns: readonly Column[];
  people: readonly PersonName[];
  actor: Actor;
  now: string;
  /** Address of the full list of each column, by stage. */
  more: Record<string, string>;
  assign: AssignArticles;
  moves: MoveActions;
}) {
  const t = useWords("board");
  const root = useRef<HTMLDivElement>(null);
  const ghost = useRef<HTMLDivElement>(null);
  const rights = useMemo(() => moveRightsOf(actor), [actor]);
  const moves = useBoardMoves(rights, actions);
  const drag = useCardDrag(root, ghost, moves.move);
  const { dragged } = drag;
  const mark = (stage: ArticleStage) =>
    dragged && dragged.article.stage !== stage ? moveTo(dragged.article, stage, rights).kind : undefined;
  return (
    <>
      <nav className={styles.jumps} aria-label={t("column.title")}>
        {columns.map(({ stage, total }) => (
          <a key={stage} href={`#stage-${stage}`}>
            {articleStageLabels[stage]} <span className={styles.number}>{formatCount(total)}</span>
          </a>
        ))}
      </nav>
      <div className={styles.columns} ref={root} data-dragging={dragged ? "" : undefined}>
        {columns.map(({ stage, items, total }) => (
          <section
            key={stage}
            className={styles.column}
            aria-labelledby={`stage-${stage}`}
            data-stage={stage}
            data-drop={mark(stage)}
            data-over={dragged?.over === stage ? "" : undefined}
          >
            <h2 id={`stage-${stage}`}>
              {articleStageLabels[stage]} <span className={styles.number}>{formatCount(total)}</span>
            </h2>
            {items.length === 0 && <p className={styles.emptyColumn}>{t(emptyMessages[stage])}</p>}
            <ul>
              {items.map((article) => (
                <Card
                  key={article.id}
                  article={article}
                  people={people}
                  actor={actor}
                  now={now}
                  assign={assign}
                  rights={rights}
                  stages={columns.map((column) => column.stage)}
                  onMove={moves.move}
                  onGrab={drag.grab}
                />
              ))}
            </ul>
            {total > items.length && (
              <p className={styles.emptyColumn}>
                <a href={more[stage]}>{t("column.all", { count: formatCount(total) })}</a>
              </p>
            )}
          </section>
        ))}
      </div>
      <MoveNotice moves={moves} />
      {dragged && (
        <div ref={ghost} className={move.ghost} aria-hidden="true">
          {dragged.article.title}
        </div>
      )}
    </>
  );
}

function Card({
  article,
  people,
  actor,
  now,
  assign,
  rights,
  stages,
  onMove,
  onGrab,
}: {
  article: BoardArticle;
  people: readonly PersonName[];
  actor: Actor;
  now: string;
  assign: AssignArticles;
  rights: MoveRights;
  stages: readonly ArticleStage[];
  onMove: BoardMoves["move"];
  onGrab: (event: PointerEvent, article: BoardArticle) => void;
}) {
  const t = useWords("board");
  const router = useRouter();
  const { done, all } = progressOf(article);
  return (
    <li
      className={styles.card}
      data-late={article.stuck ? "" : undefined}
      onPointerDown={(event) => onGrab(event, article)}
      // The browser would drag the link or the picture of the text.
      onDragStart={(event) => event.preventDefault()}
    >
      <h3>
        <a href={`/desk/articles/${article.id}`}>{article.title}</a>
      </h3>
      <p className={styles.cardLine}>
        <LiveLabel article={article} />
        <PurposeLabel article={article} />
        <span>{t("stage.approved", { done, all })}</span>
        <span>{rich(t, "stage.elapsed", { elapsed: <Elapsed since={article.since} now={now} /> })}</span>
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
      <MoveMenu article={article} stages={stages} rights={rights} onMove={onMove} />
    </li>
  );
}
