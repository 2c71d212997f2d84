import { z } from "zod";
import type { PersonName } from "@/lib/claims/claim";
import { findArticle } from "@/lib/db/articles";
import { type Adoption, findAdoption, listRelatives, type Relative } from "@/lib/db/claim-families";
import { findClaim } from "@/lib/db/claims";
import { countOpenFlags, listFlagKinds, listFlagOwners, listOpenFlags } from "@/lib/db/flags";
import { findReviewDate, type ReviewDate } from "@/lib/db/review-dates";
import type { Failure } from "@/lib/failure";
import { type Actor, isGuest } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import type { Flag, FlagKind } from "@/lib/watching/flag";
import { asResult, notFound, parseInput } from "@/lib/workflows/refusals";

/** Flags per page. */
const PAGE_LENGTH = 50;
/** Flags shown of one claim or article. */
const OF_ONE = 20;

export interface WatchingList {
  items: Flag[];
  total: number;
  nextCursor: string | null;
  /** People who own open flags. */
  owners: PersonName[];
}

/**
 * What someone should look at again, the newest first.
 * @param query.ownerId undefined for everyone's
 * @param query.limit at most 100; the length of a page of the desk by default
 */
export async function listWatching(
  actor: Actor,
  query: {
    kind?: FlagKind | undefined;
    ownerId?: string | undefined;
    cursor?: string | undefined;
    limit?: number | undefined;
  },
): Promise<Result<WatchingList, Failure>> {
  const allowed = asResult(can(actor, "read", "article"));
  if (!allowed.ok) return allowed;
  const { kind, ownerId, cursor, limit = PAGE_LENGTH } = query;
  const [page, owners] = await Promise.all([
    listOpenFlags({ kind, ownerId }, { limit, cursor }),
    listFlagOwners(),
  ]);
  return ok({ ...page, owners });
}

/** The number of the actor's own flags, for the navigation; guests have none. */
export async function countWatching(actor: Actor): Promise<number> {
  return isGuest(actor) ? 0 : countOpenFlags({ ownerId: actor.id });
}

/** Kinds of the open flags of an article's claims, by claim. */
export async function listFlaggedClaims(
  actor: Actor,
  { articleId }: { articleId: string },
): Promise<Result<Record<string, FlagKind[]>, Failure>> {
  const allowed = asResult(can(actor, "read", "article"));
  if (!allowed.ok) return allowed;
  const kinds: Record<string, FlagKind[]> = {};
  for (const { claimId, kind } of await listFlagKinds(articleId))
    kinds[claimId] = [...(kinds[claimId] ?? []), kind];
  return ok(kinds);
}

/** What is watched about one claim, or one article as a whole. */
export interface Watch {
  reviewDate: ReviewDate | null;
  /** Open flags, the newest first. */
  flags: Flag[];
  /** The same claim in other articles. */
  relatives: Relative[];
  /** Where the verdict comes from, if not from this article. */
  adoption: Adoption | null;
}

const watchInput = z.object({
  articleId: z.string(),
  /** Null for the article as a whole. */
  claimId: z.string().nullable(),
});

/** The review date, open flags and family of a claim; or, with a null `claimId`, of an article as a whole. */
export async function loadWatch(
  actor: Actor,
  input: z.input<typeof watchInput>,
): Promise<Result<Watch, Failure>> {
  const allowed = asResult(can(actor, "read", "article"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(watchInput, input);
  if (!parsed.ok) return parsed;
  const { articleId, claimId } = parsed.value;
  if (claimId === null) {
    if (!(await findArticle(articleId))) return notFound("article");
    const [reviewDate, flags] = await Promise.all([
      findReviewDate({ articleId, claimId }),
      listOpenFlags({ articleId }, { limit: OF_ONE }),
    ]);
    return ok({
      reviewDate,
      flags: flags.items.filter(({ claim }) => claim === null),
      relatives: [],
      adoption: null,
    });
  }
  const claim = await findClaim(claimId);
  if (!claim || claim.deleted || claim.articleId !== articleId) return notFound("claim");
  const [reviewDate, flags, relatives, adoption] = await Promise.all([
    findReviewDate({ articleId, claimId }),
    listOpenFlags({ claimId }, { limit: OF_ONE }),
    listRelatives(undefined, claimId),
    findAdoption(claimId),
  ]);
  return ok({ reviewDate, flags: flags.items, relatives, adoption });
}
