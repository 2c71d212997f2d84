import { z } from "zod";
import { listSourcesByTitle } from "@/lib/db/known-sources";
import { findSourceByKeys } from "@/lib/db/sources";
import type { Tx } from "@/lib/db/transaction";
import type { Failure } from "@/lib/failure";
import { optional } from "@/lib/input-fields";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import { doiIn } from "@/lib/sources/doi";
import { normaliseUrl } from "@/lib/sources/normalise-url";
import type { Source } from "@/lib/sources/source";
import { SOURCE_LIMITS } from "@/lib/sources/source-input";
import type { SourceKeys } from "@/lib/sources/source-keys";
import { titleKeyOf } from "@/lib/sources/title-key";
import { asResult, parseInput } from "@/lib/workflows/refusals";

/** A source that the desk already has, and by what it was found. Two sources can share a title, but not an address or a DOI. */
export interface SourceMatch {
  by: "address" | "title";
  source: Source;
}

const inputSchema = z.object({
  /** An address or a DOI, as typed. */
  address: optional("The address", SOURCE_LIMITS.url),
  title: optional("The title", SOURCE_LIMITS.title),
});

/** The source that the desk already has with an address, a DOI or a title that someone types. */
export async function findKnownSource(
  actor: Actor,
  input: z.input<typeof inputSchema>,
): Promise<Result<SourceMatch | null, Failure>> {
  const allowed = asResult(can(actor, "read", "source"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(inputSchema, input);
  if (!parsed.ok) return parsed;
  const { address, title } = parsed.value;
  return ok(
    await knownSourceWith(undefined, { ...addressKeysOf(address ?? ""), titleKey: titleKeyOf(title ?? "") }),
  );
}

/** The keys in what someone types as an address: "example.org/a" without a scheme counts too. */
export function addressKeysOf(address: string): Pick<SourceKeys, "urlKey" | "doi"> {
  const bare = address.trim();
  if (bare === "") return { urlKey: null, doi: null };
  const withScheme = /^[\w-]+(?:\.[\w-]+)+(?:[/?#:]|$)/.test(bare) ? `https://${bare}` : bare;
  const key = /\s/.test(bare) ? null : normaliseUrl(withScheme);
  return { urlKey: key?.ok ? key.value : null, doi: doiIn(bare) };
}

/**
 * The source with one of some keys: first by address or DOI, then by title. A title counts only if one of the two works has no address and
 * no DOI: pages with different addresses often share a title.
 */
export async function knownSourceWith(
  tx: Tx | undefined,
  { urlKey, doi, titleKey }: SourceKeys,
): Promise<SourceMatch | null> {
  const same = await findSourceByKeys(tx, { urlKey, doi });
  if (same) return { by: "address", source: same };
  if (titleKey === null) return null;
  const titled = await listSourcesByTitle(tx, titleKey, MAX_SAME_TITLE);
  const isLone = urlKey === null && doi === null;
  const found = titled.find((each) => isLone || (each.urlKey === null && each.doi === null));
  return found ? { by: "title", source: found } : null;
}

/** More sources than this with one title are not compared. */
const MAX_SAME_TITLE = 20;
