import { PersonLabel } from "@/components/people/person-label";
import type { PersonHere } from "@/lib/live/presence";
import styles from "./presence-line.module.css";

/** Who else has the article open, and at which claim they are. */
export function PresenceLine({
  people,
  numberOf,
}: {
  people: readonly PersonHere[];
  numberOf: (claimId: string) => number | undefined;
}) {
  if (people.length === 0) return null;
  return (
    <div className={styles.presence}>
      <span id="also-here">
        Also here <span className={styles.count}>{people.length}</span>
      </span>
      <ul aria-labelledby="also-here">
        {people.map((person) => (
          <li key={person.userId}>
            <span className={styles.initials} aria-hidden="true">
              {initialsOf(person.name)}
            </span>
            <PersonLabel person={person} />
            {placeWords(person, numberOf)}
          </li>
        ))}
      </ul>
    </div>
  );
}

function placeWords({ places }: PersonHere, numberOf: (claimId: string) => number | undefined): string {
  const place = places.find(({ editing }) => editing) ?? places[0];
  if (!place) return "";
  const number = place.claimId === null ? undefined : numberOf(place.claimId);
  if (place.claimId === null) return ", marking a claim";
  return `, ${place.editing ? "editing" : "at"} ${number === undefined ? "a claim" : `claim ${number}`}`;
}

function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u);
  const first = (word: string | undefined) => Array.from(word ?? "")[0] ?? "";
  return `${first(words[0])}${words.length > 1 ? first(words.at(-1)) : ""}`.toUpperCase();
}
