import { collectNames, DATE_LANGUAGES, type DateNames } from "./collect-names";
import { MONTHS, PHRASES, WEEKDAYS } from "./month-tables";

const known = new Map<string, DateNames>();

/**
 * The names of the months and weekdays of a language, or of all that are recognised.
 * @param language a BCP 47 tag; an unknown one has no names
 */
export function namesOf(language: string | null): DateNames {
  const key = language ?? "";
  const found = known.get(key) ?? (language === null ? namesOfAll() : collectNames(supported(language)));
  known.set(key, found);
  return found;
}

/** Only languages of the list: the tables of any others would be stored as well. */
function supported(language: string): readonly string[] {
  const [primary = ""] = language.toLowerCase().split("-");
  return DATE_LANGUAGES.filter(
    (each) => each.toLowerCase().split("-")[0] === (primary === "no" ? "nb" : primary),
  );
}

function namesOfAll(): DateNames {
  const months = new Map<string, Set<number>>();
  for (const [index, names] of MONTHS.entries())
    for (const name of names.split(" ")) months.set(name, (months.get(name) ?? new Set()).add(index + 1));
  return { months, weekdays: new Set(WEEKDAYS.split("|")), phrases: PHRASES };
}
