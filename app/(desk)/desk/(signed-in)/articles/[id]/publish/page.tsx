import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ArticleLink } from "@/components/desk/article-link";
import styles from "@/components/desk/desk-page.module.css";
import { GuideLink } from "@/components/guide/guide-link";
import { RefreshOnChange } from "@/components/live/refresh-on-change";
import { PublicationDesk } from "@/components/review/publication-desk";
import { requireActor } from "@/lib/auth/require-actor";
import { words } from "@/lib/words/words";
import { previewPublication } from "@/lib/workflows/publication/preview-publication";
import { unschedulePublication } from "../actions";
import { publicationJobView } from "../publication-job-view";
import * as actions from "./actions";

const t = words("publication");

export const metadata: Metadata = { title: t("page.title") };

interface Props {
  params: Promise<{ id: string }>;
}

/** The page where an article is published, beside a preview of its public page. */
export default async function PublishPage({ params }: Props) {
  const { id } = await params;
  const actor = await requireActor(`/desk/articles/${id}/publish`, ["editor", "administrator"]);
  const result = await previewPublication(actor, { articleId: id });
  if (!result.ok) notFound();
  const { article, plan, job, blockers, before, isSame, changes, signers, countedFinding, fingerprint } =
    result.value;
  return (
    <main id="content" className={`${styles.page} ${styles.wide}`}>
      <RefreshOnChange articleId={article.id} />
      <ArticleLink article={article} />
      <div className={styles.head}>
        <h1>{t("page.title")}</h1>
        <GuideLink chapter="publish" />
      </div>
      <PublicationDesk
        article={{
          id: article.id,
          slug: article.slug,
          status: article.status,
          revision: article.revision,
          finding: article.finding,
          plan: plan && { at: plan.at, scheduledBy: plan.scheduledBy, failure: plan.failure },
          publicationJob: job && publicationJobView(job),
        }}
        preview={{ blockers, before, isSame, changes, signers, countedFinding, fingerprint }}
        actor={actor}
        actions={{ ...actions, unschedulePublication }}
      />
    </main>
  );
}
