"use client";

import { useFormDraft } from "@/components/drafts/use-form-draft";
import { usePeopleForWork } from "@/components/people/use-people-for-work";
import { Button } from "@/components/ui/button";
import { useWords } from "@/components/words/use-words";
import type { Claim } from "@/lib/claims/claim";
import { nameToChoose } from "@/lib/claims/disambiguate-names";
import { can } from "@/lib/policies/can";
import styles from "./assignee-control.module.css";
import { useClaimActions } from "./claim-actions";

const NO_CHOICE = { chosen: null as string | null };
const isChoice = ({ chosen }: typeof NO_CHOICE) => chosen === null || typeof chosen === "string";

/** Who works on a claim. People can assign unassigned claims to themselves and unassign themselves; planners can assign anyone. */
export function AssigneeControl({ claim, pending }: { claim: Claim; pending: boolean }) {
  const { actor, people: atFirst, assign } = useClaimActions();
  const { people, onFocus } = usePeopleForWork(atFirst);
  const t = useWords("claims");
  const fromId = claim.assignee?.id ?? null;
  /** "" is no one, null the current assignee. */
  const draft = useFormDraft(`assignee:${claim.id}`, NO_CHOICE, { accepts: isChoice });
  const chosen = draft.value.chosen ?? fromId ?? "";
  const canAssignTo = (toId: string | null) => can(actor, "claim", "assignment", { fromId, toId }).allowed;
  const canAssignAnyone = can(actor, "plan", "assignment").allowed;
  const isListed = people.some(({ id }) => id === fromId);
  return (
    <div className={styles.line}>
      {canAssignAnyone ? (
        <>
          <label>
            {t("assignee.label")}{" "}
            <select
              value={chosen}
              onFocus={onFocus}
              onChange={({ target: { value } }) =>
                draft.change({ chosen: value === (fromId ?? "") ? null : value })
              }
              aria-label={t("assignee.ofClaim", { number: claim.number })}
            >
              <option value="">{t("assignee.none")}</option>
              {claim.assignee && !isListed && (
                <option value={claim.assignee.id}>
                  {t("assignee.withoutAccess", { name: claim.assignee.name })}
                </option>
              )}
              {people.map((person) => (
                <option key={person.id} value={person.id}>
                  {nameToChoose(person)}
                </option>
              ))}
            </select>
          </label>
          {chosen !== (fromId ?? "") && (
            <Button
              pending={pending}
              onClick={() =>
                assign(claim, chosen || null).then((isDone) => isDone && draft.forget(NO_CHOICE))
              }
            >
              {t("assignee.assign")}
            </Button>
          )}
        </>
      ) : (
        <span>
          {claim.assignee
            ? t("assignee.assignedTo", { name: claim.assignee.name })
            : t("assignee.unassigned")}
        </span>
      )}
      {fromId === null && chosen === "" && canAssignTo(actor.id) && (
        <Button look="quiet" pending={pending} onClick={() => assign(claim, actor.id)}>
          {t("assignee.assignToMe")}
        </Button>
      )}
      {fromId === actor.id && chosen === fromId && canAssignTo(null) && (
        <Button look="quiet" pending={pending} onClick={() => assign(claim, null)}>
          {t("assignee.unassignMe")}
        </Button>
      )}
    </div>
  );
}
