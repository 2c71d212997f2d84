import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { TextEditor } from "@/components/article-desk/text/text-editor";
import { ArticleLink } from "@/components/desk/article-link";
import styles from "@/components/desk/desk-page.module.css";
import { requireActor } from "@/lib/auth/require-actor";
import { words } from "@/lib/words/words";
import { getDeskArticle } from "@/lib/workflows/articles/get-desk-article";
import { editText } from "../actions";

interface Props {
  params: Promise<{ id: string }>;
}

const t = words("articles");

export const metadata: Metadata = { title: t("editText") };

/** The page for editing an article's text, separate from the page for marking its claims. */
export default async function EditTextPage({ params }: Props) {
  const { id } = await params;
  const actor = await requireActor(`/desk/articles/${id}/text`);
  const result = await getDeskArticle(actor, { articleId: id });
  if (!result.ok) notFound();
  const { article, version, scale, claims } = result.value;
  return (
    <main id="content" className={styles.page}>
      <ArticleLink article={article} />
      <div className={styles.head}>
        <h1>{t("editText")}</h1>
      </div>
      <p className={styles.hint}>{t("text.hint", { number: version.number, next: version.number + 1 })}</p>
      <TextEditor
        articleId={article.id}
        language={article.language}
        version={{ id: version.id, number: version.number, doc: version.doc }}
        claims={claims}
        ratings={scale.ratings}
        editText={editText}
      />
    </main>
  );
}
