import type { Metadata } from "next";
import styles from "@/components/desk/desk-page.module.css";
import { NewArticleForm } from "@/components/desk/new-article-form";
import { requireActor } from "@/lib/auth/require-actor";
import { importArticleAction, readAddressAction, readFileAction } from "./actions";

export const metadata: Metadata = { title: "New article" };

export default async function NewArticlePage() {
  await requireActor("/desk/articles/new");
  return (
    <main id="content" className={styles.page}>
      <div className={styles.head}>
        <h1>New article</h1>
      </div>
      <NewArticleForm
        importArticle={importArticleAction}
        readAddress={readAddressAction}
        readFile={readFileAction}
      />
    </main>
  );
}
