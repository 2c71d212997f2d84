import type { Metadata } from "next";
import styles from "@/components/desk/desk-page.module.css";
import { GuideLink } from "@/components/guide/guide-link";
import { ArticleImport } from "@/components/import/article-import";
import { requireActor } from "@/lib/auth/require-actor";
import { words } from "@/lib/words/words";
import { importArticleAction } from "./actions";

const t = words("import");

export const metadata: Metadata = { title: t("title") };

export default async function NewArticlePage() {
  await requireActor("/desk/articles/new");
  return (
    <main id="content" className={styles.page}>
      <div className={styles.head}>
        <h1>{t("title")}</h1>
        <GuideLink chapter="import" />
      </div>
      <ArticleImport importArticle={importArticleAction} />
    </main>
  );
}
