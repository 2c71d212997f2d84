import { redirect } from "next/navigation";
import { ArticleRows } from "@/components/board/article-rows";
import { BoardHead } from "@/components/board/board-head";
import styles from "@/components/desk/desk-page.module.css";
import { RefreshOnChange } from "@/components/live/refresh-on-change";
import { TourOffer } from "@/components/tour/tour-offer";
import { requireActor } from "@/lib/auth/require-actor";
import { formatBoardQuery, hasFilters, parseBoardQuery } from "@/lib/board/board-query";
import { COUNT_LIMIT } from "@/lib/capped-count";
import { isGuest, ROLES } from "@/lib/policies/actor";
import { formatCount } from "@/lib/words/format-count";
import { words } from "@/lib/words/words";
import { listBoard } from "@/lib/workflows/articles/list-board";
import { listSavedViews } from "@/lib/workflows/articles/saved-views";
import { assignArticles, changeView, deleteView, saveView } from "./board-actions";

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const t = words("board");
const desk = words("desk");

/** The articles of the desk with their progress, as a list. */
export default async function ArticlesPage({ searchParams }: Props) {
  const actor = await requireActor("/desk", ROLES);
  if (isGuest(actor)) redirect(`/desk/articles/${actor.articleId}`);
  const params = await searchParams;
  const query = parseBoardQuery(params, "updated");
  const now = new Date();
  const [list, views] = await Promise.all([
    listBoard(actor, { query, page: Number(params.page ?? 1) - 1, now }),
    listSavedViews(actor),
  ]);
  if (!list.ok) throw new Error(list.error.message);
  if (!views.ok) throw new Error(views.error.message);
  const { items, total, page, pages, counts, people } = list.value;
  const search = formatBoardQuery(query);
  const pageAt = (number: number) => `/desk?${search}${search && "&"}page=${number + 1}`;
  return (
    <main id="content" className={styles.page}>
      <RefreshOnChange />
      <TourOffer />
      <BoardHead
        path="/desk"
        query={query}
        counts={counts}
        people={people}
        views={views.value}
        actorId={actor.id}
        actions={{ saveView, changeView, deleteView }}
      />
      {hasFilters(query) && total > 0 && (
        <p className={styles.meta} role="status">
          {t("shown", { shown: formatCount(total), all: formatCount(counts.total), count: counts.total })}
        </p>
      )}
      {items.length === 0 && <p className={styles.empty}>{hasFilters(query) ? t("noMatch") : t("none")}</p>}
      <ArticleRows
        items={items}
        people={people}
        actor={actor}
        now={now.toISOString()}
        selectable
        assign={assignArticles}
      />
      {page + 1 === pages && total > COUNT_LIMIT && (
        <p className={styles.meta}>{t("page.last", { limit: COUNT_LIMIT })}</p>
      )}
      {pages > 1 && (
        <nav className={styles.pager} aria-label={desk("pages.title")}>
          {page > 0 ? <a href={pageAt(page - 1)}>{desk("pages.previous")}</a> : <span />}
          <span>{desk("pages.current", { page: page + 1, pages })}</span>
          {page + 1 < pages ? <a href={pageAt(page + 1)}>{desk("pages.next")}</a> : <span />}
        </nav>
      )}
    </main>
  );
}
