import type { Metadata } from "next";
import styles from "@/components/desk/desk-page.module.css";
import { ArticleImport } from "@/components/import/article-import";
import { requireActor } from "@/lib/auth/require-actor";
import { importArticleAction, replaceTextAction } from "./actions";

export const metadata: Metadata = { title: "New article" };

export default async function NewArticlePage() {
  await requireActor("/desk/articles/new");
  return (
    <main id="content" className={styles.page}>
      <div className={styles.head}>
        <h1>New article</h1>
      </div>
      <ArticleImport importArticle={importArticleAction} replaceText={replaceTextAction} />
    </main>
  );
}
