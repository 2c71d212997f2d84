import { z } from "zod";
import { searchSources } from "@/lib/db/source-search";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import type { Source } from "@/lib/sources/source";
import { SOURCE_LIMITS } from "@/lib/sources/source-input";
import { titleKeyOf } from "@/lib/sources/title-key";
import { asResult, parseInput } from "@/lib/workflows/refusals";
import { addressKeysOf, knownSourceWith } from "./find-known-source";

const inputSchema = z.object({
  query: z.string().max(SOURCE_LIMITS.url),
  limit: z.int().min(1).max(50).default(8),
});

/**
 * Existing sources that contain the words typed so far. First the one with exactly the typed address, DOI or title, however it is written:
 * the address with tracking parameters or without its scheme, the title in other case or without accents.
 */
export async function suggestSources(
  actor: Actor,
  input: z.input<typeof inputSchema>,
): Promise<Result<Source[], Failure>> {
  const allowed = asResult(can(actor, "read", "source"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(inputSchema, input);
  if (!parsed.ok) return parsed;
  const { query, limit } = parsed.value;
  const [known, found] = await Promise.all([
    knownSourceWith(undefined, { ...addressKeysOf(query), titleKey: titleKeyOf(query) }),
    searchSources(query, limit),
  ]);
  if (!known) return ok(found);
  return ok([known.source, ...found.filter(({ id }) => id !== known.source.id)].slice(0, limit));
}
