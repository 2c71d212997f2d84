import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Menu } from "@/components/ui/menu";
import { useWords } from "@/components/words/use-words";
import { type MoveRights, moveTo } from "@/lib/board/article-move";
import type { BoardArticle } from "@/lib/board/board-article";
import type { ArticleStage } from "@/lib/review/article-transition";
import { articleStageLabels } from "@/lib/review/labels";
import styles from "./move.module.css";
import type { BoardMoves } from "./use-board-moves";

/** "Move to…": the stages that an article can be moved to, without dragging; and the grip, which a finger drags it by. */
export function MoveMenu({
  article,
  stages,
  rights,
  onMove,
}: {
  article: BoardArticle;
  /** Stages that the board has a column for. */
  stages: readonly ArticleStage[];
  rights: MoveRights;
  onMove: BoardMoves["move"];
}) {
  const t = useWords("board");
  const [at, setAt] = useState<{ x: number; y: number } | null>(null);
  const items = stages
    .filter((stage) => stage !== article.stage)
    .map((stage) => ({ id: stage, kind: moveTo(article, stage, rights).kind }));
  return (
    <div className={styles.tools}>
      <Button
        look="quiet"
        className={styles.open}
        aria-haspopup="menu"
        aria-expanded={at !== null}
        aria-label={t("move.openOf", { title: article.title })}
        data-move-article={article.id}
        onClick={(event) => {
          const { left, bottom } = event.currentTarget.getBoundingClientRect();
          setAt({ x: left, y: bottom });
        }}
      >
        {t("move.open")}
      </Button>
      <span className={styles.grip} data-grip="" aria-hidden="true" />
      {at && (
        <Menu
          label={t("move.openOf", { title: article.title })}
          at={at}
          items={items}
          onPick={(id) => {
            setAt(null);
            const picked = items.find((item) => item.id === id);
            if (picked) void onMove(article, picked.id, "menu");
          }}
          onClose={() => setAt(null)}
        >
          {({ id, kind }) => (
            <span data-kind={kind} className={styles.stage}>
              {kind === "publish-page"
                ? t("move.publishPage", { stage: articleStageLabels[id] })
                : articleStageLabels[id]}
            </span>
          )}
        </Menu>
      )}
    </div>
  );
}
