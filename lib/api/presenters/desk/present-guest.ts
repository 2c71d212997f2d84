import type { z } from "zod";
import type { Guest } from "@/lib/workflows/people/list-guests";
import type { guestSchema } from "../../schemas/desk/guest";

export function presentGuest(guest: Guest): z.output<typeof guestSchema> {
  const { id, name, email, state, until, revokedAt, lastSignInAt } = guest;
  return { id, name, email, state, until, revokedAt, lastSignInAt };
}
