import { isDeepStrictEqual } from "node:util";
import { type Alignment, alignTexts } from "@/lib/anchoring/align-texts";
import { type AnchorDescription, describeAnchor } from "@/lib/anchoring/describe-anchor";
import { type ReanchorOutcome, reanchor } from "@/lib/anchoring/reanchor";
import type { TextRange } from "@/lib/anchoring/text-range";
import { insertAnchors, listConfirmedAnchors, type NewAnchor } from "@/lib/db/anchors";
import {
  type ArticleVersion,
  getVersion,
  getVersionText,
  insertVersion,
  lockArticle,
} from "@/lib/db/articles";
import { appendAuditEvent } from "@/lib/db/audit-events";
import { insertThreadAnchors, listConfirmedPassages } from "@/lib/db/thread-anchors";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import type { DocumentNode } from "@/lib/document/document";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { err, ok, type Result } from "@/lib/result";
import { invalid, notFound } from "@/lib/workflows/refusals";
import { versionText } from "./version-text";

export interface NewVersion {
  version: { id: string; number: number };
  /** Number of claims by outcome. Deleted claims are re-anchored but not counted. */
  outcomes: Record<"exact" | "moved" | "changed" | "orphaned", number>;
}

/** The text of an article's next version. */
export interface NextText {
  origin: "replaced" | "edited";
  /** Number of the earlier version that this restores, if any. */
  restored?: number;
  doc: DocumentNode;
  /** Canonical text of `doc`. */
  text: string;
  /** Where a span went, if known better than by aligning both texts. Only for spans of the previous version. */
  follow?: (span: TextRange, aligned: ReanchorOutcome) => ReanchorOutcome;
}

/**
 * Stores a new version of an article's text and re-anchors every claim: those whose text is unchanged move with it; those whose text was
 * edited or is gone need checking. Comments on passages are treated the same way. Nothing is dropped, and the earlier version stays.
 * @param versionId the version that the new text replaces
 * @param stale the message if the article has a newer version
 * @param makeText makes the new text from the version that it replaces
 */
export async function storeNextVersion(
  actor: Actor,
  { articleId, versionId, stale }: { articleId: string; versionId: string; stale: string },
  makeText: (before: ArticleVersion) => Result<NextText, Failure>,
): Promise<Result<NewVersion, Failure>> {
  return inTransaction(async (tx) => {
    const article = await lockArticle(tx, articleId);
    if (!article) return notFound("article");
    if (article.currentVersionId !== versionId)
      return err({ kind: "stale", message: stale, current: { versionId: article.currentVersionId } });
    const before = await getVersion(versionId, tx);
    const made = makeText(before);
    if (!made.ok) return made;
    const { doc, text, origin, follow, restored } = made.value;
    const stored = versionText(doc, text);
    const { textHash } = stored;
    if (before.textHash === textHash && (origin === "replaced" || isDeepStrictEqual(before.doc, doc)))
      return invalid("The article already has this text. Nothing was changed.");
    const confirmed = await listConfirmedAnchors(tx, articleId);
    const passages = await listConfirmedPassages(tx, articleId);
    const follower = await makeFollower(tx, [...confirmed, ...passages], { versionId, text, follow });
    const anchors: NewAnchor[] = confirmed.map(({ claimId, versionId: from, deleted: _, ...place }) => ({
      claimId,
      ...follower(from, place),
    }));
    const version = await insertVersion(tx, { id: articleId, createdById: actor.id }, { ...stored, origin });
    await insertAnchors(tx, version.id, anchors);
    await insertThreadAnchors(
      tx,
      version.id,
      passages.map(({ threadId, versionId: from, ...place }) => ({ threadId, ...follower(from, place) })),
    );
    const outcomes = { exact: 0, moved: 0, changed: 0, orphaned: 0 };
    const deleted = new Set(confirmed.filter((anchor) => anchor.deleted).map(({ claimId }) => claimId));
    for (const { outcome, claimId } of anchors)
      if (!deleted.has(claimId) && outcome in outcomes) outcomes[outcome as keyof typeof outcomes] += 1;
    await appendAuditEvent(tx, {
      actorId: actor.id,
      action: `article.${restored ? "restore" : origin === "replaced" ? "replace" : "edit"}-text`,
      targetType: "article",
      targetId: articleId,
      articleId,
      from: { version: before.number, textHash: before.textHash },
      to: { version: version.number, textHash, outcomes, ...(restored && { restored }) },
    });
    return ok({ version: { id: version.id, number: version.number }, outcomes });
  });
}

/**
 * Finds spans in a new text. Each is followed from the last version where its position was certain, so that an orphaned span is found
 * again when its text comes back.
 * @param from the versions that spans are followed from
 */
async function makeFollower(
  tx: Tx,
  from: readonly { versionId: string }[],
  next: { versionId: string; text: string; follow: NextText["follow"] },
): Promise<(versionId: string, place: AnchorDescription) => Omit<NewAnchor, "claimId">> {
  const alignments = new Map<string, Alignment>();
  for (const versionId of new Set(from.map((each) => each.versionId)))
    alignments.set(versionId, alignTexts(await getVersionText(versionId, tx), next.text));
  return (versionId, place) => {
    const aligned = reanchor(alignments.get(versionId) as Alignment, place);
    const found = next.follow && versionId === next.versionId ? next.follow(place, aligned) : aligned;
    if (found.kind === "orphaned") return { ...place, outcome: "orphaned", score: null };
    const { start, end } = found.range;
    return {
      ...describeAnchor(next.text, start, end),
      outcome: found.kind,
      score: found.kind === "changed" ? found.score : null,
    };
  };
}
