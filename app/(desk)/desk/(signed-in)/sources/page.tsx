import type { Metadata } from "next";
import { CitationFiles } from "@/components/citations/citation-files";
import styles from "@/components/desk/desk-page.module.css";
import { RelativeTime } from "@/components/ui/relative-time";
import { requireActor } from "@/lib/auth/require-actor";
import { isDead } from "@/lib/sources/copy-state";
import { linkStateLabels, sourceKindLabels } from "@/lib/sources/labels";
import { LINK_STATES, SOURCE_KINDS } from "@/lib/sources/source";
import { browseSources, SOURCES_PER_PAGE } from "@/lib/workflows/sources/browse-sources";

export const metadata: Metadata = { title: "Sources" };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Every source that the desk has cited, once. */
export default async function SourcesPage({ searchParams }: Props) {
  const actor = await requireActor("/desk/sources");
  const given = await searchParams;
  const one = (name: string) => (typeof given[name] === "string" && given[name] ? given[name] : undefined);
  const result = await browseSources(actor, {
    query: one("q") ?? "",
    kind: (one("kind") ?? null) as never,
    state: (one("state") ?? null) as never,
    page: one("page") ?? 1,
  });
  if (!result.ok) throw new Error(result.error.message);
  const { sources, total, dead, confidential, filter, page } = result.value;
  const asked = { q: filter.query, kind: filter.kind ?? "", state: filter.state ?? "" };
  const pageHref = (number: number) =>
    `/desk/sources?${new URLSearchParams({ ...asked, page: String(number) })}`;
  return (
    <main id="content" className={styles.page}>
      <div className={styles.head}>
        <h1>
          Sources <span className={styles.count}>{total}</span>
        </h1>
        <a href="/desk/sources/new">Add a source</a>
        <a href="/desk/sources/import">Take in from a reference manager</a>
      </div>
      <form className={styles.search} action="/desk/sources">
        <div>
          <label className="visually-hidden" htmlFor="q">
            Search sources
          </label>
          <input
            id="q"
            name="q"
            type="search"
            defaultValue={filter.query}
            placeholder="Title, author, publisher or address"
            className="input"
          />
        </div>
        <label>
          <span className="visually-hidden">Kind</span>
          <select name="kind" defaultValue={filter.kind ?? ""} className="input">
            <option value="">Every kind</option>
            {SOURCE_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {sourceKindLabels[kind]}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span className="visually-hidden">State</span>
          <select name="state" defaultValue={filter.state ?? ""} className="input">
            <option value="">Every state</option>
            {LINK_STATES.map((state) => (
              <option key={state} value={state}>
                {linkStateLabels[state]}
              </option>
            ))}
            <option value="not-kept">No copy kept</option>
            <option value="unused">Not used by any claim</option>
          </select>
        </label>
        <button type="submit" className="action-plain">
          Search
        </button>
      </form>
      {dead.gone + dead.unreachable > 0 && (
        <p className={styles.meta}>
          {dead.gone > 0 && (
            <a href="/desk/sources?state=gone">
              {dead.gone === 1
                ? "The page of 1 source is gone"
                : `The pages of ${dead.gone} sources are gone`}
            </a>
          )}
          {dead.unreachable > 0 && (
            <a href="/desk/sources?state=unreachable">
              {dead.unreachable === 1
                ? "1 page cannot be reached"
                : `${dead.unreachable} pages cannot be reached`}
            </a>
          )}
        </p>
      )}
      {sources.length === 0 && (
        <p className={styles.empty}>
          {total === 0 && !filter.query && !filter.kind && !filter.state
            ? "There is no source yet. Sources that claims cite are kept here, each once."
            : "No source is like this. Leave out a word, or choose every kind and state."}
        </p>
      )}
      <ul className={styles.list}>
        {sources.map((source) => (
          <li key={source.id} className={styles.item}>
            <h2>
              <a href={`/desk/sources/${source.id}`}>{source.title}</a>
            </h2>
            {isDead({ state: source.linkState }) && (
              <span className={styles.status}>{linkStateLabels[source.linkState]}</span>
            )}
            <p className={styles.meta}>
              {source.publisher && <span>{source.publisher}</span>}
              <span>{source.confidential ? "Confidential" : sourceKindLabels[source.kind]}</span>
              <span>
                {source.uses === 0
                  ? "not used"
                  : `used by ${source.uses} ${source.uses === 1 ? "claim" : "claims"}`}
              </span>
              {source.keptAt ? (
                <span>
                  copy kept <RelativeTime at={source.keptAt} />
                </span>
              ) : (
                source.url && <span>no copy kept</span>
              )}
            </p>
          </li>
        ))}
      </ul>
      {total > confidential && (
        <CitationFiles
          words={exportWords(total, confidential)}
          hrefOf={(format) => `/desk/sources/export/${format}?${new URLSearchParams(asked)}`}
        />
      )}
      {total > SOURCES_PER_PAGE && (
        <nav className={styles.pager} aria-label="Pages">
          {page > 1 ? <a href={pageHref(page - 1)}>Newer</a> : <span />}
          {page * SOURCES_PER_PAGE < total && <a href={pageHref(page + 1)}>Older</a>}
        </nav>
      )}
    </main>
  );
}

/** "Export these 12, without 2 that are confidential:" */
function exportWords(total: number, confidential: number): string {
  const open = total - confidential;
  const these = open === 1 ? "this source" : `these ${open.toLocaleString("en")} sources`;
  return `Export ${these}${confidential > 0 ? `, without ${confidential} confidential` : ""}:`;
}
