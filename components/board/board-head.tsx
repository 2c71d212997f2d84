import styles from "@/components/desk/desk-page.module.css";
import { type BoardQuery, EMPTY_QUERY, formatBoardQuery } from "@/lib/board/board-query";
import type { SavedView } from "@/lib/board/saved-view";
import type { PersonName } from "@/lib/claims/claim";
import board from "./board.module.css";
import { BoardFilters } from "./board-filters";
import type { ViewActions } from "./board-types";
import { SavedViews } from "./saved-views";

const pages = [
  { path: "/desk", label: "List" },
  { path: "/desk/board", label: "Board" },
] as const;

/** What stands above the articles, as a list or a board: how many there are, other ways to see them, and what is shown of them. */
export function BoardHead({
  path,
  query,
  counts,
  people,
  views,
  actorId,
  actions,
}: {
  path: (typeof pages)[number]["path"];
  query: BoardQuery;
  counts: { total: number; stuck: number; mine: number; unled: number };
  people: readonly PersonName[];
  views: readonly SavedView[];
  actorId: string;
  actions: ViewActions;
}) {
  const search = formatBoardQuery(query);
  const shortcuts = [
    { label: "All", count: counts.total, query: {} },
    { label: "I lead", count: counts.mine, query: { lead: "me" } },
    { label: "Without a lead", count: counts.unled, query: { lead: "nobody" } },
    { label: "Stuck", count: counts.stuck, query: { stuck: true } },
  ] as const;
  return (
    <>
      <div className={styles.head}>
        <h1>
          Articles <span className={styles.count}>{counts.total}</span>
        </h1>
        <nav className={board.tabs} aria-label="List or board">
          {pages.map((page) => (
            <a
              key={page.path}
              href={`${page.path}${search && "?"}${search}`}
              aria-current={page.path === path ? "page" : undefined}
            >
              {page.label}
            </a>
          ))}
        </nav>
        <a className="action" href="/desk/articles/new">
          New article
        </a>
      </div>
      {counts.total > 0 && (
        <>
          <nav className={board.shortcuts} aria-label="Shortcuts">
            {shortcuts.map(({ label, count, query: asked }) => {
              const to = formatBoardQuery({ ...EMPTY_QUERY, ...asked });
              return (
                <a
                  key={label}
                  href={`${path}${to && "?"}${to}`}
                  aria-current={to === search ? "page" : undefined}
                >
                  {label} <span className={board.number}>{count}</span>
                </a>
              );
            })}
          </nav>
          <SavedViews views={views} path={path} query={search} actorId={actorId} actions={actions} />
          <BoardFilters
            action={path}
            query={query}
            people={people}
            usualSort={path === "/desk" ? "updated" : "priority"}
          />
        </>
      )}
    </>
  );
}
