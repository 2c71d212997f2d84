import type { Metadata } from "next";
import { CitationFiles } from "@/components/citations/citation-files";
import styles from "@/components/desk/desk-page.module.css";
import { Pager } from "@/components/desk/pager";
import { FilterSelect } from "@/components/filters/filter-select";
import { LibrarySearch } from "@/components/filters/library-search";
import { GuideLink } from "@/components/guide/guide-link";
import { RelativeTime } from "@/components/ui/relative-time";
import { rich } from "@/components/words/rich";
import { requireActor } from "@/lib/auth/require-actor";
import { COUNT_LIMIT } from "@/lib/capped-count";
import { isDead } from "@/lib/sources/copy-state";
import { linkStateLabels, sourceKindLabels } from "@/lib/sources/labels";
import { LINK_STATES, SOURCE_KINDS } from "@/lib/sources/source";
import { outletOf } from "@/lib/sources/source-details";
import { formatCount } from "@/lib/words/format-count";
import { words } from "@/lib/words/words";
import { browseSources, SOURCES_PER_PAGE } from "@/lib/workflows/sources/browse-sources";

const t = words("sources");

export const metadata: Metadata = { title: t("title") };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The library: every source of the desk, each once. */
export default async function SourcesPage({ searchParams }: Props) {
  const actor = await requireActor("/desk/sources");
  const params = await searchParams;
  const param = (name: string) =>
    typeof params[name] === "string" && params[name] ? params[name] : undefined;
  const result = await browseSources(actor, {
    query: param("q") ?? "",
    kind: (param("kind") ?? null) as never,
    state: (param("state") ?? null) as never,
    page: param("page") ?? 1,
  });
  if (!result.ok) throw new Error(result.error.message);
  const { sources, total, dead, confidential, filter, page } = result.value;
  const query = { q: filter.query, kind: filter.kind ?? "", state: filter.state ?? "" };
  const pageHref = (number: number) =>
    `/desk/sources?${new URLSearchParams({ ...query, page: String(number) })}`;
  return (
    <main id="content" className={styles.page}>
      <div className={styles.head}>
        <h1>
          {t("title")} <span className={styles.count}>{formatCount(total)}</span>
        </h1>
        <a href="/desk/sources/new">{t("add.title")}</a>
        <a href="/desk/sources/import">{t("list.import")}</a>
        <GuideLink chapter="sources" />
      </div>
      <LibrarySearch
        action="/desk/sources"
        query={filter.query}
        label={t("list.search")}
        placeholder={t("list.searchPlaceholder")}
      >
        <FilterSelect
          name="kind"
          label={t("field.kind")}
          hideLabel
          value={filter.kind}
          all={t("list.allKinds")}
        >
          {SOURCE_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {sourceKindLabels[kind]}
            </option>
          ))}
        </FilterSelect>
        <FilterSelect
          name="state"
          label={t("list.state")}
          hideLabel
          value={filter.state}
          all={t("list.allStates")}
        >
          {LINK_STATES.map((state) => (
            <option key={state} value={state}>
              {linkStateLabels[state]}
            </option>
          ))}
          <option value="not-saved">{t("list.noSavedCopy")}</option>
          <option value="unused">{t("list.unused")}</option>
        </FilterSelect>
      </LibrarySearch>
      {dead.gone + dead.unreachable > 0 && (
        <p className={styles.meta}>
          {dead.gone > 0 && (
            <a href="/desk/sources?state=gone">
              {t("list.pagesGone", { count: dead.gone, shown: formatCount(dead.gone) })}
            </a>
          )}
          {dead.unreachable > 0 && (
            <a href="/desk/sources?state=unreachable">
              {t("list.pagesUnreachable", { count: dead.unreachable, shown: formatCount(dead.unreachable) })}
            </a>
          )}
        </p>
      )}
      {sources.length === 0 && (
        <p className={styles.empty}>
          {t(total === 0 && !filter.query && !filter.kind && !filter.state ? "list.empty" : "list.noMatches")}
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
              {outletOf(source) && <span>{outletOf(source)}</span>}
              <span>{source.confidential ? t("field.confidential") : sourceKindLabels[source.kind]}</span>
              <span>{t("list.usedBy", { count: source.uses })}</span>
              {source.keptAt ? (
                <span>{rich(t, "list.copySaved", { when: <RelativeTime at={source.keptAt} /> })}</span>
              ) : (
                source.url && <span>{t("list.copyMissing")}</span>
              )}
            </p>
          </li>
        ))}
      </ul>
      {total > confidential && (
        <CitationFiles
          label={
            total > COUNT_LIMIT
              ? t("list.exportAll")
              : t("list.export", { count: total - confidential, confidential })
          }
          hrefOf={(format) => `/desk/sources/export/${format}?${new URLSearchParams(query)}`}
        />
      )}
      <Pager page={page} perPage={SOURCES_PER_PAGE} shown={sources.length} total={total} hrefOf={pageHref} />
    </main>
  );
}
