import { z } from "zod";
import { CLAIMANT_KINDS, type Claimant } from "@/lib/claimants/claimant";
import { CLAIMANT_LIMITS } from "@/lib/claimants/claimant-input";
import { type CountedClaimant, searchClaimants } from "@/lib/db/claimants";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import { stripUnstorableCharacters } from "@/lib/strip-unstorable";
import { asResult, parseInput } from "@/lib/workflows/refusals";

/** Claimants per page of the list. */
export const CLAIMANTS_PER_PAGE = 50;

const suggestInput = z.object({
  query: z.string().max(CLAIMANT_LIMITS.name),
  limit: z.int().min(1).max(50).default(8),
});

/** Known claimants that have a name like what was typed so far, or another name like it. */
export async function suggestClaimants(
  actor: Actor,
  input: z.input<typeof suggestInput>,
): Promise<Result<Claimant[], Failure>> {
  const allowed = asResult(can(actor, "read", "claimant"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(suggestInput, input);
  if (!parsed.ok) return parsed;
  const { query, limit } = parsed.value;
  if (query.trim() === "") return ok([]);
  const { claimants } = await searchClaimants(query, { kind: null, limit });
  return ok(claimants.map(({ claims: _, ...claimant }) => claimant));
}

/** Filters of the list; what cannot be read is no filter. */
const browseInput = z.object({
  query: z.string().max(CLAIMANT_LIMITS.name).transform(stripUnstorableCharacters).catch("").default(""),
  kind: z.enum(CLAIMANT_KINDS).nullable().catch(null).default(null),
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
});

export interface ClaimantsPage {
  claimants: CountedClaimant[];
  /** To one more than `COUNT_LIMIT`. */
  total: number;
  filter: { query: string; kind: Claimant["kind"] | null };
  page: number;
}

/** A page of the claimants, with the numbers of their claims. */
export async function browseClaimants(
  actor: Actor,
  input: { query?: unknown; kind?: unknown; page?: unknown },
): Promise<Result<ClaimantsPage, Failure>> {
  const allowed = asResult(can(actor, "read", "claimant"));
  if (!allowed.ok) return allowed;
  const { page, ...filter } = browseInput.parse(input);
  const found = await searchClaimants(filter.query, {
    kind: filter.kind,
    limit: CLAIMANTS_PER_PAGE,
    offset: (page - 1) * CLAIMANTS_PER_PAGE,
  });
  return ok({ ...found, filter, page });
}

/**
 * Claimants by what was typed of a name, as programs list them; a blank query lists all.
 * @param input.offset how many to leave out
 * @returns `next` is the offset of the next page, null on the last; `total` counts to one more than `COUNT_LIMIT`
 */
export async function pageClaimants(
  actor: Actor,
  {
    query,
    kind,
    offset,
    limit,
  }: { query: string; kind: Claimant["kind"] | null; offset: number; limit: number },
): Promise<Result<{ claimants: CountedClaimant[]; next: number | null; total: number }, Failure>> {
  const allowed = asResult(can(actor, "read", "claimant"));
  if (!allowed.ok) return allowed;
  const { claimants, total } = await searchClaimants(query, { kind, limit: limit + 1, offset });
  const next = claimants.length > limit ? offset + limit : null;
  return ok({ claimants: claimants.slice(0, limit), next, total });
}
