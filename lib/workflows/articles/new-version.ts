import { isDeepStrictEqual } from "node:util";
import { type AnchorDescription, describeAnchor } from "@/lib/anchoring/describe-anchor";
import type { ReanchorOutcome } from "@/lib/anchoring/reanchor";
import { insertAnchors, listConfirmedAnchors, type NewAnchor } from "@/lib/db/anchors";
import {
  type ArticleVersion,
  findArticle,
  getVersion,
  getVersionText,
  insertVersion,
  lockArticle,
} from "@/lib/db/articles";
import { appendAuditEvent } from "@/lib/db/audit-events";
import { insertThreadAnchors, listConfirmedPassages } from "@/lib/db/thread-anchors";
import { inTransaction } from "@/lib/db/transaction";
import type { DocumentNode } from "@/lib/document/document";
import type { Failure } from "@/lib/failure";
import { ARTICLE_LIMITS } from "@/lib/ingest/parse-article";
import { runInChildProcess } from "@/lib/isolation/run-in-child-process";
import type { Actor } from "@/lib/policies/actor";
import { err, ok, type Result } from "@/lib/result";
import {
  draftVersion,
  type Passage,
  type VersionDraft,
  type VersionInput,
} from "@/lib/versions/draft-version";
import { invalid, notFound } from "@/lib/workflows/refusals";
import { versionText } from "./version-text";

export interface NewVersion {
  version: { id: string; number: number };
  /** Number of claims by outcome. Deleted claims are re-anchored but not counted. */
  outcomes: Record<"exact" | "moved" | "changed" | "orphaned", number>;
}

/** How the text of an article changes. */
export type TextChange =
  | {
      origin: "replaced";
      doc: DocumentNode;
      /** Canonical text of `doc`. */
      text: string;
      /** Number of the earlier version that this restores, if any. */
      restored?: number;
    }
  | {
      origin: "edited";
      /** ProseMirror steps as JSON, from the document of the version that is replaced. */
      steps: readonly object[];
    };

/** The version that a text replaces, and what to say if the article has a newer one. */
export interface VersionBase {
  articleId: string;
  versionId: string;
  stale: string;
}

/**
 * What is followed in this process, in about 50 ms at most; more in one of its own. UTF-16 units of all texts together, which are read,
 * and of what differs in them, which is compared; passages; and the positions mapped through editing steps, passages times steps.
 */
const HERE = { length: 100_000, different: 8_000, passages: 200, mappings: 50_000 } as const;

/** How often claims that are added or moved meanwhile are followed as well, before the editor has to try again. */
const MAX_ATTEMPTS = 5;

const ALREADY_THERE = "The article already has this text. Nothing was changed.";

/**
 * Stores a new version of an article's text and re-anchors every claim: those whose text is unchanged move with it; those whose text was
 * edited or is gone need checking. Comments on passages are treated the same way. Nothing is dropped, and the earlier version stays.
 *
 * Texts are compared before the transaction opens, which then makes sure that it is about the same version and the same passages.
 */
export async function storeNextVersion(
  actor: Actor,
  base: VersionBase,
  change: TextChange,
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
    ];
    const lacking = uniquePassages(passages).filter((passage) => !known.has(keyOf(passage)));
    if (!draft || lacking.length > 0) {
      const drafted = await draftIn(before, change, lacking);
      if (!drafted.ok) return drafted;
      draft = drafted.value;
      lacking.forEach((passage, index) => {
        known.set(keyOf(passage), drafted.value.outcomes[index] as ReanchorOutcome);
      });
    }
    const stored = await storeDraft(actor, base, before, { change, draft, known });
    if (!stored.ok || stored.value !== "passages-changed") return stored as Result<NewVersion, Failure>;
  }
  return err({
    kind: "unavailable",
    message: "Others are marking passages of this article right now. Your text was not stored: try again.",
  });
}

function isStale({ stale }: VersionBase, currentVersionId: string | null): { ok: false; error: Failure } {
  return err({ kind: "stale", message: stale, current: { versionId: currentVersionId } });
}

function keyOf({ versionId, start, end }: Passage): string {
  return `${versionId} ${start} ${end}`;
}

function uniquePassages(passages: readonly Passage[]): Passage[] {
  return [
    ...new Map(
      passages.map(({ versionId, start, end }) => {
        const passage = { versionId, start, end };
        return [keyOf(passage), passage] as const;
      }),
    ).values(),
  ];
}

/** Makes the new text and follows the passages into it: in this process if that is quick, otherwise in one of its own. */
async function draftIn(
  before: ArticleVersion,
  change: TextChange,
  passages: readonly Passage[],
): Promise<Result<VersionDraft, Failure>> {
  const texts = new Map<string, string>();
  for (const versionId of new Set(passages.map((each) => each.versionId)))
    texts.set(versionId, versionId === before.id ? before.text : await getVersionText(versionId));
  const input: VersionInput = {
    change:
      change.origin === "replaced"
        ? { kind: "replaced", text: change.text }
        : {
            kind: "edited",
            versionId: before.id,
            doc: before.doc,
            steps: change.steps,
            maxLength: ARTICLE_LIMITS.text,
          },
    texts,
    passages,
  };
  if (isQuick(input)) return asFailure(draftVersion(input));
  const ran = await runInChildProcess("draft-version", input);
  if (ran.ok) return asFailure(ran.value);
  return err({
    kind: "unavailable",
    message:
      "The new text could not be compared with the one before: that took too long. Nothing was changed. Try again, or replace the text in smaller parts.",
    cause: ran.error.cause ?? ran.error.kind,
  });
}

function isQuick({ change, texts, passages }: VersionInput): boolean {
  let length = 0;
  // The steps hold all text that is new; what they delete is not compared with anything.
  let different = change.kind === "edited" ? JSON.stringify(change.steps).length : 0;
  const present = change.kind === "edited" ? (texts.get(change.versionId) ?? "") : change.text;
  for (const text of texts.values()) {
    length += text.length;
    different += differentLength(text, present);
  }
  const steps = change.kind === "edited" ? change.steps.length : 0;
  return (
    length <= HERE.length &&
    different <= HERE.different &&
    passages.length <= HERE.passages &&
    steps * Math.max(1, passages.length) <= HERE.mappings
  );
}

/** The length of what two texts have between their common beginning and their common end. */
function differentLength(one: string, other: string): number {
  const shorter = Math.min(one.length, other.length);
  let head = 0;
  while (head < shorter && one[head] === other[head]) head++;
  let tail = 0;
  while (tail < shorter - head && one[one.length - 1 - tail] === other[other.length - 1 - tail]) tail++;
  return one.length + other.length - 2 * (head + tail);
}

function asFailure(drafted: ReturnType<typeof draftVersion>): Result<VersionDraft, Failure> {
  return drafted.ok ? drafted : invalid(drafted.error.message, undefined, drafted.error.cause);
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
  }: { change: TextChange; draft: VersionDraft; known: ReadonlyMap<string, ReanchorOutcome> },
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
    if ([...confirmed, ...passages].some((passage) => !known.has(keyOf(passage))))
      return ok("passages-changed");
    const follow = ({ versionId: from, ...place }: AnchorDescription & { versionId: string }) =>
      followed(place, known.get(keyOf({ versionId: from, ...place })) as ReanchorOutcome, draft.text);
    const anchors: NewAnchor[] = confirmed.map(({ claimId, deleted: _, ...place }) => ({
      claimId,
      ...follow(place),
    }));
    const version = await insertVersion(
      tx,
      { id: articleId, createdById: actor.id },
      { ...content, origin: change.origin },
    );
    await insertAnchors(tx, version.id, anchors);
    await insertThreadAnchors(
      tx,
      version.id,
      passages.map(({ threadId, ...place }) => ({ threadId, ...follow(place) })),
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

/** The anchor of a passage in the new text. An orphaned one keeps the description by which it may be found again. */
function followed(
  place: AnchorDescription,
  found: ReanchorOutcome,
  text: string,
): Omit<NewAnchor, "claimId"> {
  if (found.kind === "orphaned") return { ...place, outcome: "orphaned", score: null };
  const { start, end } = found.range;
  return {
    ...describeAnchor(text, start, end),
    outcome: found.kind,
    score: found.kind === "changed" ? found.score : null,
  };
}
