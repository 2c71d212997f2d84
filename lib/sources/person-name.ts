/** Words of names that a family name goes on with to the left. */
const PARTICLE =
  /^(?:al|ap|ben|bin|ibn|da|das|de|degli|dei|del|della|den|der|des|di|do|dos|du|el|la|las|le|los|ten|ter|van|von|vom|zu|zum|zur|’t|'t)$/;
/** What stands behind a name and belongs to it. */
export const NAME_SUFFIX = /^(?:Jr|Sr|Junior|Senior|I{2,3}|IV|\d(?:nd|rd|th))\.?$/;
/** Words that bodies have in their names and persons have not. */
const OF_BODIES =
  /(?:^|[\s-])(?:and|&|of|for|the|et|für|pour|staff|team|desk|news|newsroom|press|agency|agence|agentur|agencia|reporters?|editors?|editorial|redaktion|rédaction|redacción|ministry|office|institute|university|department|bureau|council|committee|commission|foundation|association|society|organi[sz]ation|group|centre|center|times|post|reuters|afp|dpa|ap|bbc|cnn|inc|ltd|llc|plc|gmbh|corp)(?:$|[\s.,-])/i;

/** Whether a name reads as that of a body, not of a person. */
export function isBody(name: string): boolean {
  return OF_BODIES.test(name) || /\d/.test(name);
}

/**
 * A person's name as sources keep it, "Family, Given", out of "Given Family" as pages give it. What is inverted already, is one word, or
 * belongs to a script whose names are not taken apart so stays as it is.
 */
export function familyFirst(name: string): string {
  const plain = name.replace(/\s+/g, " ").trim();
  const words = plain.split(" ");
  if (words.length < 2 || words.length > 7 || plain.includes(",")) return plain;
  if (!/^[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}\p{M}\s.'’ʼ-]+$/u.test(plain)) return plain;
  const suffix = words.length > 2 && NAME_SUFFIX.test(words.at(-1) ?? "") ? words.pop() : undefined;
  let first = words.length - 1;
  while (first > 1 && PARTICLE.test(words[first - 1] as string)) first--;
  return [words.slice(first).join(" "), words.slice(0, first).join(" "), suffix].filter(Boolean).join(", ");
}

/** The names in a byline: "By Jane Doe and John Roe". One that names a body, or that cannot be taken apart, is one name. */
export function namesIn(byline: string): string[] {
  const plain = byline
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^(?:by|von|par|por|di)\s+/i, "");
  const parts = plain.split(/\s*(?:;|\s(?:and|&|und|et|y)\s)\s*/i).filter(Boolean);
  const names =
    parts.length > 1 && !plain.includes(";") ? parts.flatMap((part) => part.split(/\s*,\s*/)) : parts;
  const people = names.filter(Boolean).map((name) => name.trim());
  if (people.some((name) => isBody(name) || !/^\S+(?: \S+){1,4}$/.test(name))) return plain ? [plain] : [];
  return people.map(familyFirst);
}
