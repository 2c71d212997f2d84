import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { TextEditor } from "@/components/article-desk/text/text-editor";
import styles from "@/components/desk/desk-page.module.css";
import { requireActor } from "@/lib/auth/require-actor";
import { getDeskArticle } from "@/lib/workflows/articles/get-desk-article";
import { editText } from "../actions";

interface Props {
  params: Promise<{ id: string }>;
}

export const metadata: Metadata = { title: "Edit the text" };

/** Where an article's text is edited, apart from where its claims are marked. */
export default async function EditTextPage({ params }: Props) {
  const { id } = await params;
  const actor = await requireActor(`/desk/articles/${id}/text`);
  const result = await getDeskArticle(actor, { articleId: id });
  if (!result.ok) notFound();
  const { article, version, scale, claims } = result.value;
  return (
    <main id="content" className={styles.page}>
      <p className={styles.meta}>
        <a href={`/desk/articles/${article.id}`}>← {article.title}</a>
      </p>
      <div className={styles.head}>
        <h1>Edit the text</h1>
      </div>
      <p className={styles.hint}>
        This is version {version.number}. Saving makes version {version.number + 1}: the claims follow what
        you type, and those whose words you change wait for somebody to look at them. Earlier versions are
        kept.
      </p>
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
