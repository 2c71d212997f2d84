import { NAME_SUFFIX } from "@/lib/sources/person-name";

/** A person, or an organisation as `literal`. Names that a reference manager wrote can also have particles. */
export interface CslName {
  family?: string | undefined;
  given?: string | undefined;
  suffix?: string | undefined;
  literal?: string | undefined;
  "dropping-particle"?: string | undefined;
  "non-dropping-particle"?: string | undefined;
}

/** Signs that a name with commas is an organisation: "Department for Environment, Food and Rural Affairs", "Example, Inc." */
const ORGANISATION =
  /(?:^|\s)(?:and|&|of|for|the)(?:\s|$)|,\s*(?:Inc|Ltd|LLC|LLP|PLC|Co|Corp|GmbH|AG|S\.?A)\.?$/i;

/** "Family, Given" or "Family, Given, Jr." is a person; a name without a comma is an organisation, or a person with a single name. */
export function parseCslName(name: string): CslName {
  const [family, second, third, ...more] = name.split(/\s*,\s*/);
  if (!family || !second || more.length > 0 || ORGANISATION.test(name)) return { literal: name };
  if (third === undefined) return { family, given: second };
  if (NAME_SUFFIX.test(third)) return { family, given: second, suffix: third };
  return NAME_SUFFIX.test(second) ? { family, given: third, suffix: second } : { literal: name };
}

/** A name as sources store it: "Family, Given, Jr.", particles before the family name. */
export function formatName(name: CslName): string {
  if (name.literal !== undefined) return name.literal;
  const family = [name["dropping-particle"], name["non-dropping-particle"], name.family]
    .filter(Boolean)
    .join(" ");
  return [family, name.given, name.suffix].filter(Boolean).join(", ");
}
