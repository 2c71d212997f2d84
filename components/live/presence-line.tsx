import { PersonLabel } from "@/components/people/person-label";
import { rich } from "@/components/words/rich";
import { useWords } from "@/components/words/use-words";
import type { PersonHere } from "@/lib/live/presence";
import styles from "./presence-line.module.css";

/** Who else has the article open, and which claim they are viewing or editing. */
export function PresenceLine({
  people,
  numberOf,
}: {
  people: readonly PersonHere[];
  numberOf: (claimId: string) => number | undefined;
}) {
  const t = useWords("live");
  if (people.length === 0) return null;
  return (
    <div className={styles.presence}>
      <span id="also-here">
        {rich(t, "presence.title", { count: <span className={styles.count}>{people.length}</span> })}
      </span>
      <ul aria-labelledby="also-here">
        {people.map((person) => (
          <li key={person.userId}>
            <span className={styles.initials} aria-hidden="true">
              {initialsOf(person.name)}
            </span>
            <PresentPerson present={person} numberOf={numberOf} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function PresentPerson({
  present,
  numberOf,
}: {
  present: PersonHere;
  numberOf: (claimId: string) => number | undefined;
}) {
  const t = useWords("live");
  const person = <PersonLabel person={present} />;
  const activity = present.places.find(({ editing }) => editing) ?? present.places[0];
  if (!activity) return person;
  if (activity.claimId === null) return rich(t, "presence.marking", { person });
  const number = numberOf(activity.claimId);
  const key = activity.editing ? "presence.editing" : "presence.at";
  return number === undefined ? rich(t, `${key}.unknown`, { person }) : rich(t, key, { person, number });
}

function initialsOf(name: string): string {
  const names = name.trim().split(/\s+/u);
  const first = (part: string | undefined) => Array.from(part ?? "")[0] ?? "";
  return `${first(names[0])}${names.length > 1 ? first(names.at(-1)) : ""}`.toUpperCase();
}
