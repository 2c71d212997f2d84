import { useContext } from "react";
import { rich } from "@/components/words/rich";
import { LanguageContext, useWords } from "@/components/words/use-words";
import type { ArchiveContent, SearchResult } from "@/lib/archive/archive-content";
import { highlight } from "@/lib/archive/highlight";
import type { FoundClaim } from "@/lib/archive/public-claim";
import { type SearchInput, searchPath } from "@/lib/archive/search-input";
import { ownLanguage } from "@/lib/reports/text-language";
import { Document, type DocumentContext } from "../document";
import page from "../page.module.css";
import styles from "./archive.module.css";
import { ArticleList } from "./article-list";
import { ClaimList } from "./claim-list";
import { Count } from "./count";
import { SearchForm } from "./search-form";

type Props = Extract<ArchiveContent, { kind: "search" }> & { context: DocumentContext };

/** The search of published claims and articles. */
export function SearchPage({ input, choices, found, nextCursor, isFirst, context }: Props) {
  const t = useWords("archive");
  const reader = useWords("reader");
  return (
    <Document
      head={{
        title: input.q === "" ? t("search.title") : t("search.titleOf", { query: input.q }),
        description: t("search.description"),
        // Search engines are not to list what others search for.
        path: null,
        canonicalPath: "/search",
        hasSearch: true,
      }}
      context={context}
    >
      <main id="content" className={page.page}>
        <div className={page.column}>
          <h1 className={page.title}>{t("search.title")}</h1>
          <SearchForm input={input} choices={choices} />
          {found ? <Results input={input} found={found} /> : <Start />}
          {(nextCursor || !isFirst) && (
            <nav className={page.pager} aria-label={reader("pages.label")}>
              {isFirst ? <span /> : <a href={searchPath({ ...input, after: "" })}>{t("pages.first")}</a>}
              {nextCursor && (
                <a href={searchPath({ ...input, after: nextCursor })} rel="next">
                  {t("pages.next")}
                </a>
              )}
            </nav>
          )}
        </div>
      </main>
    </Document>
  );
}

function Start() {
  const t = useWords("archive");
  return (
    <div className={styles.empty}>
      <p>{t("search.start")}</p>
      <BrowseInstead />
    </div>
  );
}

function BrowseInstead() {
  const t = useWords("archive");
  return (
    <p>
      {rich(t, "search.none.archive", {
        a: (chunks) => (
          <a key="archive" href="/archive">
            {chunks}
          </a>
        ),
      })}
    </p>
  );
}

function Results({ input, found }: { input: SearchInput; found: SearchResult }) {
  const t = useWords("archive");
  const { claims, total, articles, articleTotal, corrected } = found;
  const searched = corrected ?? input.q;
  if (total + articleTotal === 0) return <Nothing input={input} />;
  return (
    <>
      {corrected !== null && (
        <p className={page.earlier} role="note">
          {t("search.corrected", { query: input.q, corrected })}
        </p>
      )}
      {articles.length > 0 && (
        <section aria-labelledby="articles-title">
          <h2 className={styles.heading} id="articles-title">
            {t("search.articles")} <Count count={articleTotal} />
          </h2>
          <ArticleList items={articles} />
        </section>
      )}
      <section aria-labelledby="claims-title">
        <h2 className={styles.heading} id="claims-title">
          {t("search.claims")} <Count count={total} />
        </h2>
        {total === 0 ? (
          <p>{t("search.noClaims", { count: articleTotal })}</p>
        ) : (
          <p className={styles.help}>{t("search.newest")}</p>
        )}
        <ClaimList claims={claims} statement={(claim) => <Highlighted claim={claim} query={searched} />} />
      </section>
    </>
  );
}

function Nothing({ input }: { input: SearchInput }) {
  const t = useWords("archive");
  const isFiltered = [input.rating, input.claimant, input.language, input.period].some(Boolean);
  return (
    <div className={styles.empty}>
      <p>
        <strong>{input.q === "" ? t("search.none") : t("search.noneFor", { query: input.q })}</strong>
      </p>
      <ul>
        {input.q !== "" && <li>{t("search.none.spelling")}</li>}
        {isFiltered && <li>{t("search.none.filters")}</li>}
      </ul>
      <BrowseInstead />
    </div>
  );
}

/** A statement in which what was searched for is marked. */
function Highlighted({ claim, query }: { claim: FoundClaim; query: string }) {
  const { statement, words, language } = claim;
  const own = ownLanguage(statement, useContext(LanguageContext), language);
  return (
    <span {...own}>
      {highlight(statement, new Set(words), query).map(({ text, found }, index) =>
        found ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a document never changes
          <mark key={index} className={styles.found}>
            {text}
          </mark>
        ) : (
          text
        ),
      )}
    </span>
  );
}
