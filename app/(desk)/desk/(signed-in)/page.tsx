import { redirect } from "next/navigation";
import { ArticleRows } from "@/components/board/article-rows";
import { BoardHead } from "@/components/board/board-head";
import styles from "@/components/desk/desk-page.module.css";
import { RefreshOnChange } from "@/components/live/refresh-on-change";
import { requireActor } from "@/lib/auth/require-actor";
import { formatBoardQuery, hasFilters, parseBoardQuery } from "@/lib/board/board-query";
import { isGuest, ROLES } from "@/lib/policies/actor";
import { listBoard } from "@/lib/workflows/articles/list-board";
import { listSavedViews } from "@/lib/workflows/articles/saved-views";
import { assignArticles, changeView, deleteView, saveView } from "./board-actions";

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

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
          {total} {total === 1 ? "article" : "articles"} of {counts.total}
        </p>
      )}
      {items.length === 0 && (
        <p className={styles.empty}>
          {hasFilters(query)
            ? "No article is like that. Take a filter away, or choose “All”."
            : "There is no article yet. Take one in by pasting its text, then select the first passage that states a fact."}
        </p>
      )}
      <ArticleRows
        items={items}
        people={people}
        actor={actor}
        now={now.toISOString()}
        selectable
        assign={assignArticles}
      />
      {pages > 1 && (
        <nav className={styles.pager} aria-label="Pages">
          {page > 0 ? <a href={pageAt(page - 1)}>Previous</a> : <span />}
          <span>
            Page {page + 1} of {pages}
          </span>
          {page + 1 < pages ? <a href={pageAt(page + 1)}>Next</a> : <span />}
        </nav>
      )}
    </main>
  );
}
