import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ArticleLink } from "@/components/desk/article-link";
import styles from "@/components/desk/desk-page.module.css";
import { RefreshOnChange } from "@/components/live/refresh-on-change";
import { RedactionForm } from "@/components/redactions/redaction-form";
import { RedactionList } from "@/components/redactions/redaction-list";
import { articlePath } from "@/lib/article-path";
import { requestDateStyle } from "@/lib/auth/request-dates";
import { requireActor } from "@/lib/auth/require-actor";
import { makeDates } from "@/lib/personal/dates";
import { words } from "@/lib/words/words";
import { getArticlePublications } from "@/lib/workflows/redactions/list-redactions";
import * as actions from "./actions";

const t = words("redactions");

export const metadata: Metadata = { title: t("title") };

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ source?: string | string[] }>;
}

/** The publications of an article, and what was redacted in them. */
export default async function PublicationsPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { source } = await searchParams;
  const actor = await requireActor(`/desk/articles/${id}/publications`, ["editor", "administrator"]);
  const dates = makeDates(await requestDateStyle());
  const result = await getArticlePublications(actor, {
    articleId: id,
    sourceId: typeof source === "string" ? source : undefined,
  });
  if (!result.ok) notFound();
  const { article, publications, redactions, sources, excerpts, addresses } = result.value;
  const isPublic = article.status === "published";
  return (
    <main id="content" className={styles.page}>
      <RefreshOnChange />
      <ArticleLink article={article} />
      <div className={styles.head}>
        <h1>
          {t("title")} <span className={styles.count}>{publications.length}</span>
        </h1>
      </div>
      {publications.length === 0 && <p className={styles.empty}>{t("publications.empty")}</p>}
      <ul className={styles.list}>
        {publications.map(({ number, publishedAt }, index) => (
          <li key={number} className={styles.item}>
            <h2>
              {isPublic ? (
                <a href={`${articlePath(article.slug)}${index === 0 ? "" : `/publications/${number}`}`}>
                  {t("publications.item", { number })}
                </a>
              ) : (
                t("publications.item", { number })
              )}
            </h2>
            <p className={styles.meta}>
              {isPublic && index === 0
                ? t("publications.current", { time: dates.instant(publishedAt) })
                : dates.instant(publishedAt)}
            </p>
          </li>
        ))}
      </ul>
      {publications.length > 0 && (
        <>
          <section className={styles.section} aria-labelledby="redactions">
            <h2 id="redactions">
              {t("list.title")} <span className={styles.count}>{redactions.length}</span>
            </h2>
            <RedactionList redactions={redactions} />
          </section>
          <details className={styles.section} id="redact" open={source !== undefined}>
            <summary>{t("redact")}</summary>
            <p className={styles.hint}>{t("redact.intro")}</p>
            <RedactionForm
              articleId={article.id}
              sources={sources}
              excerpts={excerpts}
              addresses={addresses}
              actions={{ ...actions }}
            />
          </details>
        </>
      )}
    </main>
  );
}
