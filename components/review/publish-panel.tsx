"use client";

import { useState } from "react";
import { attempt } from "@/components/desk/attempt";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { Claim } from "@/lib/claims/claim";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import type { Result } from "@/lib/result";
import { publicationReadiness } from "@/lib/review/publication-readiness";
import styles from "./publish-panel.module.css";

interface Props {
  article: { id: string; slug: string; revision: number; status: "draft" | "published" };
  claims: readonly Claim[];
  actor: Actor;
  publish: (input: {
    articleId: string;
    revision: number;
    corrections: { claimId: string; note: string }[];
  }) => Promise<Result<{ number: number; slug: string }, Failure>>;
  onPublished: (publication: { number: number; slug: string }) => void;
  onSelect: (claimId: string) => void;
}

/** Publishes the article, or says what stands in the way. */
export function PublishPanel({ article, claims, actor, publish, onPublished, onSelect }: Props) {
  const [open, setOpen] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [notes, setNotes] = useState<Record<string, string>>({});
  const [pending, setPending] = useState(false);

  const decision = can(actor, "publish", "article");
  if (!decision.allowed) return null;
  const readiness = publicationReadiness(
    claims.map((claim) => ({
      id: claim.id,
      number: claim.number,
      state: claim.state,
      leftOut: claim.leftOut,
      anchorOutcome: claim.anchor.outcome,
    })),
  );
  const asked = correctionsAsked(failure);

  async function run() {
    setPending(true);
    const corrections = Object.entries(notes).map(([claimId, note]) => ({ claimId, note }));
    const result = await attempt(() =>
      publish({ articleId: article.id, revision: article.revision, corrections }),
    );
    setPending(false);
    if (!result.ok) {
      setFailure(result.error);
      setOpen(true);
      return;
    }
    setFailure(null);
    setNotes({});
    setOpen(false);
    onPublished(result.value);
  }

  return (
    <div className={styles.panel}>
      <Button
        look="primary"
        pending={pending}
        onClick={readiness.ready ? run : () => setOpen(!open)}
        aria-expanded={readiness.ready ? undefined : open}
      >
        {article.status === "published" ? "Publish again" : "Publish"}
      </Button>
      {open && !readiness.ready && (
        <Notice>
          <p className={styles.lead}>
            Not yet: {readiness.blockers.length}{" "}
            {readiness.blockers.length === 1 ? "thing stands" : "things stand"} in the way.
          </p>
          <ul className={styles.blockers}>
            {readiness.blockers.slice(0, 20).map((blocker) => {
              const { claimId } = blocker;
              return (
                <li key={blocker.message}>
                  {claimId ? (
                    <button type="button" onClick={() => onSelect(claimId)}>
                      {blocker.message}
                    </button>
                  ) : (
                    blocker.message
                  )}
                </li>
              );
            })}
          </ul>
        </Notice>
      )}
      {failure && (
        <Notice tone="failure">
          <p className={styles.lead}>{failure.message}</p>
          {asked.map(({ claimId, changes }) => {
            const claim = claims.find((each) => each.id === claimId);
            return (
              <Field
                key={claimId}
                label={
                  claim ? `Note on claim ${claim.number}: ${claim.statement}` : "Note on a removed claim"
                }
                hint={changes.join("; ")}
              >
                {(control) => (
                  <textarea
                    {...control}
                    rows={2}
                    value={notes[claimId] ?? ""}
                    onChange={(event) => setNotes({ ...notes, [claimId]: event.target.value })}
                  />
                )}
              </Field>
            );
          })}
          {asked.length > 0 && (
            <Button look="primary" pending={pending} onClick={run}>
              Publish with these notes
            </Button>
          )}
        </Notice>
      )}
    </div>
  );
}

/** The claims whose change needs a public note, with what changed. */
function correctionsAsked(failure: Failure | null): { claimId: string; changes: string[] }[] {
  if (failure?.kind !== "invalid" || !failure.fields) return [];
  return Object.entries(failure.fields).flatMap(([path, changes]) =>
    path.startsWith("corrections.") ? [{ claimId: path.slice("corrections.".length), changes }] : [],
  );
}
