import type { PersonName } from "@/lib/claims/claim";
import { nameToChoose } from "@/lib/claims/disambiguate-names";
import { words } from "@/lib/words/words";
import { FilterSelect } from "./filter-select";

/** Narrows a list to what one person did: the parameter `person`. */
export function PersonFilter({
  people,
  value,
  hideLabel,
}: {
  people: readonly PersonName[];
  /** The id of the person; null for everyone. */
  value: string | null;
  hideLabel?: boolean;
}) {
  const t = words("people");
  return (
    <FilterSelect
      name="person"
      label={t("filter.person")}
      value={value}
      all={t("filter.everyone")}
      {...(hideLabel && { hideLabel })}
    >
      {people.map((person) => (
        <option key={person.id} value={person.id}>
          {nameToChoose(person)}
        </option>
      ))}
    </FilterSelect>
  );
}
