import { z } from "zod";
import { searchSources } from "@/lib/db/source-search";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import type { Source } from "@/lib/sources/source";
import { asResult, parseInput } from "@/lib/workflows/refusals";

const inputSchema = z.object({ query: z.string().max(300), limit: z.int().min(1).max(50).default(8) });

/** Existing sources that contain the words typed so far. */
export async function suggestSources(
  actor: Actor,
  input: z.input<typeof inputSchema>,
): Promise<Result<Source[], Failure>> {
  const allowed = asResult(can(actor, "read", "source"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(inputSchema, input);
  if (!parsed.ok) return parsed;
  return ok(await searchSources(parsed.value.query, parsed.value.limit));
}
