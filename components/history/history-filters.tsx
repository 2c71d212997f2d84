import { FilterForm } from "@/components/filters/filter-form";
import { FilterSelect } from "@/components/filters/filter-select";
import { PersonFilter } from "@/components/filters/person-filter";
import type { PersonName } from "@/lib/claims/claim";
import { EVENT_KINDS, type EventKind, eventKindLabels } from "@/lib/history/event-kinds";
import { words } from "@/lib/words/words";

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
    <FilterForm label={t("filter.label")}>
      <PersonFilter people={people} value={filter.person} />
      <FilterSelect name="kind" label={t("filter.kind")} value={filter.kind} all={t("filter.kind.all")}>
        {EVENT_KINDS.filter((kind) => kind !== "sources").map((kind) => (
          <option key={kind} value={kind}>
            {eventKindLabels[kind]}
          </option>
        ))}
      </FilterSelect>
      <FilterSelect name="claim" label={t("filter.claim")} value={filter.claim} all={t("filter.claim.all")}>
        {claims.map(({ id, number, statement, deleted }) => (
          <option key={id} value={number}>
            {t(deleted ? "filter.claim.option.deleted" : "filter.claim.option", {
              number,
              statement: statement.length > 60 ? `${statement.slice(0, 59)}…` : statement,
            })}
          </option>
        ))}
      </FilterSelect>
    </FilterForm>
  );
}
