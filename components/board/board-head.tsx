import styles from "@/components/desk/desk-page.module.css";
import { type BoardQuery, countFilters, EMPTY_QUERY, formatBoardQuery } from "@/lib/board/board-query";
import type { SavedView } from "@/lib/board/saved-view";
import type { PersonName } from "@/lib/claims/claim";
import { formatCount } from "@/lib/words/format-count";
import { words } from "@/lib/words/words";
import board from "./board.module.css";
import { BoardFilters } from "./board-filters";
import type { ViewActions } from "./board-types";
import { FoldedFilters } from "./folded-filters";
import { SavedViews } from "./saved-views";

const pages = [
  { path: "/desk", label: "list" },
  { path: "/desk/board", label: "board" },
] as const;

/** The head of the list and of the board: the number of articles, the switch between the two, saved views and filters. */
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
  const t = words("board");
  const search = formatBoardQuery(query);
  const shortcuts = [
    { label: t("shortcut.all"), count: counts.total, query: {} },
    { label: t("shortcut.mine"), count: counts.mine, query: { lead: "me" } },
    { label: t("shortcut.noLead"), count: counts.unled, query: { lead: "nobody" } },
    { label: t("shortcut.stuck"), count: counts.stuck, query: { stuck: true } },
  ] as const;
  return (
    <>
      <div className={styles.head}>
        <h1>
          {t("articles")} <span className={styles.count}>{formatCount(counts.total)}</span>
        </h1>
        <nav className={board.tabs} aria-label={t("listOrBoard")}>
          {pages.map((page) => (
            <a
              key={page.path}
              href={`${page.path}${search && "?"}${search}`}
              aria-current={page.path === path ? "page" : undefined}
            >
              {t(page.label)}
            </a>
          ))}
        </nav>
        <a href="/desk/reports">{words("reports")("period.link")}</a>
        <a className="action" href="/desk/articles/new">
          {t("newArticle")}
        </a>
      </div>
      {counts.total > 0 && (
        <>
          <nav className={board.shortcuts} aria-label={t("shortcut.title")}>
            {shortcuts.map(({ label, count, query: filters }) => {
              const target = formatBoardQuery({ ...EMPTY_QUERY, ...filters });
              return (
                <a
                  key={label}
                  href={`${path}${target && "?"}${target}`}
                  aria-current={target === search ? "page" : undefined}
                >
                  {label} <span className={board.number}>{formatCount(count)}</span>
                </a>
              );
            })}
          </nav>
          <SavedViews views={views} path={path} query={search} actorId={actorId} actions={actions} />
          <FoldedFilters count={countFilters(query)}>
            <BoardFilters
              action={path}
              query={query}
              people={people}
              defaultSort={path === "/desk" ? "updated" : "priority"}
            />
          </FoldedFilters>
        </>
      )}
    </>
  );
}
