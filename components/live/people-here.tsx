"use client";

import { useState } from "react";
import { PersonLabel } from "@/components/people/person-label";
import { rich } from "@/components/words/rich";
import { useWords } from "@/components/words/use-words";
import type { PersonHere } from "@/lib/live/presence";
import styles from "./people-here.module.css";

/** How many initials are shown. */
const MAX_INITIALS = 3;

/** Who else has the article open, as initials; a press shows which claim they are viewing or editing. */
export function PeopleHere({
  people,
  numberOf,
}: {
  people: readonly PersonHere[];
  numberOf: (claimId: string) => number | undefined;
}) {
  const t = useWords("live");
  const [isOpen, setOpen] = useState(false);
  if (people.length === 0) return null;
  const more = people.length - MAX_INITIALS;
  return (
    <div className={styles.here}>
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
        onKeyDown={(event) => {
          if (event.key === "Escape") setOpen(false);
        }}
        onBlur={() => setOpen(false)}
      >
        <span className="visually-hidden" id="also-here">
          {t("presence.title", { count: people.length })}
        </span>
        {people.slice(0, MAX_INITIALS).map(({ userId, name }) => (
          <span key={userId} className={styles.initials} title={name} aria-hidden="true">
            {initialsOf(name)}
          </span>
        ))}
        {more > 0 && (
          <span className={styles.more} aria-hidden="true">
            +{more}
          </span>
        )}
      </button>
      <ul aria-labelledby="also-here" className={isOpen ? styles.list : "visually-hidden"}>
        {people.map((person) => (
          <li key={person.userId}>
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
