import { usePeopleForWork } from "@/components/people/use-people-for-work";
import { Field } from "@/components/ui/field";
import { useWords } from "@/components/words/use-words";
import type { PersonName } from "@/lib/claims/claim";
import { nameToChoose } from "@/lib/claims/disambiguate-names";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";

/** Who assigns the claim, and the people who can be assigned work. */
export interface Assigning {
  actor: Actor;
  people: readonly PersonName[];
}

/** Who will work on the claim, in its form: it is assigned when the form is saved. Only people whom the actor can assign it to are listed. */
export function AssigneeField({
  actor,
  people: atFirst,
  current,
  chosen,
  errors,
  onChange,
}: Assigning & {
  /** The assignee of the claim as the page knows it; null for no one. */
  current: PersonName | null;
  /** What was chosen in the form; missing as long as nothing was. */
  chosen: { id: string | null; seenId: string | null } | undefined;
  errors: string[] | undefined;
  onChange: (chosen: { id: string | null; seenId: string | null } | undefined) => void;
}) {
  const t = useWords("claims");
  const { people, onFocus } = usePeopleForWork(atFirst);
  const seenId = current?.id ?? null;
  const canAssignTo = (toId: string | null) =>
    toId === seenId || can(actor, "claim", "assignment", { fromId: seenId, toId }).allowed;
  const offered = people.filter(({ id }) => id !== seenId && canAssignTo(id));
  const id = chosen ? chosen.id : seenId;
  return (
    <Field label={t("assignee.label")} optional errors={errors}>
      {(control) => (
        <select
          {...control}
          value={id ?? ""}
          onFocus={onFocus}
          onChange={({ target: { value } }) => {
            const picked = value || null;
            onChange(picked === seenId ? undefined : { id: picked, seenId });
          }}
        >
          {canAssignTo(null) && <option value="">{t("assignee.none")}</option>}
          {current && <option value={current.id}>{nameToChoose(current)}</option>}
          {offered.map((person) => (
            <option key={person.id} value={person.id}>
              {nameToChoose(person)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
