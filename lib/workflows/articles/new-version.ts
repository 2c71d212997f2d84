import { isDeepStrictEqual } from "node:util";
import { type AnchorDescription, describeAnchor } from "@/lib/anchoring/describe-anchor";
import type { ReanchorOutcome } from "@/lib/anchoring/reanchor";
import type { TextRange } from "@/lib/anchoring/text-range";
import { hasSameSurroundings } from "@/lib/checklist/has-same-surroundings";
import { insertAnchors, listConfirmedAnchors, type NewAnchor } from "@/lib/db/anchors";
import { type ArticleVersion, getVersion, insertVersion } from "@/lib/db/article-versions";
import { findArticle, lockArticle } from "@/lib/db/articles";
import { appendAuditEvent } from "@/lib/db/audit-events";
import { insertThreadAnchors, listConfirmedPassages } from "@/lib/db/thread-anchors";
import { insertTickPositions, listTickPositions, type TickPosition } from "@/lib/db/ticks";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import type { DocumentNode } from "@/lib/document/document";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { err, ok, type Result } from "@/lib/result";
import type { VersionDraft } from "@/lib/versions/draft-version";
import { invalid, notFound } from "@/lib/workflows/refusals";
import { followPassages, passageKeyOf, type TextChange, uniquePassages } from "./follow-passages";
import { versionText } from "./version-text";

export interface NewVersion {
  version: { id: string; number: number };
  /** Number of claims by outcome. Deleted claims are re-anchored but not counted. */
  outcomes: Record<"exact" | "moved" | "changed" | "orphaned", number>;
}

/** The version that a text replaces, and what to say if the article has a newer one. */
export interface VersionBase {
  articleId: string;
  versionId: string;
  stale: string;
}

/** What else is stored in the same transaction. If it fails, nothing is stored. */
export type Alongside = (tx: Tx) => Promise<Result<unknown, Failure>>;

/** Positions in the new text, by claim id, that are certain even if most of the words changed. */
export type KnownPositions = ReadonlyMap<string, TextRange>;

/** How often to start over when claims are added or moved meanwhile, before the editor has to try again. */
const MAX_ATTEMPTS = 5;

/** The answer to a text that the article already has. */
export const ALREADY_THERE = "The article already has this text. Nothing was changed.";

/**
 * Stores a new version of an article's text and re-anchors every claim: those whose text is unchanged move with it; those whose text was
 * edited or is gone need checking. Comments on passages are treated the same way. Nothing is dropped, and the earlier version stays. Ticks
 * of the checklist move with unchanged items; changed ones are open again.
 *
 * Texts are compared before the transaction opens, which then makes sure that it is about the same version and the same passages.
 * @param positions of claims that need not be followed
 */
export async function storeNextVersion(
  actor: Actor,
  base: VersionBase,
  change: TextChange,
  alongside?: Alongside,
  positions: KnownPositions = new Map(),
): Promise<Result<NewVersion, Failure>> {
  const article = await findArticle(base.articleId);
  if (!article) return notFound("article");
  if (article.currentVersionId !== base.versionId) return isStale(base, article.currentVersionId);
  const before = await getVersion(base.versionId);
  if (change.origin === "replaced" && before.text === change.text) return invalid(ALREADY_THERE);
  const known = new Map<string, ReanchorOutcome>();
  let draft: VersionDraft | null = null;
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
    const passages = [
      ...(await listConfirmedAnchors(base.articleId)),
      ...(await listConfirmedPassages(base.articleId)),
      ...(await listTickPositions(base.versionId)),
    ];
    const lacking = uniquePassages(passages).filter((passage) => !known.has(passageKeyOf(passage)));
    if (!draft || lacking.length > 0) {
      const drafted = await followPassages(before, change, lacking, article.language);
      if (!drafted.ok) return drafted;
      draft = drafted.value;
      lacking.forEach((passage, index) => {
        known.set(passageKeyOf(passage), drafted.value.outcomes[index] as ReanchorOutcome);
      });
    }
    const stored = await storeDraft(actor, base, before, { change, draft, known, alongside, positions });
    if (!stored.ok || stored.value !== "passages-changed") return stored as Result<NewVersion, Failure>;
  }
  return err({
    kind: "unavailable",
    message:
      "Other people are marking passages of this article right now, so your text was not saved. Try again.",
  });
}

/** The answer to a change of a version that is no longer the current one. */
export function isStale(
  { stale }: Pick<VersionBase, "stale">,
  currentVersionId: string | null,
): { ok: false; error: Failure } {
  return err({ kind: "stale", message: stale, current: { versionId: currentVersionId } });
}

/** Stores a draft, if the article still has the version and the passages that it was made from. */
async function storeDraft(
  actor: Actor,
  base: VersionBase,
  before: ArticleVersion,
  {
    change,
    draft,
    known,
    alongside,
    positions,
  }: {
    change: TextChange;
    draft: VersionDraft;
    known: ReadonlyMap<string, ReanchorOutcome>;
    alongside: Alongside | undefined;
    positions: KnownPositions;
  },
): Promise<Result<NewVersion | "passages-changed", Failure>> {
  const { articleId, versionId } = base;
  const doc = change.origin === "replaced" ? change.doc : (draft.doc as DocumentNode);
  const content = versionText(doc, draft.text, draft.sketch);
  const { textHash } = content;
  if (before.textHash === textHash && (change.origin === "replaced" || isDeepStrictEqual(before.doc, doc)))
    return invalid(ALREADY_THERE);
  return inTransaction<NewVersion | "passages-changed">(async (tx) => {
    const article = await lockArticle(tx, articleId);
    if (!article) return notFound("article");
    if (article.currentVersionId !== versionId) return isStale(base, article.currentVersionId);
    const confirmed = await listConfirmedAnchors(articleId, tx);
    const passages = await listConfirmedPassages(articleId, tx);
    const ticks = await listTickPositions(versionId, tx);
    if ([...confirmed, ...passages, ...ticks].some((passage) => !known.has(passageKeyOf(passage))))
      return ok("passages-changed");
    const follow = ({ versionId: from, ...anchor }: AnchorDescription & { versionId: string }) =>
      followed(
        anchor,
        known.get(passageKeyOf({ versionId: from, ...anchor })) as ReanchorOutcome,
        draft.text,
      );
    const anchors: NewAnchor[] = confirmed.map(({ claimId, deleted: _, ...anchor }) => {
      const position = positions.get(claimId);
      if (!position) return { claimId, ...follow(anchor) };
      return {
        claimId,
        ...describeAnchor(draft.text, position.start, position.end),
        outcome: "confirmed",
        score: null,
      };
    });
    const besides = await alongside?.(tx);
    if (besides && !besides.ok) return besides;
    const version = await insertVersion(
      tx,
      { id: articleId, createdById: actor.id },
      { ...content, origin: change.origin },
    );
    await insertAnchors(tx, version.id, anchors);
    await insertThreadAnchors(
      tx,
      version.id,
      passages.map(({ threadId, ...anchor }) => ({ threadId, ...follow(anchor) })),
    );
    await insertTickPositions(
      tx,
      version.id,
      ticks.flatMap((tick) => {
        const found = known.get(passageKeyOf(tick)) as ReanchorOutcome;
        return carried(tick, found, before.text, draft.text);
      }),
    );
    const outcomes = { exact: 0, moved: 0, changed: 0, orphaned: 0 };
    const deleted = new Set(confirmed.filter((anchor) => anchor.deleted).map(({ claimId }) => claimId));
    for (const { outcome, claimId } of anchors)
      if (!deleted.has(claimId) && outcome in outcomes) outcomes[outcome as keyof typeof outcomes] += 1;
    const restored = change.origin === "replaced" ? change.restored : undefined;
    await appendAuditEvent(tx, {
      actorId: actor.id,
      action: `article.${restored ? "restore" : change.origin === "replaced" ? "replace" : "edit"}-text`,
      targetType: "article",
      targetId: articleId,
      articleId,
      from: { version: before.number, textHash: before.textHash },
      to: { version: version.number, textHash, outcomes, ...(restored && { restored }) },
    });
    return ok({ version: { id: version.id, number: version.number }, outcomes });
  });
}

/** Where a tick counts in the new text; nowhere if its item or the words around it changed, so that it is open again. */
function carried(
  { tickId, start, end }: TickPosition,
  found: ReanchorOutcome,
  oldText: string,
  newText: string,
): Omit<TickPosition, "versionId">[] {
  const isSame =
    (found.kind === "exact" || found.kind === "moved") &&
    hasSameSurroundings(oldText, { start, end }, newText, found.range);
  return isSame ? [{ tickId, ...found.range }] : [];
}

/** The anchor of a passage in the new text. An orphaned one keeps its description, so that it can be found again later. */
function followed(
  anchor: AnchorDescription,
  found: ReanchorOutcome,
  text: string,
): Omit<NewAnchor, "claimId"> {
  if (found.kind === "orphaned") return { ...anchor, outcome: "orphaned", score: null };
  const { start, end } = found.range;
  return {
    ...describeAnchor(text, start, end),
    outcome: found.kind,
    score: found.kind === "changed" ? found.score : null,
  };
}
