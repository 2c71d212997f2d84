import { z } from "zod";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import { asResult, invalid, parseInput } from "@/lib/workflows/refusals";
import { createSource } from "./create-source";
import { describeAddress } from "./describe-address";

const input = z.object({
  /** An address or a DOI; may be blank where there is a title. */
  address: z.string().trim().max(2048, "The address is too long."),
  /** Where it is given, the page is not asked. */
  title: z.string().trim(),
});

/**
 * Puts a source into the library by its address or DOI, with what its page says of itself; or by a title alone. One that the desk has
 * already is returned as it is.
 */
export async function addSource(
  actor: Actor,
  given: z.input<typeof input>,
): Promise<Result<{ id: string; created: boolean }, Failure>> {
  const allowed = asResult(can(actor, "create", "source"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(input, given);
  if (!parsed.ok) return parsed;
  const { address, title } = parsed.value;
  if (title) return added(actor, { url: address, title, kind: "web_page" });
  if (!address)
    return invalid("Give an address or a title.", { address: ["Give an address, a DOI or a title."] });
  const described = await describeAddress(actor, { address });
  if (!described.ok) {
    const message = `${described.error.message} Or type its title and add it all the same.`;
    return described.error.kind === "invalid" ? invalid(message, { address: [message] }) : described;
  }
  if (described.value.kind === "known") return ok({ id: described.value.source.id, created: false });
  const { fields } = described.value;
  if (!fields.title)
    return invalid("Its page says no title. Type one.", { title: ["Its page says no title. Type one."] });
  return added(actor, fields);
}

async function added(actor: Actor, fields: Parameters<typeof createSource>[1]) {
  const made = await createSource(actor, fields);
  return made.ok ? ok({ id: made.value.source.id, created: made.value.created }) : made;
}
