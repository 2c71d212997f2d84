import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { ok, type Result } from "@/lib/result";
import { type Guest, listGuests } from "@/lib/workflows/people/list-guests";
import { notFound } from "@/lib/workflows/refusals";

/** The guest that an address names. */
export async function readGuest(
  actor: Actor,
  params: Record<string, string>,
): Promise<Result<{ articleId: string; guest: Guest }, Failure>> {
  const found = await listGuests(actor, { articleId: params.id ?? "" });
  if (!found.ok) return found;
  const guest = found.value.guests.find(({ id }) => id === params.guest);
  return guest ? ok({ articleId: found.value.article.id, guest }) : notFound("person");
}
