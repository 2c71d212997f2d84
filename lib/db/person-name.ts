import type { PersonName } from "@/lib/claims/claim";
import type { Role } from "@/lib/policies/actor";

/** What is read of a person whose name is shown with what they did. */
export const personName = { select: { id: true, name: true, role: true } } as const;

/** The name of a person, with the word that they are from outside where they are. */
export function toPersonName({ id, name, role }: { id: string; name: string; role: Role }): PersonName {
  return role === "guest" ? { id, name, guest: true } : { id, name };
}
