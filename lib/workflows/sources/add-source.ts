import { z } from "zod";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import type { Source } from "@/lib/sources/source";
import { asResult, invalid, parseInput } from "@/lib/workflows/refusals";
import { createSource } from "./create-source";
import { describeAddress } from "./describe-address";

const inputSchema = z.object({
  /** An address or a DOI; can be blank if there is a title. */
  address: z.string().trim().max(2048, "The address is too long."),
  /** With a title, the page is not fetched. */
  title: z.string().trim(),
  /** Adds the source even if the desk has one with the same title. */
  allowSameTitle: z.boolean().default(false),
});

/** A source that was added or that the desk already has; or one with the same title, for a person to decide whether it is the same. */
export type AddedSource =
  | { kind: "added" | "known"; id: string }
  | {
      kind: "same-title";
      source: Pick<Source, "id" | "title" | "publisher" | "publishedOn" | "url" | "details">;
    };

/**
 * Adds a source to the library by its address or DOI, with the page's metadata; or by title only. A source that the desk already has is
 * returned unchanged, and one with the same title is offered.
 */
export async function addSource(
  actor: Actor,
  input: z.input<typeof inputSchema>,
): Promise<Result<AddedSource, Failure>> {
  const allowed = asResult(can(actor, "create", "source"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(inputSchema, input);
  if (!parsed.ok) return parsed;
  const { address, title, allowSameTitle } = parsed.value;
  if (title) return added(actor, { url: address, title, kind: "web_page" }, allowSameTitle);
  if (!address)
    return invalid("Enter an address or a title.", { address: ["Enter an address, a DOI or a title."] });
  const described = await describeAddress(actor, { address });
  if (!described.ok) {
    const message = `${described.error.message} Or enter its title and add it anyway.`;
    return described.error.kind === "invalid"
      ? invalid(message, { address: [message] }, described.error.cause)
      : described;
  }
  if (described.value.kind === "known") return ok({ kind: "known", id: described.value.source.id });
  const { fields } = described.value;
  if (!fields.title)
    return invalid("The page has no title. Enter one.", { title: ["The page has no title. Enter one."] });
  return added(actor, fields, allowSameTitle);
}

async function added(
  actor: Actor,
  fields: Parameters<typeof createSource>[1],
  allowSameTitle: boolean,
): Promise<Result<AddedSource, Failure>> {
  const made = await createSource(actor, fields, { offerSameTitle: !allowSameTitle });
  if (!made.ok) return made;
  const { source } = made.value;
  if (made.value.created) return ok({ kind: "added", id: source.id });
  if (made.value.knownBy === "address") return ok({ kind: "known", id: source.id });
  const { id, title, publisher, publishedOn, url, details } = source;
  return ok({ kind: "same-title", source: { id, title, publisher, publishedOn, url, details } });
}
