import { isDeepStrictEqual } from "node:util";
import { type Alignment, alignTexts } from "@/lib/anchoring/align-texts";
import { describeAnchor } from "@/lib/anchoring/describe-anchor";
import { type ReanchorOutcome, reanchor } from "@/lib/anchoring/reanchor";
import {
  type ArticleVersion,
  getVersion,
  getVersionText,
  insertVersion,
  lockArticle,
} from "@/lib/db/articles";
import { appendAuditEvent } from "@/lib/db/audit-events";
import { insertAnchors, listSureAnchors, type NewAnchor, type SureAnchor } from "@/lib/db/claims";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import type { DocumentNode } from "@/lib/document/document";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { err, ok, type Result } from "@/lib/result";
import { invalid, notFound } from "./refusals";
import { versionText } from "./version-text";

export interface NewVersion {
  version: { id: string; number: number };
  /** How many claims came out each way; deleted ones are followed and not counted. */
  outcomes: Record<"exact" | "moved" | "changed" | "orphaned", number>;
}

/** A text that is to be the next version of an article's. */
export interface NextText {
  origin: "replaced" | "edited";
  /** Number of the earlier version whose text this is; absent for a text of its own. */
  restored?: number;
  doc: DocumentNode;
  /** Canonical text of `doc`. */
  text: string;
  /** Better knowledge of where a claim went than the alignment of both texts has. Only for claims that stood in the version before. */
  follow?: (span: SureAnchor, aligned: ReanchorOutcome) => ReanchorOutcome;
}

/**
 * Gives an article a new version of its text. Every claim follows: those whose words still stand are moved with them; those whose
 * words were edited or are gone wait for an editor. Nothing is dropped, and the earlier version stays as it was.
 * @param versionId the version that the new text is to follow
 * @param stale what to tell somebody whose text follows an older version
 * @param make the new text, from the version that it follows
 */
export async function storeNextVersion(
  actor: Actor,
  { articleId, versionId, stale }: { articleId: string; versionId: string; stale: string },
  make: (before: ArticleVersion) => Result<NextText, Failure>,
): Promise<Result<NewVersion, Failure>> {
  return inTransaction(async (tx) => {
    const article = await lockArticle(tx, articleId);
    if (!article) return notFound("article");
    if (article.currentVersionId !== versionId)
      return err({ kind: "stale", message: stale, current: { versionId: article.currentVersionId } });
    const before = await getVersion(versionId, tx);
    const made = make(before);
    if (!made.ok) return made;
    const { doc, text, origin, follow, restored } = made.value;
    const stored = versionText(doc, text);
    const { textHash } = stored;
    if (before.textHash === textHash && (origin === "replaced" || isDeepStrictEqual(before.doc, doc)))
      return invalid("This is the text that the article has. Nothing was changed.");
    const sure = await listSureAnchors(tx, articleId);
    const anchors = await followAll(tx, sure, { versionId, text, follow });
    const version = await insertVersion(tx, { id: articleId, createdById: actor.id }, { ...stored, origin });
    await insertAnchors(tx, version.id, anchors);
    const outcomes = { exact: 0, moved: 0, changed: 0, orphaned: 0 };
    const deleted = new Set(sure.filter((anchor) => anchor.deleted).map(({ claimId }) => claimId));
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
 * Where claims stand in a new text. Each is followed from the last version where somebody was sure of it, so that one that waits
 * finds its place again when its words come back.
 */
async function followAll(
  tx: Tx,
  anchors: readonly SureAnchor[],
  next: { versionId: string; text: string; follow: NextText["follow"] },
): Promise<NewAnchor[]> {
  const alignments = new Map<string, Alignment>();
  for (const versionId of new Set(anchors.map((anchor) => anchor.versionId)))
    alignments.set(versionId, alignTexts(await getVersionText(versionId, tx), next.text));
  return anchors.map((anchor) => {
    const { claimId, versionId, deleted: _, ...place } = anchor;
    const aligned = reanchor(alignments.get(versionId) as Alignment, place);
    const found = next.follow && versionId === next.versionId ? next.follow(anchor, aligned) : aligned;
    if (found.kind === "orphaned") return { claimId, ...place, outcome: "orphaned", score: null };
    const { start, end } = found.range;
    return {
      claimId,
      ...describeAnchor(next.text, start, end),
      outcome: found.kind,
      score: found.kind === "changed" ? found.score : null,
    };
  });
}
