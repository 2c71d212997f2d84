"use client";

import { useEffect, useRef, useState } from "react";
import { useDraftOwner } from "@/components/drafts/draft-owner-context";
import { RestoredNotice } from "@/components/drafts/restored-notice";
import { useFormDraft } from "@/components/drafts/use-form-draft";
import { attempt } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useWords } from "@/components/words/use-words";
import type { Claim } from "@/lib/claims/claim";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { CORRECTION_KINDS, type CorrectionKind } from "@/lib/reports/report";
import type { Result } from "@/lib/result";
import type { ArticleStatus } from "@/lib/review/article-status";
import { publicationReadiness } from "@/lib/review/publication-readiness";
import { FindingForm, hasUnsavedFinding } from "./finding-form";
import { isMissing, PublicationNotes, type PublicNote, requiredNotes } from "./publication-notes";
import { PlanForm, PlannedNotice, type PlannedPublication } from "./publication-plan";
import { type PublicationJobView, PublicationProgress } from "./publication-progress";
import styles from "./publish-panel.module.css";
import { UnpublishForm } from "./unpublish-form";
import { usePublicationJob } from "./use-publication-job";

interface PublicationInput {
  articleId: string;
  revision: number;
  corrections: { claimId: string; kind: CorrectionKind; note: string }[];
}

/** A long article is published later; its job says how far it is. */
export type PublishAnswer =
  | { kind: "published"; number: number }
  | { kind: "preparing"; job: PublicationJobView };

/** The server actions of the panel. */
export interface PublishingActions {
  publish: (input: PublicationInput) => Promise<Result<PublishAnswer, Failure>>;
  loadPublicationJob: (input: {
    articleId: string;
    jobId: string;
  }) => Promise<Result<PublicationJobView, Failure>>;
  schedulePublication: (
    input: PublicationInput & { at: string },
  ) => Promise<Result<PlannedPublication, Failure>>;
  unschedulePublication: (input: { articleId: string }) => Promise<Result<null, Failure>>;
  unpublish: (input: {
    articleId: string;
    revision: number;
    reason: string;
  }) => Promise<Result<{ revision: number }, Failure>>;
}

/** What the panel shows below the article's head. */
export type PublishPart = "publish" | "finding" | "plan" | "unpublish";

interface Props {
  /** The part that is open. It is opened from the article's menu. */
  part: PublishPart | null;
  onPart: (part: PublishPart | null) => void;
  /** Whether publishing is what this person does next: its button is then in the head. */
  isNext: boolean;
  article: {
    id: string;
    revision: number;
    status: ArticleStatus;
    finding: string | null;
    plan: PlannedPublication | null;
    publicationJob: PublicationJobView | null;
  };
  claims: readonly Claim[];
  actor: Actor;
  actions: PublishingActions;
  /** The finding that is made from the counts. */
  countedFinding: string;
  saveFinding: (finding: string | null) => Promise<Result<unknown, Failure>>;
  onFindingSaved: () => void;
  /** @param publication.revision of the article from now on */
  onPublished: (publication: { number: number; revision: number }) => void;
  onPlanned: (plan: PlannedPublication | null) => void;
  onUnpublished: (revision: number) => void;
  onSelect: (claimId: string) => void;
}

const NO_NOTES = { notes: {} as Record<string, PublicNote> };

/** Publishes the article, now or later, or shows what blocks it. Unpublishes it again. */
export function PublishPanel({
  part,
  onPart,
  isNext,
  article,
  claims,
  actor,
  actions,
  countedFinding,
  saveFinding,
  onFindingSaved,
  onPublished,
  onPlanned,
  onUnpublished,
  onSelect,
}: Props) {
  const t = useWords("publication");
  const [failure, setFailure] = useState<Failure | null>(() => failureOf(article.publicationJob));
  const draft = useFormDraft(`notes:${article.id}`, NO_NOTES, { accepts: areNotes });
  const { notes } = draft.value;
  const ownerId = useDraftOwner();
  const [pending, setPending] = useState(false);
  const [showMissing, setShowMissing] = useState(false);
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (showMissing) panel.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus();
  }, [showMissing]);
  const finish = (publication: { number: number; revision: number }) => {
    draft.forget(NO_NOTES);
    onPublished(publication);
  };
  const [job, follow] = usePublicationJob({
    initial: article.publicationJob,
    load: ({ id }) => actions.loadPublicationJob({ articleId: article.id, jobId: id }),
    onPublished: finish,
    onFailed: setFailure,
  });

  if (!can(actor, "publish", "article").allowed) return null;
  const readiness = publicationReadiness(
    claims.map(({ id, number, state, excluded, anchor }) => ({
      id,
      number,
      state,
      excluded,
      anchorOutcome: anchor.outcome,
    })),
  );
  const required = requiredNotes(failure);
  /** Runs a server action and shows its failure. @returns whether it succeeded */
  async function run<T>(call: () => Promise<Result<T, Failure>>, then: (value: T) => void) {
    setPending(true);
    const result = await attempt(call);
    setPending(false);
    setFailure(result.ok ? null : result.error);
    if (!result.ok) return false;
    onPart(null);
    then(result.value);
    return true;
  }
  const publicationInput = (): PublicationInput => ({
    articleId: article.id,
    revision: article.revision,
    // Only notes that are shown are sent: one that was restored may be about an earlier change.
    corrections: required.flatMap(({ claimId }) => {
      const note = notes[claimId];
      return note ? { claimId, ...note } : [];
    }),
  });
  /** Publishes with the notes, once each has a text. */
  const publishWithNotes = () => {
    setShowMissing(true);
    if (!required.some(({ claimId }) => isMissing(notes[claimId]))) publish();
  };
  const publish = () => {
    // It would be missing from what readers see first.
    if (!hasUnsavedFinding(ownerId, article)) return send();
    setFailure({ kind: "invalid", message: t("finding.unsaved") });
    onPart("finding");
  };
  const send = () =>
    run(
      () => actions.publish(publicationInput()),
      (answer) => {
        if (answer.kind === "preparing") follow(answer.job);
        else finish({ number: answer.number, revision: article.revision + 1 });
      },
    );
  const schedule = (at: string) =>
    run(() => actions.schedulePublication({ ...publicationInput(), at }), onPlanned);

  const close = () => {
    setFailure(null);
    onPart(null);
  };
  const button = (
    <Button
      look="primary"
      pending={pending || job !== null}
      onClick={readiness.ready ? publish : () => onPart(part === "publish" ? null : "publish")}
      aria-expanded={readiness.ready ? undefined : part === "publish"}
    >
      {t(article.status === "published" ? "publish.again" : "publish")}
    </Button>
  );
  const isOpen = part !== null || failure !== null || article.plan !== null || job !== null;
  return (
    <>
      {isNext && button}
      <section
        className={styles.panel}
        ref={panel}
        hidden={!isOpen}
        tabIndex={-1}
        aria-label={t("title")}
        onKeyDown={(event) => {
          if (event.key === "Escape" && !event.defaultPrevented) close();
        }}
      >
        {(part !== null || failure !== null) && (
          <Button look="quiet" className={styles.close} aria-label={t("close")} onClick={close}>
            ×
          </Button>
        )}
        {!isNext && part === "publish" && readiness.ready && button}
        {job && <PublicationProgress job={job} />}
        {article.plan && (
          <PlannedNotice
            plan={article.plan}
            pending={pending}
            onCancel={() =>
              run(
                () => actions.unschedulePublication({ articleId: article.id }),
                () => onPlanned(null),
              )
            }
          />
        )}
        {part === "publish" && !readiness.ready && (
          <Blockers blockers={readiness.blockers} onSelect={onSelect} />
        )}
        {failure && (
          <Notice tone="failure">
            <p className={styles.lead}>{failure.message}</p>
            {required.length > 0 && <RestoredNotice restored={draft.restored} />}
            <PublicationNotes
              required={required}
              claims={claims}
              notes={notes}
              showMissing={showMissing}
              onChange={(claimId, note) => draft.change({ notes: { ...notes, [claimId]: note } })}
            />
            {required.length > 0 && part !== "plan" && (
              <Button look="primary" pending={pending} onClick={publishWithNotes}>
                {t("publish.withNotes")}
              </Button>
            )}
          </Notice>
        )}
        {part === "finding" && (
          <FindingForm
            article={article}
            counted={countedFinding}
            save={saveFinding}
            onDone={() => {
              onPart(null);
              onFindingSaved();
            }}
          />
        )}
        {part === "plan" && (
          <PlanForm
            articleId={article.id}
            errors={failure?.kind === "invalid" ? failure.fields?.at : undefined}
            pending={pending}
            onPlan={schedule}
          />
        )}
        {part === "unpublish" && (
          <UnpublishForm
            articleId={article.id}
            unpublish={(reason) =>
              actions.unpublish({ articleId: article.id, revision: article.revision, reason })
            }
            onDone={(revision) => {
              onPart(null);
              onUnpublished(revision);
            }}
          />
        )}
      </section>
    </>
  );
}

/** Why a publication failed whose preparation nobody watched. */
function failureOf(job: PublicationJobView | null): Failure | null {
  return job?.failure ? { kind: "invalid", message: job.failure } : null;
}

function areNotes({ notes }: typeof NO_NOTES): boolean {
  return Object.values(notes).every(
    (each) => typeof each?.note === "string" && CORRECTION_KINDS.includes(each.kind),
  );
}

function Blockers({
  blockers,
  onSelect,
}: {
  blockers: readonly { claimId: string | null; message: string }[];
  onSelect: (claimId: string) => void;
}) {
  const t = useWords("publication");
  return (
    <Notice>
      <p className={styles.lead}>{t("blockers", { count: blockers.length })}</p>
      <ul className={styles.blockers}>
        {blockers.slice(0, 20).map(({ claimId, message }) => (
          <li key={message}>
            {claimId ? (
              <button type="button" onClick={() => onSelect(claimId)}>
                {message}
              </button>
            ) : (
              message
            )}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
