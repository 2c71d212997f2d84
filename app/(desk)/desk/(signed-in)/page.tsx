import { redirect } from "next/navigation";
import styles from "@/components/desk/desk-page.module.css";
import { RefreshOnChange } from "@/components/live/refresh-on-change";
import { RelativeTime } from "@/components/ui/relative-time";
import { requireActor } from "@/lib/auth/require-actor";
import { isGuest, ROLES } from "@/lib/policies/actor";
import { articleStatusLabels } from "@/lib/review/article-status";
import { listArticles } from "@/lib/workflows/list-articles";

interface Props {
  searchParams: Promise<{ q?: string | string[]; after?: string | string[] }>;
}

const one = (value: string | string[] | undefined) => (typeof value === "string" ? value : undefined);

/** The articles of the desk with their progress. */
export default async function ArticlesPage({ searchParams }: Props) {
  const actor = await requireActor("/desk", ROLES);
  if (isGuest(actor)) redirect(`/desk/articles/${actor.articleId}`);
  const { q, after } = await searchParams;
  const query = one(q)?.trim();
  const page = await listArticles(actor, { q: query, cursor: one(after) });
  if (!page.ok) throw new Error(page.error.message);
  const { items, nextCursor, total } = page.value;
  const search = query ? `&q=${encodeURIComponent(query)}` : "";
  return (
    <main id="content" className={styles.page}>
      <RefreshOnChange />
      <div className={styles.head}>
        <h1>
          Articles <span className={styles.count}>{total}</span>
        </h1>
        <a className="action" href="/desk/articles/new">
          New article
        </a>
      </div>
      {(total > 5 || query) && (
        <form className={styles.search} action="/desk">
          <div>
            <label className="visually-hidden" htmlFor="q">
              Search articles
            </label>
            <input
              id="q"
              name="q"
              type="search"
              defaultValue={query}
              placeholder="Title or publisher"
              className="input"
            />
          </div>
          <button type="submit" className="action-plain">
            Search
          </button>
        </form>
      )}
      {items.length === 0 && (
        <p className={styles.empty}>
          {query
            ? `No article has “${query}” in its title or publisher.`
            : "There is no article yet. Take one in by pasting its text, then select the first passage that states a fact."}
        </p>
      )}
      <ul className={styles.list}>
        {items.map((item) => {
          const { approved, in_review, split, draft, leftOut, total: claims } = item.claimCounts;
          return (
            <li key={item.id} className={styles.item}>
              <h2>
                <a href={`/desk/articles/${item.id}`}>{item.title}</a>
              </h2>
              <span className={styles.status} data-status={item.status}>
                {articleStatusLabels[item.status]}
              </span>
              <p className={styles.meta}>
                {item.publisher && <span>{item.publisher}</span>}
                <span>
                  {claims === 0
                    ? "no claims yet"
                    : [
                        `${approved} of ${claims - leftOut} approved`,
                        in_review > 0 && `${in_review} in review`,
                        split > 0 && `${split} split`,
                        draft > 0 && `${draft} ${draft === 1 ? "draft" : "drafts"}`,
                        leftOut > 0 && `${leftOut} left out`,
                      ]
                        .filter(Boolean)
                        .join(", ")}
                </span>
                <span>
                  changed <RelativeTime at={item.updatedAt} />
                </span>
                <span>by {item.createdBy.name}</span>
              </p>
            </li>
          );
        })}
      </ul>
      {(nextCursor || after) && (
        <nav className={styles.pager} aria-label="Pages">
          {after ? <a href={`/desk?${search.slice(1)}`}>Newest</a> : <span />}
          {nextCursor && <a href={`/desk?after=${nextCursor}${search}`}>Older</a>}
        </nav>
      )}
    </main>
  );
}
