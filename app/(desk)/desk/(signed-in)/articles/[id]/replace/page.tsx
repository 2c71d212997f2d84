import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ArticleLink } from "@/components/desk/article-link";
import styles from "@/components/desk/desk-page.module.css";
import { TextReplacement } from "@/components/replacement/text-replacement";
import { requireActor } from "@/lib/auth/require-actor";
import { words } from "@/lib/words/words";
import { getArticle } from "@/lib/workflows/articles/get-article";
import { replaceText } from "./actions";

interface Props {
  params: Promise<{ id: string }>;
}

const t = words("articles");

export const metadata: Metadata = { title: t("replace.title") };

/** The page where an article's text is replaced by an import. */
export default async function ReplaceTextPage({ params }: Props) {
  const { id } = await params;
  const actor = await requireActor(`/desk/articles/${id}/replace`);
  const result = await getArticle(actor, { articleId: id });
  if (!result.ok) notFound();
  const { article, version } = result.value;
  const { title, publisher, byline, sourceUrl, publishedOn, language, revision } = article;
  return (
    <main id="content" className={styles.page}>
      <ArticleLink article={{ id, title }} />
      <div className={styles.head}>
        <h1>{t("replace.title")}</h1>
      </div>
      <p className={styles.hint}>{words("versions")("replace.hint", { number: version.number })}</p>
      <TextReplacement
        article={{ id, title, publisher, byline, sourceUrl, publishedOn, language, revision }}
        versionId={version.id}
        actions={{ replaceText }}
      />
    </main>
  );
}
