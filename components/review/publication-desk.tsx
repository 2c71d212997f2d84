"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { useKeyboardInUse } from "@/components/commands/use-keyboard-in-use";
import { useDraftOwner } from "@/components/drafts/draft-owner-context";
import { RestoredNotice } from "@/components/drafts/restored-notice";
import { useFormDraft } from "@/components/drafts/use-form-draft";
import { attempt } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { UntilReady } from "@/components/ui/until-ready";
import { useWords } from "@/components/words/use-words";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import type { PublicationChanges } from "@/lib/reports/publications/publication-changes";
import { CORRECTION_KINDS, type Report } from "@/lib/reports/report";
import type { Result } from "@/lib/result";
import type { ArticleStatus } from "@/lib/review/article-status";
import type { Blocker } from "@/lib/review/publication-readiness";
import { FindingForm, hasUnsavedFinding } from "./finding-form";
import { OpenedForm } from "./opened-form";
import { PublicationBlockers } from "./publication-blockers";
import { PublicationChangeList } from "./publication-changes";
import styles from "./publication-desk.module.css";
import { PublicationFrame } from "./publication-frame";
import { isMissing, type PublicNote } from "./publication-notes";
import { type PublicationOutcome, PublicationOutcomeNotice } from "./publication-outcome";
import { PlanForm, PlannedNotice, type PlannedPublication } from "./publication-plan";
import { type PublicationJobView, PublicationProgress } from "./publication-progress";
import { PublicationSigners } from "./publication-signers";
import { failureOf } from "./publish-panel";
import type { PublicationInput, PublishingActions } from "./publishing-actions";
import { UnpublishForm } from "./unpublish-form";
import { loadPublicationJob, usePublicationJob } from "./use-publication-job";

export interface PublicationDeskProps {
  article: {
    id: string;
    slug: string;
    status: ArticleStatus;
    revision: number;
    finding: string | null;
    plan: PlannedPublication | null;
    publicationJob: PublicationJobView | null;
  };
  /** What publishing would do, as the server read it. */
  preview: {
    blockers: readonly Blocker[];
    before: { number: number; publishedAt: string } | null;
    isSame: boolean;
    changes: PublicationChanges;
    signers: Report["signers"];
    countedFinding: string;
    fingerprint: string;
  };
  actor: Actor;
  actions: PublishingActions;
}

const NO_NOTES = { notes: {} as Record<string, PublicNote> };

/** Publishes an article, now or later, beside a preview of its public page. Unpublishes it again. */
export function PublicationDesk({ article, preview, actor, actions }: PublicationDeskProps) {
  const t = useWords("publication");
  const hasKeyboard = useKeyboardInUse();
  const router = useRouter();
  const ownerId = useDraftOwner();
  /** The notes in the preview: those typed when a field was left last. */
  const [previewed, setPreviewed] = useState(NO_NOTES.notes);
  const draft = useFormDraft(`notes:${article.id}`, NO_NOTES, {
    accepts: areNotes,
    onRestore: (restored) => setPreviewed(restored.notes),
  });
  const { notes } = draft.value;
  /** After a change made here: the page learns of it a moment later. */
  const [storedRevision, setStoredRevision] = useState(article.revision);
  const revision = Math.max(storedRevision, article.revision);
  const [open, setOpen] = useState<"plan" | "unpublish" | null>(null);
  const [failure, setFailure] = useState<Failure | null>(() => failureOf(article.publicationJob));
  const [outcome, setOutcome] = useState<{ kind: PublicationOutcome; takesFocus: boolean } | null>(null);
  /** What had the focus when the running action began. */
  const beganAt = useRef<Element | null>(null);
  const [pending, setPending] = useState(false);
  const [isPublishing, setPublishing] = useState(false);
  const [showMissing, setShowMissing] = useState(false);
  const page = useRef<HTMLDivElement>(null);
  const focusOn = (selector: string) => page.current?.querySelector<HTMLElement>(selector)?.focus();
  const { blockers, before, isSame, changes, signers, countedFinding, fingerprint } = preview;
  const required = [...changes.changed.filter(({ lines }) => lines.length > 0), ...changes.removed];
  const missing = required.filter(({ claimId }) => isMissing(notes[claimId])).length;
  // Only notes that are asked for: one that was restored may be about an earlier change.
  const corrections = (typed: typeof notes) =>
    required.flatMap(({ claimId }) => {
      const note = typed[claimId];
      return note && !isMissing(note) ? [{ claimId, ...note }] : [];
    });

  const finish = (done: PublicationOutcome) => {
    if (done === "published") draft.forget(NO_NOTES);
    setShowMissing(false);
    // Publishing takes a while. The form for unpublishing may be open by then, and the person in it.
    setOpen((before) => (done === "published" && before === "unpublish" ? before : null));
    setFailure(null);
    const { activeElement, body } = document;
    const hasMovedOn = activeElement !== beganAt.current && activeElement !== body && activeElement !== null;
    setOutcome({ kind: done, takesFocus: !hasMovedOn });
    router.refresh();
  };
  const toggle = (form: "plan" | "unpublish") => setOpen((before) => (before === form ? null : form));
  const close = () => {
    focusOn(`[data-opens="${open}"]`);
    setOpen(null);
  };
  const [job, follow] = usePublicationJob({
    initial: article.publicationJob,
    load: ({ id }) => loadPublicationJob({ articleId: article.id, jobId: id }),
    onPublished: () => finish("published"),
    onFailed: setFailure,
  });

  /** Runs a server action and shows its failure. @returns whether it succeeded */
  async function run<T>(call: () => Promise<Result<T, Failure>>, then: (value: T) => void): Promise<boolean> {
    beganAt.current = document.activeElement;
    setPending(true);
    setOutcome(null);
    const result = await attempt(call);
    setPending(false);
    setFailure(result.ok ? null : result.error);
    if (result.ok) then(result.value);
    else router.refresh();
    return result.ok;
  }

  /** Whether something must be written or resolved first; it gets the focus. */
  function isHeldUp(): boolean {
    if (blockers.length > 0) focusOn("#publication-blockers");
    else if (missing > 0) setShowMissing(true);
    // It would be missing from what readers see first.
    else if (hasUnsavedFinding(ownerId, article)) {
      setFailure({ kind: "invalid", message: t("finding.unsaved") });
      focusOn("[data-part=finding] textarea");
    } else return isSame;
    return true;
  }
  const input = (): PublicationInput => ({
    articleId: article.id,
    revision,
    corrections: corrections(notes),
  });
  const publish = () => {
    if (pending || job || isHeldUp()) return;
    setPublishing(true);
    run(
      () => actions.publish(input()),
      (answer) => {
        if (answer.kind === "preparing") follow(answer.job);
        else finish("published");
      },
    ).finally(() => setPublishing(false));
  };
  const schedule = (at: string) => {
    if (isHeldUp()) return Promise.resolve(false);
    return run(
      () => actions.schedulePublication({ ...input(), at }),
      () => finish("scheduled"),
    );
  };

  useEffect(() => {
    if (showMissing) page.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus();
  }, [showMissing]);
  const latest = useRef(publish);
  useEffect(() => {
    latest.current = publish;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return;
      // In a form, the same keys send that form (useSendKey).
      if (event.target instanceof Element && event.target.closest("form")) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);

  const isReady = blockers.length === 0 && !isSame;
  const canUnpublish = article.status === "published" && can(actor, "unpublish", "article").allowed;
  return (
    <div className={styles.desk} ref={page}>
      <div className={styles.side}>
        <UntilReady>
          {outcome && (
            <PublicationOutcomeNotice
              // One that follows another gets the focus as well.
              key={outcome.kind}
              outcome={outcome.kind}
              takesFocus={outcome.takesFocus}
              slug={article.slug}
            />
          )}
          {job && <PublicationProgress job={job} />}
          {article.plan && (
            <PlannedNotice
              plan={article.plan}
              pending={pending}
              onCancel={() =>
                run(
                  () => actions.unschedulePublication({ articleId: article.id }),
                  () => finish("cancelled"),
                )
              }
            />
          )}
          {failure && <Notice tone="failure">{failure.message}</Notice>}
          {blockers.length > 0 && <PublicationBlockers articleId={article.id} blockers={blockers} />}
          {isSame && before && !outcome && <p>{t("same", { number: before.number })}</p>}
          {!isSame && (
            // biome-ignore lint/a11y/noStaticElementInteractions: it only notices that a field was left
            <div onBlur={() => setPreviewed(notes)}>
              {required.length > 0 && <RestoredNotice restored={draft.restored} />}
              <PublicationChangeList
                before={before}
                changes={changes}
                notes={notes}
                showMissing={showMissing}
                onNote={(claimId, note) => draft.change({ notes: { ...notes, [claimId]: note } })}
              />
              {required.length > 0 && <p role="status">{t("notes.count", { missing })}</p>}
            </div>
          )}
          <section className={styles.section} data-part="finding">
            <FindingForm
              article={article}
              counted={countedFinding}
              save={async (finding) => {
                const saved = await attempt(() =>
                  actions.saveFinding({ articleId: article.id, revision, finding }),
                );
                if (saved.ok) setStoredRevision(saved.value.revision);
                router.refresh();
                return saved;
              }}
              onDone={() => {
                setFailure(null);
                setOutcome({ kind: "finding-saved", takesFocus: false });
              }}
            />
          </section>
          <PublicationSigners signers={signers} />
          {open === "plan" && (
            <OpenedForm key="plan" onClose={close}>
              <PlanForm
                articleId={article.id}
                errors={failure?.kind === "invalid" ? failure.fields?.at : undefined}
                pending={pending}
                onPlan={schedule}
              />
            </OpenedForm>
          )}
          {open === "unpublish" && (
            <OpenedForm key="unpublish" onClose={close}>
              <UnpublishForm
                articleId={article.id}
                unpublish={(reason) => {
                  beganAt.current = document.activeElement;
                  return actions.unpublish({ articleId: article.id, revision, reason });
                }}
                onDone={(after) => {
                  setStoredRevision(after);
                  finish("unpublished");
                }}
              />
            </OpenedForm>
          )}
          <div className={styles.actions}>
            {isReady && (
              <Button
                look="primary"
                pending={pending || job !== null}
                title={hasKeyboard ? t("publish.key") : undefined}
                onClick={publish}
              >
                {t(isPublishing || job ? "publish.pending" : "publish.now")}
              </Button>
            )}
            {isReady && (
              <Button data-opens="plan" aria-expanded={open === "plan"} onClick={() => toggle("plan")}>
                {t(article.plan ? "schedule.again" : "schedule")}
              </Button>
            )}
            {canUnpublish && (
              <Button
                look="quiet"
                data-opens="unpublish"
                aria-expanded={open === "unpublish"}
                onClick={() => toggle("unpublish")}
              >
                {t("unpublish")}
              </Button>
            )}
          </div>
        </UntilReady>
      </div>
      <PublicationFrame
        articleId={article.id}
        fingerprint={fingerprint}
        notes={corrections(previewed)}
        isBlocked={blockers.length > 0}
      />
    </div>
  );
}

function areNotes({ notes }: typeof NO_NOTES): boolean {
  return Object.values(notes).every(
    (each) => typeof each?.note === "string" && CORRECTION_KINDS.includes(each.kind),
  );
}
