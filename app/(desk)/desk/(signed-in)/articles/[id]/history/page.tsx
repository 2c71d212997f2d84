import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ArticleLink } from "@/components/desk/article-link";
import styles from "@/components/desk/desk-page.module.css";
import { Pager } from "@/components/desk/pager";
import { HistoryFilters } from "@/components/history/history-filters";
import { Timeline } from "@/components/history/timeline";
import { Notice } from "@/components/ui/notice";
import { requireActor } from "@/lib/auth/require-actor";
import { can } from "@/lib/policies/can";
import { formatCount } from "@/lib/words/format-count";
import { words } from "@/lib/words/words";
import { listArticleHistory } from "@/lib/workflows/history/list-article-history";
import { EVENTS_PER_PAGE } from "@/lib/workflows/history/timeline";
import { restoreInArticle } from "./actions";

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const t = words("history");

export const metadata: Metadata = { title: t("title") };

/** All changes to an article: by whom, when, and from what to what. */
export default async function HistoryPage({ params, searchParams }: Props) {
  const { id } = await params;
  const query = await searchParams;
  const one = (name: string) => (typeof query[name] === "string" && query[name] ? query[name] : undefined);
  const actor = await requireActor(`/desk/articles/${id}/history`);
  const result = await listArticleHistory(actor, {
    articleId: id,
    person: one("person") ?? null,
    kind: (one("kind") ?? null) as never,
    claim: one("claim") ?? null,
    page: one("page") ?? 1,
  });
  if (!result.ok) notFound();
  const { article, events, total, newest, people, claims, filter, page } = result.value;
  const isFiltered = filter.person !== null || filter.kind !== null || filter.claim !== null;
  const pageHref = (number: number) =>
    `?${new URLSearchParams({ person: filter.person ?? "", kind: filter.kind ?? "", claim: String(filter.claim ?? ""), page: String(number) })}`;
  return (
    <main id="content" className={styles.page}>
      <ArticleLink article={article} />
      <div className={styles.head}>
        <h1>
          {t("title")} <span className={styles.count}>{formatCount(total)}</span>
        </h1>
        {can(actor, "export-history", "article").allowed && (
          <p className={styles.downloads}>
            <a href={`/desk/articles/${article.id}/history/export?format=csv`}>{t("export.csv")}</a>
            <a href={`/desk/articles/${article.id}/history/export?format=jsonl`}>{t("export.jsonl")}</a>
          </p>
        )}
      </div>
      {one("restored") && <Notice tone="success">{t("restored")}</Notice>}
      <HistoryFilters people={people} claims={claims} filter={filter} />
      {events.length === 0 && <p className={styles.empty}>{t(isFiltered ? "empty.filtered" : "empty")}</p>}
      <Timeline
        events={events}
        articleId={article.id}
        newest={newest}
        language={article.language}
        restore={restoreInArticle.bind(null, article.id)}
      />
      <Pager page={page} perPage={EVENTS_PER_PAGE} shown={events.length} total={total} hrefOf={pageHref} />
    </main>
  );
}
