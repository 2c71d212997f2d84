import type { PersonName } from "./claim";

/** Two people may have one name: each of them goes with their address, and nobody else does. Keeps the order. */
export function disambiguateNames(people: readonly (PersonName & { email: string })[]): PersonName[] {
  const counts = new Map<string, number>();
  for (const { name } of people) counts.set(name, (counts.get(name) ?? 0) + 1);
  return people.map(({ email, ...person }) =>
    (counts.get(person.name) ?? 0) > 1 ? { ...person, address: email } : person,
  );
}

/** Somebody's name in a list to choose from. */
export function nameToChoose({ name, address }: Pick<PersonName, "name" | "address">): string {
  return address ? `${name} (${address})` : name;
}
