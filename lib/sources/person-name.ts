/** Particles that belong to the family name after them. */
const PARTICLE =
  /^(?:al|ap|ben|bin|ibn|da|das|de|degli|dei|del|della|den|der|des|di|do|dos|du|el|la|las|le|los|ten|ter|van|von|vom|zu|zum|zur|’t|'t)$/;
/** Suffixes of names. */
export const NAME_SUFFIX = /^(?:Jr|Sr|Junior|Senior|I{2,3}|IV|\d(?:nd|rd|th))\.?$/;
/** Words that appear in names of organisations but not of people. */
const ORGANISATION_WORD =
  /(?:^|[\s-])(?:and|&|of|for|the|et|für|pour|staff|team|desk|news|newsroom|press|agency|agence|agentur|agencia|reporters?|editors?|editorial|redaktion|rédaction|redacción|ministry|office|institute|university|department|bureau|council|committee|commission|foundation|association|society|organi[sz]ation|group|centre|center|times|post|reuters|afp|dpa|ap|bbc|cnn|inc|ltd|llc|plc|gmbh|corp)(?:$|[\s.,-])/i;

/** Common first surnames of two, as in Spanish: "Gabriel García Márquez"; beside those that end in "ez". */
const FIRST_OF_TWO =
  /^(?:\p{Lu}\p{L}+[eé]z|García|Garcia|Vargas|Torres|Ruiz|Díaz|Diaz|Cruz|Morales|Ortiz|Ramos|Reyes|Castro|Vega|Rojas|Molina|Moreno|Romero|Muñoz|Serrano|Navarro|Ortega|Delgado|Marín|Iglesias|Medina|Garrido|Cortés|Castillo|Guerrero|Lozano|Prieto|Calvo|Herrera|Flores|Cabrera|Fuentes|Aguilar|Hidalgo|Vidal|Soto|Mendoza|Silva|Peña|Ríos|Luna|Aguirre|Salazar|Espinosa|Arias|Acosta|Pardo)$/u;

/** Whether a name looks like that of an organisation, not of a person. */
export function isBody(name: string): boolean {
  return ORGANISATION_WORD.test(name) || /\d/.test(name);
}

/**
 * Turns "Given Family", as pages write it, into "Family, Given", as sources store it. Names that are already inverted, are a single
 * word, or are in a script where the order is different stay unchanged.
 */
export function familyFirst(name: string): string {
  const plain = name.replace(/\s+/g, " ").trim();
  const words = plain.split(" ");
  if (words.length > 7 || plain.includes(",")) return plain;
  if (!/^[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}\p{M}\s.'’ʼ-]+$/u.test(plain)) return plain;
  const suffix = words.length > 2 && NAME_SUFFIX.test(words.at(-1) ?? "") ? words.pop() : undefined;
  let first = words.length - 1;
  if (first > 1 && FIRST_OF_TWO.test(words[first - 1] as string)) first--;
  while (first > 1 && PARTICLE.test(words[first - 1] as string)) first--;
  return [words.slice(first).join(" "), words.slice(0, first).join(" "), suffix].filter(Boolean).join(", ");
}

/** The names in a byline such as "By Jane Doe and John Roe". An organisation, or a byline that can't be split, is one name. */
export function namesIn(byline: string): string[] {
  const plain = byline
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^(?:by|von|par|por|di):? /i, "");
  const parts = plain.split(/\s*(?:;|\s(?:and|&|und|et|y)\s)\s*/i);
  const names =
    parts.length > 1 && !plain.includes(";") ? parts.flatMap((part) => part.split(/\s*,\s*/)) : parts;
  const people = names.filter(Boolean);
  if (people.some((name) => isBody(name) || !/^\S+(?: \S+){1,4}$/.test(name))) return [plain];
  return people.map(familyFirst);
}
