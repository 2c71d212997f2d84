import type { PersonName } from "@/lib/claims/claim";
import type { Role } from "@/lib/policies/actor";

/** Selects a person's name and role. */
export const personName = { select: { id: true, name: true, role: true } } as const;

/** A person's name, marked if they are a guest. */
export function toPersonName({ id, name, role }: { id: string; name: string; role: Role }): PersonName {
  return role === "guest" ? { id, name, guest: true } : { id, name };
}
