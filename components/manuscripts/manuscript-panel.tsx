"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useWords } from "@/components/words/use-words";
import type { Claim } from "@/lib/claims/claim";
import { manuscriptProgress } from "@/lib/manuscripts/manuscript-progress";
import { suggestsWording } from "@/lib/manuscripts/suggests-wording";
import { type Actor, isGuest } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import styles from "./manuscripts.module.css";

/** How far the check of a manuscript is, and what can be done with it. On the article page it has the place of publishing. */
export function ManuscriptPanel({
  articleId,
  claims,
  actor,
  pending,
  onAccept,
  onMakePublic,
}: {
  articleId: string;
  claims: readonly Claim[];
  actor: Actor;
  pending: boolean;
  onAccept: (claims: readonly Claim[]) => void;
  onMakePublic: () => Promise<unknown>;
}) {
  const t = useWords("manuscripts");
  const common = useWords("common");
  const [isAsking, setAsking] = useState(false);
  const progress = manuscriptProgress(claims);
  const suggesting = claims.filter(suggestsWording);
  const page = `/desk/articles/${articleId}`;
  return (
    <div className={styles.panel}>
      <Progress {...progress} />
      {!isGuest(actor) && (
        <div className={styles.buttons}>
          {suggesting.length > 1 && (
            <Button pending={pending} onClick={() => onAccept(suggesting)}>
              {t("acceptAll", { count: suggesting.length })}
            </Button>
          )}
          {can(actor, "ask-author", "article").allowed && (
            <a className={styles.link} href={`${page}/author`}>
              {t("askAuthor")}
            </a>
          )}
          <a className={styles.link} href={`${page}/how-we-checked`}>
            {t("howWeChecked")}
          </a>
          {can(actor, "change-purpose", "article").allowed && (
            <Button look="quiet" aria-expanded={isAsking} onClick={() => setAsking(!isAsking)}>
              {t("makePublic")}
            </Button>
          )}
        </div>
      )}
      {isAsking && (
        <Notice>
          <p>{t("makePublic.hint")}</p>
          <div className={styles.buttons}>
            <Button look="primary" pending={pending} onClick={onMakePublic}>
              {t("makePublic.confirm")}
            </Button>
            <Button look="quiet" onClick={() => setAsking(false)}>
              {common("cancel")}
            </Button>
          </div>
        </Notice>
      )}
    </div>
  );
}

/** "Manuscript · 3 of 12 signed off · 2 queries open · 1 answered" */
function Progress({
  total,
  signed,
  queries,
  answered,
  suggestions,
  unjudged,
  ready,
}: ReturnType<typeof manuscriptProgress>) {
  const t = useWords("manuscripts");
  const parts = [
    t("purpose.manuscript"),
    total === 0 ? t("progress.none") : ready ? t("progress.ready") : t("progress", { signed, total }),
    queries > 0 && t("progress.queries", { count: queries }),
    answered > 0 && t("progress.answered", { count: answered }),
    suggestions > 0 && t("progress.suggestions", { count: suggestions }),
    unjudged > 0 && t("progress.unjudged", { count: unjudged }),
  ].filter((part) => part !== false);
  return (
    <p className={styles.status} role="status">
      {parts.map((part) => (
        <span key={part}>{part} </span>
      ))}
    </p>
  );
}
