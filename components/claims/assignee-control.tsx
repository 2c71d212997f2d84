"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { Claim, PersonName } from "@/lib/claims/claim";
import { nameToChoose } from "@/lib/claims/disambiguate-names";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import styles from "./assignee-control.module.css";

export interface AssigneeActions {
  /** To whom claims may be given. */
  people: readonly PersonName[];
  /** Null for nobody. */
  onAssign: (claim: Claim, assigneeId: string | null) => Promise<boolean>;
}

/** Who works on a claim; takes it, gives it back, or, for those who may, gives it to another. */
export function AssigneeControl({
  claim,
  actor,
  pending,
  people,
  onAssign,
}: AssigneeActions & { claim: Claim; actor: Actor; pending: boolean }) {
  const fromId = claim.assignee?.id ?? null;
  const [chosen, setChosen] = useState(fromId ?? "");
  const may = (toId: string | null) => can(actor, "claim", "assignment", { fromId, toId }).allowed;
  const mayGive = can(actor, "plan", "assignment").allowed;
  const known = people.some(({ id }) => id === fromId);
  return (
    <div className={styles.line}>
      {mayGive ? (
        <>
          <label>
            Assigned to{" "}
            <select
              value={chosen}
              onChange={(event) => setChosen(event.target.value)}
              aria-label={`Claim ${claim.number} is assigned to`}
            >
              <option value="">Nobody</option>
              {claim.assignee && !known && (
                <option value={claim.assignee.id}>{claim.assignee.name} (no access)</option>
              )}
              {people.map((person) => (
                <option key={person.id} value={person.id}>
                  {nameToChoose(person)}
                </option>
              ))}
            </select>
          </label>
          {chosen !== (fromId ?? "") && (
            <Button pending={pending} onClick={() => onAssign(claim, chosen || null)}>
              Assign
            </Button>
          )}
        </>
      ) : (
        <span>{claim.assignee ? `Assigned to ${claim.assignee.name}` : "Assigned to nobody"}</span>
      )}
      {fromId === null && chosen === "" && may(actor.id) && (
        <Button look="quiet" pending={pending} onClick={() => onAssign(claim, actor.id)}>
          Take it
        </Button>
      )}
      {fromId === actor.id && chosen === fromId && may(null) && (
        <Button look="quiet" pending={pending} onClick={() => onAssign(claim, null)}>
          Give it back
        </Button>
      )}
    </div>
  );
}
