import type { Metadata } from "next";
import { forbidden, notFound } from "next/navigation";
import { ClaimImport } from "@/components/claim-imports/claim-import";
import { WordImport } from "@/components/claim-imports/word-import";
import { ArticleLink } from "@/components/desk/article-link";
import styles from "@/components/desk/desk-page.module.css";
import { requireActor } from "@/lib/auth/require-actor";
import { can } from "@/lib/policies/can";
import { words } from "@/lib/words/words";
import { getArticle } from "@/lib/workflows/articles/get-article";
import { getScaleOfArticle } from "@/lib/workflows/settings/list-scales";
import { acceptWordChanges, importClaims, importComments } from "./actions";

interface Props {
  params: Promise<{ id: string }>;
}

const t = words("claimImports");

export const metadata: Metadata = { title: t("title") };

/** The page where claims are imported into an article. */
export default async function ImportClaimsPage({ params }: Props) {
  const { id } = await params;
  const actor = await requireActor(`/desk/articles/${id}/import-claims`);
  if (!can(actor, "create", "claim").allowed) forbidden();
  const result = await getArticle(actor, { articleId: id });
  if (!result.ok) notFound();
  const { article, version } = result.value;
  const scale = await getScaleOfArticle(actor, { articleId: id });
  if (!scale.ok) notFound();
  const ratings = scale.value.ratings.map(({ key, label }) => ({ key, label }));
  return (
    <main id="content" className={styles.page}>
      <ArticleLink article={{ id, title: article.title }} />
      <div className={styles.head}>
        <h1>{t("title")}</h1>
      </div>
      <ClaimImport
        article={{ id, language: article.language }}
        text={version.text}
        ratings={ratings}
        importClaims={importClaims}
      />
      <WordImport articleId={id} ratings={ratings} actions={{ importComments, acceptWordChanges }} />
    </main>
  );
}
