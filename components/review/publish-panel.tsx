"use client";

import { useState } from "react";
import { attempt } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { Claim } from "@/lib/claims/claim";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import type { CorrectionKind } from "@/lib/reports/report";
import type { Result } from "@/lib/result";
import type { ArticleStatus } from "@/lib/review/article-status";
import { publicationReadiness } from "@/lib/review/publication-readiness";
import { notesAsked, PublicationNotes, type PublicNote } from "./publication-notes";
import { PlanForm, PlannedNotice, type PlannedPublication } from "./publication-plan";
import styles from "./publish-panel.module.css";
import { UnpublishForm } from "./unpublish-form";

interface Edition {
  articleId: string;
  revision: number;
  corrections: { claimId: string; kind: CorrectionKind; note: string }[];
}

/** What the panel asks the server for. */
export interface PublishingActions {
  publish: (input: Edition) => Promise<Result<{ number: number; slug: string }, Failure>>;
  schedulePublication: (input: Edition & { at: string }) => Promise<Result<PlannedPublication, Failure>>;
  unschedulePublication: (input: { articleId: string }) => Promise<Result<null, Failure>>;
  unpublish: (input: {
    articleId: string;
    revision: number;
    reason: string;
  }) => Promise<Result<{ revision: number }, Failure>>;
}

interface Props {
  article: { id: string; revision: number; status: ArticleStatus; plan: PlannedPublication | null };
  claims: readonly Claim[];
  actor: Actor;
  actions: PublishingActions;
  onPublished: (publication: { number: number; slug: string }) => void;
  onPlanned: (plan: PlannedPublication | null) => void;
  onUnpublished: (revision: number) => void;
  onSelect: (claimId: string) => void;
}

/** Publishes the article, now or at a time, or says what stands in the way; takes it back again. */
export function PublishPanel({
  article,
  claims,
  actor,
  actions,
  onPublished,
  onPlanned,
  onUnpublished,
  onSelect,
}: Props) {
  const [open, setOpen] = useState<"blockers" | "plan" | "unpublish" | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [notes, setNotes] = useState<Record<string, PublicNote>>({});
  const [pending, setPending] = useState(false);

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
  const asked = notesAsked(failure);
  const toggle = (part: typeof open) => {
    setFailure(null);
    setOpen(open === part ? null : part);
  };

  /** Asks the server; a failure is shown. */
  async function ask<T>(call: () => Promise<Result<T, Failure>>, then: (value: T) => void) {
    setPending(true);
    const result = await attempt(call);
    setPending(false);
    if (!result.ok) return setFailure(result.error);
    setFailure(null);
    setOpen(null);
    then(result.value);
  }
  const edition = (): Edition => ({
    articleId: article.id,
    revision: article.revision,
    corrections: Object.entries(notes).map(([claimId, note]) => ({ claimId, ...note })),
  });
  const publish = () =>
    ask(
      () => actions.publish(edition()),
      (publication) => {
        setNotes({});
        onPublished(publication);
      },
    );
  const schedule = (at: string) => ask(() => actions.schedulePublication({ ...edition(), at }), onPlanned);

  return (
    <div className={styles.panel}>
      <div className={styles.buttons}>
        <Button
          look="primary"
          pending={pending}
          onClick={readiness.ready ? publish : () => toggle("blockers")}
          aria-expanded={readiness.ready ? undefined : open === "blockers"}
        >
          {article.status === "published" ? "Publish again" : "Publish"}
        </Button>
        {readiness.ready && (
          <Button look="quiet" aria-expanded={open === "plan"} onClick={() => toggle("plan")}>
            {article.plan ? "Publish at another time" : "Publish later"}
          </Button>
        )}
        {article.status === "published" && can(actor, "unpublish", "article").allowed && (
          <Button look="quiet" aria-expanded={open === "unpublish"} onClick={() => toggle("unpublish")}>
            Unpublish
          </Button>
        )}
      </div>
      {article.plan && (
        <PlannedNotice
          plan={article.plan}
          pending={pending}
          onCancel={() =>
            ask(
              () => actions.unschedulePublication({ articleId: article.id }),
              () => onPlanned(null),
            )
          }
        />
      )}
      {open === "blockers" && !readiness.ready && (
        <Blockers blockers={readiness.blockers} onSelect={onSelect} />
      )}
      {failure && (
        <Notice tone="failure">
          <p className={styles.lead}>{failure.message}</p>
          <PublicationNotes
            asked={asked}
            claims={claims}
            notes={notes}
            onChange={(claimId, note) => setNotes({ ...notes, [claimId]: note })}
          />
          {asked.length > 0 && open !== "plan" && (
            <Button look="primary" pending={pending} onClick={publish}>
              Publish with these notes
            </Button>
          )}
        </Notice>
      )}
      {open === "plan" && (
        <PlanForm
          errors={failure?.kind === "invalid" ? failure.fields?.at : undefined}
          pending={pending}
          onPlan={schedule}
        />
      )}
      {open === "unpublish" && (
        <UnpublishForm
          unpublish={(reason) =>
            actions.unpublish({ articleId: article.id, revision: article.revision, reason })
          }
          onDone={(revision) => {
            setOpen(null);
            onUnpublished(revision);
          }}
        />
      )}
    </div>
  );
}

function Blockers({
  blockers,
  onSelect,
}: {
  blockers: readonly { claimId: string | null; message: string }[];
  onSelect: (claimId: string) => void;
}) {
  return (
    <Notice>
      <p className={styles.lead}>
        Not yet: {blockers.length} {blockers.length === 1 ? "thing stands" : "things stand"} in the way.
      </p>
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
