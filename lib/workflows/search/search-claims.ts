import { z } from "zod";
import { type FoundClaim, type SearchPoint, searchClaims as searchClaimRows } from "@/lib/db/claim-search";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import { asResult, parseInput } from "@/lib/workflows/refusals";

const inputSchema = z.object({
  query: z.string().trim().min(1, "Enter the words to search for.").max(200, "Enter at most 200 characters."),
  limit: z.int().min(1).max(100),
});

/**
 * A page of the desk's claims whose statement contains each of the words, those changed last first.
 * @param after the last claim of the page before; null for the first page
 * @returns the claims, and whether there are more
 */
export async function searchClaims(
  actor: Actor,
  { after, ...input }: z.input<typeof inputSchema> & { after: SearchPoint | null },
): Promise<Result<{ claims: FoundClaim[]; hasMore: boolean }, Failure>> {
  const allowed = asResult(can(actor, "read", "article"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(inputSchema, input);
  if (!parsed.ok) return parsed;
  const { query, limit } = parsed.value;
  const found = await searchClaimRows(query, limit + 1, after);
  return ok({ claims: found.slice(0, limit), hasMore: found.length > limit });
}
