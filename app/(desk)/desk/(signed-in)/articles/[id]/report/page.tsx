import "@/lib/words/languages";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ArticleLink } from "@/components/desk/article-link";
import styles from "@/components/desk/desk-page.module.css";
import { ArticleReportForm } from "@/components/reports/article-report-form";
import { requireActor } from "@/lib/auth/require-actor";
import { ROLES } from "@/lib/policies/actor";
import { languages, words } from "@/lib/words/words";
import { getReportChoices } from "@/lib/workflows/reports/report-choices";

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ claims?: string | string[] }>;
}

const t = words("reports");

export const metadata: Metadata = { title: t("title") };

/** Downloads the report of an article as a file: of the draft, or of what is published. */
export default async function ArticleReportPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { claims } = await searchParams;
  const actor = await requireActor(`/desk/articles/${id}/report`, ROLES);
  const result = await getReportChoices(actor, { articleId: id });
  if (!result.ok) notFound();
  const { article, isManuscript, isPublished, hasDossier } = result.value;
  return (
    <main id="content" className={styles.page}>
      <ArticleLink article={article} />
      <div className={styles.head}>
        <h1>{t("title")}</h1>
      </div>
      <p>{t(isManuscript ? "manuscript" : "lead")}</p>
      {!isManuscript && (
        <ArticleReportForm
          articleId={article.id}
          isPublished={isPublished}
          hasDossier={hasDossier}
          claims={typeof claims === "string" ? claims : ""}
          languages={languages()}
        />
      )}
    </main>
  );
}
