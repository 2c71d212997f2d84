"use client";

import { useState } from "react";
import { attempt } from "@/components/ui/attempt";
import buttons from "@/components/ui/button.module.css";
import { Notice } from "@/components/ui/notice";
import { useWords } from "@/components/words/use-words";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import type { ArticleStatus } from "@/lib/review/article-status";
import { PlannedNotice, type PlannedPublication } from "./publication-plan";
import { type PublicationJobView, PublicationProgress } from "./publication-progress";
import styles from "./publish-panel.module.css";
import type { PublicationActions } from "./publishing-actions";
import { loadPublicationJob, usePublicationJob } from "./use-publication-job";

interface Props {
  /** Whether publishing is this person's next step: the link to it is then in the header. */
  isNext: boolean;
  article: {
    id: string;
    status: ArticleStatus;
    plan: PlannedPublication | null;
    publicationJob: PublicationJobView | null;
  };
  actor: Actor;
  actions: PublicationActions;
  /** @param publication.revision of the article from now on */
  onPublished: (publication: { number: number; revision: number }) => void;
  /** The scheduled publication was cancelled. */
  onCancelled: () => void;
}

/** Leads to the page that publishes the article, and shows a publication that is scheduled or in preparation. */
export function PublishPanel({ isNext, article, actor, actions, onPublished, onCancelled }: Props) {
  const t = useWords("publication");
  const [failure, setFailure] = useState<Failure | null>(() => failureOf(article.publicationJob));
  const [pending, setPending] = useState(false);
  const [job] = usePublicationJob({
    initial: article.publicationJob,
    load: ({ id }) => loadPublicationJob({ articleId: article.id, jobId: id }),
    onPublished,
    onFailed: setFailure,
  });
  if (!can(actor, "publish", "article").allowed) return null;
  async function cancel() {
    setPending(true);
    const result = await attempt(() => actions.unschedulePublication({ articleId: article.id }));
    setPending(false);
    setFailure(result.ok ? null : result.error);
    if (result.ok) onCancelled();
  }
  const isShown = job !== null || article.plan !== null || failure !== null;
  return (
    <>
      {isNext && (
        <a className={`${buttons.button} ${buttons.primary}`} href={`/desk/articles/${article.id}/publish`}>
          {t(article.status === "published" ? "open.again" : "open")}
        </a>
      )}
      <section className={styles.panel} hidden={!isShown} aria-label={t("page.title")}>
        {job && <PublicationProgress job={job} />}
        {article.plan && <PlannedNotice plan={article.plan} pending={pending} onCancel={cancel} />}
        {failure && <Notice tone="failure">{failure.message}</Notice>}
      </section>
    </>
  );
}

/** Why a publication failed while nobody was watching. */
export function failureOf(job: PublicationJobView | null): Failure | null {
  return job?.failure ? { kind: "invalid", message: job.failure } : null;
}
