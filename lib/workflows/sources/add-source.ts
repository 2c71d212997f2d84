import { z } from "zod";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import { asResult, invalid, parseInput } from "@/lib/workflows/refusals";
import { createSource } from "./create-source";
import { describeAddress } from "./describe-address";

const inputSchema = z.object({
  /** An address or a DOI; can be blank if there is a title. */
  address: z.string().trim().max(2048, "The address is too long."),
  /** With a title, the page is not fetched. */
  title: z.string().trim(),
});

/**
 * Adds a source to the library by its address or DOI, with the page's metadata; or by title only. A source that the desk already has is
 * returned unchanged.
 */
export async function addSource(
  actor: Actor,
  input: z.input<typeof inputSchema>,
): Promise<Result<{ id: string; created: boolean }, Failure>> {
  const allowed = asResult(can(actor, "create", "source"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(inputSchema, input);
  if (!parsed.ok) return parsed;
  const { address, title } = parsed.value;
  if (title) return added(actor, { url: address, title, kind: "web_page" });
  if (!address)
    return invalid("Enter an address or a title.", { address: ["Enter an address, a DOI or a title."] });
  const described = await describeAddress(actor, { address });
  if (!described.ok) {
    const message = `${described.error.message} Or enter its title and add it anyway.`;
    return described.error.kind === "invalid"
      ? invalid(message, { address: [message] }, described.error.cause)
      : described;
  }
  if (described.value.kind === "known") return ok({ id: described.value.source.id, created: false });
  const { fields } = described.value;
  if (!fields.title)
    return invalid("The page has no title. Enter one.", { title: ["The page has no title. Enter one."] });
  return added(actor, fields);
}

async function added(actor: Actor, fields: Parameters<typeof createSource>[1]) {
  const made = await createSource(actor, fields);
  return made.ok ? ok({ id: made.value.source.id, created: made.value.created }) : made;
}
