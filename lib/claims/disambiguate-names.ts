import type { PersonName } from "./claim";

/** Adds the email address to people who share a name, and to no one else. Keeps the order. */
export function disambiguateNames(people: readonly (PersonName & { email: string })[]): PersonName[] {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const { name } of people) (seen.has(name) ? shared : seen).add(name);
  return people.map(({ email, ...person }) =>
    shared.has(person.name) ? { ...person, address: email } : person,
  );
}

/** A person's name in a list to choose from, with the address if there is one. */
export function nameToChoose({ name, address }: Pick<PersonName, "name" | "address">): string {
  return address ? `${name} (${address})` : name;
}
