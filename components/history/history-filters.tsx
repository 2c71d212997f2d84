import type { PersonName } from "@/lib/claims/claim";
import { nameToChoose } from "@/lib/claims/disambiguate-names";
import { EVENT_KINDS, type EventKind, eventKindLabels } from "@/lib/history/event-kinds";
import styles from "./timeline.module.css";

/** Narrows a timeline down to a person, a kind of change and a claim. A form that works without scripts. */
export function HistoryFilters({
  people,
  claims,
  filter,
}: {
  people: readonly PersonName[];
  claims: readonly { id: string; number: number; statement: string; deleted: boolean }[];
  filter: { person: string | null; kind: EventKind | null; claim: number | null };
}) {
  return (
    <form method="get" className={styles.filters} aria-label="Narrow the history down">
      <label>
        Person
        <select name="person" className="input" defaultValue={filter.person ?? ""}>
          <option value="">Everybody</option>
          {people.map((person) => (
            <option key={person.id} value={person.id}>
              {nameToChoose(person)}
            </option>
          ))}
        </select>
      </label>
      <label>
        Kind
        <select name="kind" className="input" defaultValue={filter.kind ?? ""}>
          <option value="">Every change</option>
          {EVENT_KINDS.filter((kind) => kind !== "sources").map((kind) => (
            <option key={kind} value={kind}>
              {eventKindLabels[kind]}
            </option>
          ))}
        </select>
      </label>
      <label>
        Claim
        <select name="claim" className="input" defaultValue={filter.claim ?? ""}>
          <option value="">The whole article</option>
          {claims.map(({ id, number, statement, deleted }) => (
            <option key={id} value={number}>
              {number}. {statement.length > 60 ? `${statement.slice(0, 59)}…` : statement}
              {deleted && " (deleted)"}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className="action-plain">
        Show
      </button>
    </form>
  );
}
