"use client";

import { useState } from "react";
import { useStoredText } from "@/components/drafts/use-stored-text";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { type Claim, isSigned } from "@/lib/claims/claim";
import { type Actor, isGuest } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { claimTarget } from "@/lib/policies/claim-target";
import { availableActions, type ReviewActionName } from "@/lib/review/transition";
import styles from "./review-controls.module.css";

const labels: Record<ReviewActionName, string> = {
  submit: "Submit for review",
  withdraw: "Withdraw",
  return: "Return with a note",
  approve: "Approve",
  reopen: "Reopen",
  exclude: "Leave out",
  include: "Take in again",
  retire: "Retire",
  restore: "Restore",
};

/** What the note of an action is asked for as; actions without one need none. */
const noteLabels: Partial<Record<ReviewActionName, string>> = {
  return: "What should change?",
  exclude: "Why is it left out?",
};

/** Withdrawing is the author's word for it, reopening the others'. */
function offered(actor: Actor, claim: Claim): ReviewActionName[] {
  const own = claim.createdBy.id === actor.id || claim.lastEditedBy.id === actor.id;
  return availableActions({ ...claim, requiredApprovals: claim.voting.required }).filter((action) => {
    if (action === "reopen") return isSigned(claim) && !own;
    if (action === "withdraw") return own;
    // A vote is what guests give.
    if (action === "approve" && isGuest(actor)) return false;
    if (action === "return") return !own || isSigned(claim);
    return true;
  });
}

/** The steps that a claim can take from where it is, for who is looking at it. Those that a policy refuses stand with the reason. */
export function ReviewControls({
  actor,
  claim,
  pending,
  onAction,
}: {
  actor: Actor;
  claim: Claim;
  pending: boolean;
  onAction: (action: ReviewActionName, note?: string) => Promise<boolean>;
}) {
  const [asking, setAsking] = useState<ReviewActionName | null>(null);
  const [note, setNote] = useStoredText(`note:${actor.id}:${claim.id}:${asking ?? ""}`);
  const target = claimTarget(claim);
  const decisions = offered(actor, claim).map((action) => ({
    action,
    decision: can(actor, action, "claim", target),
  }));
  // Where several vote, the votes say who may and why not.
  const approval = decisions.find(({ action }) => action === "approve")?.decision;

  if (asking)
    return (
      <form
        className={styles.ask}
        onSubmit={async (event) => {
          event.preventDefault();
          if (await onAction(asking, note)) {
            setNote("");
            setAsking(null);
          }
        }}
      >
        <Field label={noteLabels[asking] ?? "Note"}>
          {(control) => (
            <textarea
              {...control}
              rows={2}
              value={note}
              // biome-ignore lint/a11y/noAutofocus: it was asked for just now, by the button in whose place it stands
              autoFocus
              onChange={(event) => setNote(event.target.value)}
            />
          )}
        </Field>
        <div className={styles.controls}>
          <Button type="submit" look="primary" pending={pending}>
            {labels[asking]}
          </Button>
          <Button
            look="quiet"
            onClick={() => {
              setNote("");
              setAsking(null);
            }}
          >
            Cancel
          </Button>
        </div>
      </form>
    );

  return (
    <div>
      <div className={styles.controls}>
        {decisions.map(
          ({ action, decision }) =>
            decision.allowed && (
              <Button
                key={action}
                look={action === "approve" || action === "submit" ? "primary" : "plain"}
                pending={pending}
                onClick={() => (noteLabels[action] ? setAsking(action) : onAction(action))}
              >
                {labels[action]}
              </Button>
            ),
        )}
      </div>
      {approval && !approval.allowed && <p className={styles.reason}>{approval.reason}</p>}
    </div>
  );
}
