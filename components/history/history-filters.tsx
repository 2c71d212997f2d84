import type { PersonName } from "@/lib/claims/claim";
import { nameToChoose } from "@/lib/claims/disambiguate-names";
import { EVENT_KINDS, type EventKind, eventKindLabels } from "@/lib/history/event-kinds";
import { words } from "@/lib/words/words";
import styles from "./timeline.module.css";

/** Filters a timeline by person, kind of change and claim. A form that works without scripts. */
export function HistoryFilters({
  people,
  claims,
  filter,
}: {
  people: readonly PersonName[];
  claims: readonly { id: string; number: number; statement: string; deleted: boolean }[];
  filter: { person: string | null; kind: EventKind | null; claim: number | null };
}) {
  const t = words("history");
  return (
    <form method="get" className={styles.filters} aria-label={t("filter.label")}>
      <label>
        {t("filter.person")}
        <select name="person" className="input" defaultValue={filter.person ?? ""}>
          <option value="">{t("filter.person.all")}</option>
          {people.map((person) => (
            <option key={person.id} value={person.id}>
              {nameToChoose(person)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t("filter.kind")}
        <select name="kind" className="input" defaultValue={filter.kind ?? ""}>
          <option value="">{t("filter.kind.all")}</option>
          {EVENT_KINDS.filter((kind) => kind !== "sources").map((kind) => (
            <option key={kind} value={kind}>
              {eventKindLabels[kind]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t("filter.claim")}
        <select name="claim" className="input" defaultValue={filter.claim ?? ""}>
          <option value="">{t("filter.claim.all")}</option>
          {claims.map(({ id, number, statement, deleted }) => (
            <option key={id} value={number}>
              {t(deleted ? "filter.claim.option.deleted" : "filter.claim.option", {
                number,
                statement: statement.length > 60 ? `${statement.slice(0, 59)}…` : statement,
              })}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className="action-plain">
        {t("filter.show")}
      </button>
    </form>
  );
}
