import type { ComparedBlock } from "@/lib/anchoring/compare-texts";
import { needsChecking } from "@/lib/claims/claim";
import { type AnchorInVersion, listAnchorsInVersions } from "@/lib/db/anchors";
import { findVersionByNumber, listVersions, type VersionListItem } from "@/lib/db/article-versions";
import { type Article, findArticle } from "@/lib/db/articles";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { err, ok, type Result } from "@/lib/result";
import { compareLongTexts } from "@/lib/workflows/compare-long-texts";
import { asResult, notFound } from "@/lib/workflows/refusals";

/** What became of a claim between two versions. */
export interface ComparedClaim {
  claimId: string;
  number: number;
  statement: string;
  change:
    | "same" // same text, same position
    | "moved" // same text, other position
    | "edited" // other text, confirmed by an editor
    | "waits" // other text, needs checking
    | "lost" // its text is gone, needs checking
    | "new"; // marked after the older version
  /** Null for new claims. */
  before: string | null;
  /** Null for lost claims. */
  after: string | null;
}

export interface VersionComparison {
  article: Pick<Article, "id" | "title" | "language" | "currentVersionId">;
  /** The newest first. */
  versions: VersionListItem[];
  /** Null while there is only one version. */
  compared: { from: number; to: number; blocks: ComparedBlock[]; claims: ComparedClaim[] } | null;
}

/**
 * The versions of an article's text, and the differences between two of them.
 * @param query numbers of two versions, in either order; by default the two newest
 */
export async function compareVersions(
  actor: Actor,
  input: { articleId: string; from?: number; to?: number },
): Promise<Result<VersionComparison, Failure>> {
  const allowed = asResult(can(actor, "read", "article"));
  if (!allowed.ok) return allowed;
  const article = await findArticle(input.articleId);
  if (!article) return notFound("article");
  const { id, title, language, currentVersionId } = article;
  const versions = await listVersions(id);
  const head = { article: { id, title, language, currentVersionId }, versions };
  if (versions.length < 2) return ok({ ...head, compared: null });
  const to = input.to ?? (versions[0] as VersionListItem).number;
  const from = input.from ?? Math.max(1, to - 1);
  const [older, newer] = await Promise.all(
    [Math.min(from, to), Math.max(from, to)].map((number) => findVersionByNumber(id, number)),
  );
  if (!older || !newer || older.id === newer.id) return notFound("article");
  const blocks = await compareLongTexts(older.text, newer.text);
  if (!blocks.ok)
    return err({
      kind: "unavailable",
      message: "These versions could not be compared. Try again, or open each version by itself.",
      cause: blocks.error,
    });
  const anchors = await listAnchorsInVersions([older.id, newer.id]);
  return ok({
    ...head,
    compared: {
      from: older.number,
      to: newer.number,
      blocks: blocks.value,
      claims: compareClaims(
        anchors.filter((anchor) => anchor.versionId === older.id),
        anchors.filter((anchor) => anchor.versionId === newer.id),
      ),
    },
  });
}

/** In the order of the newer text. */
function compareClaims(
  older: readonly AnchorInVersion[],
  newer: readonly AnchorInVersion[],
): ComparedClaim[] {
  const before = new Map(older.map((anchor) => [anchor.claimId, anchor]));
  return newer.map((after) => {
    const { claimId, number, statement, exact } = after;
    const was = before.get(claimId);
    const claim = { claimId, number, statement, before: was?.exact ?? null };
    if (!was) return { ...claim, change: "new", after: exact };
    if (after.outcome === "orphaned") return { ...claim, change: "lost", after: null };
    if (was.exact !== exact)
      return { ...claim, change: needsChecking(after) ? "waits" : "edited", after: exact };
    return { ...claim, change: was.start === after.start ? "same" : "moved", after: exact };
  });
}
