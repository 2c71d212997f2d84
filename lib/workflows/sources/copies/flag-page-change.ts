import { findOpenFlags, updateOpenFlags } from "@/lib/db/flags";
import { type CitingClaim, listCitingClaims } from "@/lib/db/page-checks";
import type { Tx } from "@/lib/db/transaction";
import { flagKeys } from "@/lib/watching/flag";
import { changeForClaim, type ExcerptThen } from "@/lib/watching/page-change";
import { raiseFlags } from "@/lib/workflows/flags/raise-flags";
import { checkInCopies } from "./check-in-copies";

/** Claims that are flagged because of one page. */
const MAX_CLAIMS = 500;

/** A claim that relies on a page that changed. */
export interface AffectedClaim extends Omit<CitingClaim, "excerpts"> {
  excerpts: ExcerptThen[];
}

/**
 * The claims that rely on a source whose page changed, with what became of their excerpts. Long pages are searched in a separate process; if
 * that fails, the excerpts count as not found in either text, and the claims are affected all the same.
 */
export async function findAffectedClaims(
  sourceId: string,
  before: string,
  now: string,
): Promise<AffectedClaim[]> {
  const claims = await listCitingClaims(undefined, sourceId, MAX_CLAIMS);
  const excerpts = [...new Set(claims.flatMap((claim) => claim.excerpts))];
  const checked =
    excerpts.length === 0
      ? null
      : await checkInCopies([
          { text: before, excerpts },
          { text: now, excerpts },
        ]);
  if (checked && !checked.ok)
    console.error("excerpts could not be checked:", checked.error.kind, checked.error.cause);
  const [then = [], today = []] = checked?.ok ? checked.value : [];
  const found = new Map(
    excerpts.map((text, index) => [
      text,
      { text, before: then[index]?.kind ?? "missing", now: today[index]?.kind ?? "missing" } as const,
    ]),
  );
  return claims.map((claim) => ({
    ...claim,
    excerpts: claim.excerpts.flatMap((text) => found.get(text) ?? []),
  }));
}

/**
 * Flags claims whose source changed. A claim with an open flag about the same source keeps it: from then on, it is about the newest copy.
 * @returns how many are flagged
 */
export async function flagAffectedClaims(
  tx: Tx,
  claims: readonly AffectedClaim[],
  { sourceId, beforeId, afterId, now }: { sourceId: string; beforeId: string; afterId: string; now: Date },
): Promise<number> {
  const open = await findOpenFlags(
    tx,
    claims.map(({ claimId }) => flagKeys.page(claimId, sourceId)),
  );
  const flags = claims.map(({ claimId, articleId, excerpts }) => {
    const key = flagKeys.page(claimId, sourceId);
    const earlier = open.get(key);
    const { kind, lost } = changeForClaim(excerpts, earlier?.lost);
    return {
      kind,
      key,
      articleId,
      claimId,
      sourceId,
      detail: { beforeId: earlier?.beforeId ?? beforeId, afterId, lost },
    };
  });
  await updateOpenFlags(
    tx,
    flags.filter(({ key }) => open.has(key)),
  );
  await raiseFlags(
    tx,
    flags.filter(({ key }) => !open.has(key)),
    { now, actorId: null },
  );
  return flags.length;
}
