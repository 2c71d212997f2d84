import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ArticleLink } from "@/components/desk/article-link";
import styles from "@/components/desk/desk-page.module.css";
import { RefreshOnChange } from "@/components/live/refresh-on-change";
import { AuthorLinksPanel } from "@/components/manuscripts/author-links-panel";
import { requireActor } from "@/lib/auth/require-actor";
import { words } from "@/lib/words/words";
import { listAuthorLinks } from "@/lib/workflows/manuscripts/author-links";
import * as actions from "./actions";

const t = words("manuscripts");

export const metadata: Metadata = { title: t("author.title") };

/** The links with which the author of a manuscript answers queries. */
export default async function AuthorLinksPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const actor = await requireActor(`/desk/articles/${id}/author`, ["editor", "administrator"]);
  const result = await listAuthorLinks(actor, { articleId: id });
  if (!result.ok) notFound();
  const { article, byline, links, questions } = result.value;
  return (
    <main id="content" className={styles.page}>
      <RefreshOnChange />
      <ArticleLink article={article} />
      <div className={styles.head}>
        <h1>{t("author.title")}</h1>
      </div>
      <p className={styles.hint}>{t("author.intro")}</p>
      <p>{t("author.questions", { count: questions })}</p>
      <AuthorLinksPanel
        articleId={article.id}
        byline={byline}
        links={links.map(({ id: linkId, name, createdBy, expiresAt, revokedAt, isOpen }) => ({
          id: linkId,
          name,
          createdBy: createdBy.name,
          expiresAt,
          revokedAt,
          isOpen,
        }))}
        actions={{ ...actions }}
      />
    </main>
  );
}
