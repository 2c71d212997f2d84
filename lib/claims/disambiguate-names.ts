import type { PersonName } from "./claim";

/** Adds the email address to people who share a name, and to no one else. Keeps the order. */
export function disambiguateNames(people: readonly (PersonName & { email: string })[]): PersonName[] {
  const counts = new Map<string, number>();
  for (const { name } of people) counts.set(name, (counts.get(name) ?? 0) + 1);
  return people.map(({ email, ...person }) =>
    (counts.get(person.name) ?? 0) > 1 ? { ...person, address: email } : person,
  );
}

/** A person's name in a list to choose from, with the address if there is one. */
export function nameToChoose({ name, address }: Pick<PersonName, "name" | "address">): string {
  return address ? `${name} (${address})` : name;
}
