import { z } from "zod";
import { countDeadLinks, listSources } from "@/lib/db/source-search";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok } from "@/lib/result";
import { LINK_STATES, SOURCE_KINDS } from "@/lib/sources/source";
import { stripUnstorableCharacters } from "@/lib/strip-unstorable";
import { asResult } from "@/lib/workflows/refusals";

/** Sources per page of the library. */
export const SOURCES_PER_PAGE = 50;

/** Filters of the library. */
export const sourceFilter = z.object({
  query: z.string().max(300).transform(stripUnstorableCharacters).catch("").default(""),
  kind: z.enum(SOURCE_KINDS).nullable().catch(null).default(null),
  state: z
    .enum([...LINK_STATES, "unused", "not-saved"])
    .nullable()
    .catch(null)
    .default(null),
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
});

export type SourceFilterInput = z.input<typeof sourceFilter>;

/** A page of the sources library. */
export async function browseSources(actor: Actor, input: SourceFilterInput) {
  const allowed = asResult(can(actor, "read", "source"));
  if (!allowed.ok) return allowed;
  const { page, ...filter } = sourceFilter.parse(input);
  const [found, dead] = await Promise.all([
    listSources(filter, SOURCES_PER_PAGE, (page - 1) * SOURCES_PER_PAGE),
    countDeadLinks(),
  ]);
  return ok({ ...found, dead, filter, page });
}
