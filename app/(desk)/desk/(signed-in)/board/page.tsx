import type { Metadata } from "next";
import board from "@/components/board/board.module.css";
import { BoardColumns } from "@/components/board/board-columns";
import { BoardHead } from "@/components/board/board-head";
import styles from "@/components/desk/desk-page.module.css";
import { RefreshOnChange } from "@/components/live/refresh-on-change";
import { requireActor } from "@/lib/auth/require-actor";
import { formatBoardQuery, parseBoardQuery } from "@/lib/board/board-query";
import { words } from "@/lib/words/words";
import { listBoardByStage } from "@/lib/workflows/articles/list-board";
import { listSavedViews } from "@/lib/workflows/articles/saved-views";
import { assignArticles, changeView, deleteView, moveArticle, saveView, undoMove } from "../board-actions";

const t = words("board");

export const metadata: Metadata = { title: t("board") };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The articles of the desk in columns by stage. */
export default async function BoardPage({ searchParams }: Props) {
  const actor = await requireActor("/desk/board");
  const query = parseBoardQuery(await searchParams, "priority");
  const now = new Date();
  const [found, views] = await Promise.all([listBoardByStage(actor, { query, now }), listSavedViews(actor)]);
  if (!found.ok) throw new Error(found.error.message);
  if (!views.ok) throw new Error(views.error.message);
  const { columns, counts, people } = found.value;
  // Unpublished articles are rare: their column appears only if it has any, or is filtered for.
  const shown = columns.filter(
    ({ stage, total }) => total > 0 || stage === query.stage || stage !== "unpublished",
  );
  const more = Object.fromEntries(
    shown.map(({ stage }) => [stage, `/desk?${formatBoardQuery({ ...query, stage })}`]),
  );
  return (
    <main id="content" className={board.wide}>
      <RefreshOnChange />
      <BoardHead
        path="/desk/board"
        query={query}
        counts={counts}
        people={people}
        views={views.value}
        actorId={actor.id}
        actions={{ saveView, changeView, deleteView }}
      />
      {counts.total === 0 ? (
        <p className={styles.empty}>{t("noneOnBoard")}</p>
      ) : (
        <BoardColumns
          columns={shown}
          people={people}
          actor={actor}
          now={now.toISOString()}
          more={more}
          assign={assignArticles}
          moves={{ move: moveArticle, undo: undoMove }}
        />
      )}
    </main>
  );
}
