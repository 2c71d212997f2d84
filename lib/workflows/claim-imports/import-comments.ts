import { z } from "zod";
import { describeAnchor } from "@/lib/anchoring/describe-anchor";
import type { PlannedComment } from "@/lib/claim-imports/plan-comment-import";
import { COMMENT_LIMIT } from "@/lib/comments/comment-input";
import { piecesOf } from "@/lib/comments/pieces-of";
import { getVersionText } from "@/lib/db/article-versions";
import { listPeopleOf, lockArticle } from "@/lib/db/articles";
import { appendAuditEvent } from "@/lib/db/audit-events";
import { insertComment, insertThread } from "@/lib/db/comments";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { err, ok, type Result } from "@/lib/result";
import { words } from "@/lib/words/words";
import { notify } from "@/lib/workflows/notifications/notify";
import { asResult, notFound, parseInput } from "@/lib/workflows/refusals";
import {
  commentKeyPrefix,
  importedThreads,
  MAX_COMMENTS,
  previewComments,
  wordFileInput,
} from "./preview-word-file";
import { type SetVerdicts, setSuggestedVerdicts } from "./set-suggested-verdicts";

/** Most verdicts of one call: each is a change of its own. */
const MAX_VERDICTS = 200;

const chosenInput = wordFileInput.extend({
  /** The version that was reviewed. */
  versionId: z.string(),
  /** The comments to import, by their row. Missing: all. */
  rows: z.array(z.int().min(0)).max(MAX_COMMENTS).optional(),
  /** The comments whose rating becomes the verdict of their claim, by their row. They are imported before. */
  verdicts: z
    .array(z.int().min(0))
    .max(MAX_VERDICTS, `Set at most ${MAX_VERDICTS} verdicts at a time.`)
    .optional(),
});

export interface ImportedComments {
  articleId: string;
  imported: number;
  /** Comments that were imported before. */
  known: number;
  verdicts: SetVerdicts;
}

/**
 * Imports comments of a Word file: on claims, on passages, or on the article where their words are not clear. Each names its author and day. What
 * was imported before is skipped.
 */
export async function importComments(
  actor: Actor,
  input: z.input<typeof chosenInput>,
): Promise<Result<ImportedComments, Failure>> {
  const allowed = asResult(can(actor, "create", "claim"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(chosenInput, input);
  if (!parsed.ok) return parsed;
  const { articleId, file, versionId, rows, verdicts = [] } = parsed.value;
  const previewed = await previewComments(actor, { articleId, file });
  if (!previewed.ok) return previewed;
  const { comments } = previewed.value;
  const stored = await storeComments(actor, comments, { articleId, versionId, rows });
  if (!stored.ok) return stored;
  const suggested = comments.filter(({ row }) => verdicts.includes(row));
  return ok({ ...stored.value, verdicts: await setSuggestedVerdicts(actor, suggested) });
}

function storeComments(
  actor: Actor,
  comments: readonly PlannedComment[],
  {
    articleId,
    versionId,
    rows,
  }: { articleId: string; versionId: string; rows: readonly number[] | undefined },
): Promise<Result<Omit<ImportedComments, "verdicts">, Failure>> {
  const wanted = rows && new Set(rows);
  return inTransaction(async (tx) => {
    const article = await lockArticle(tx, articleId);
    if (!article) return notFound("article");
    if (article.currentVersionId !== versionId)
      return err({
        kind: "stale",
        message: "The article's text has changed since you reviewed these comments. Review them again.",
        current: { versionId: article.currentVersionId },
      });
    const text = await getVersionText(versionId, tx);
    const threads = await importedThreads(articleId, tx);
    /** The threads in the article of those in the file. */
    const known = new Map(
      comments.flatMap(({ thread, commentKey }) => {
        const threadId = threads.get(commentKey);
        return threadId === undefined ? [] : [[thread, threadId] as const];
      }),
    );
    const result = { articleId, imported: 0, known: 0 };
    let firstId: string | null = null;
    for (const comment of comments) {
      if (wanted && !wanted.has(comment.row)) continue;
      if (threads.has(comment.commentKey)) {
        result.known += 1;
        continue;
      }
      const earlier = known.get(comment.thread);
      const threadId = earlier ?? (await openThread(tx, comment, { articleId, versionId, text }));
      known.set(comment.thread, threadId);
      threads.set(comment.commentKey, threadId);
      const id = await write(tx, actor, comment, { articleId, threadId, isReply: earlier !== undefined });
      firstId ??= id;
      result.imported += 1;
    }
    if (firstId !== null)
      await notify(
        tx,
        { kind: "comment-import", actorId: actor.id, peopleIds: await listPeopleOf(articleId, tx) },
        { eventKey: `comment-import:${firstId}`, articleId, claimId: null, commentId: firstId },
      );
    return ok(result);
  });
}

function openThread(
  tx: Tx,
  { target }: PlannedComment,
  { articleId, versionId, text }: { articleId: string; versionId: string; text: string },
): Promise<string> {
  const passage =
    target.on === "passage" ? { ...describeAnchor(text, target.start, target.end), versionId } : null;
  return insertThread(tx, { articleId, claimId: target.on === "claim" ? target.claimId : null, passage });
}

/** Writes a comment; one that is longer than a comment can be is several. @returns the id of the first */
async function write(
  tx: Tx,
  actor: Actor,
  { author, at, text, target, commentKey, row, thread }: PlannedComment,
  { articleId, threadId, isReply }: { articleId: string; threadId: string; isReply: boolean },
): Promise<string | null> {
  const t = words("claimImports");
  const from = { author: author || t("word.unnamed"), day: at?.slice(0, 10) ?? "" };
  const head = from.day === "" ? t("word.from", from) : t("word.fromAt", from);
  const quote =
    target.on === "article" && target.quote !== null && row === thread
      ? [t("word.about", { quote: target.quote })]
      : [];
  const body = [head, ...quote, text].join("\n");
  let firstId: string | null = null;
  for (const [index, piece] of piecesOf(body, COMMENT_LIMIT).entries()) {
    const idempotencyKey = `${commentKeyPrefix(articleId)}${commentKey}${index === 0 ? "" : `:${index}`}`;
    const commentId = await insertComment(tx, { threadId, authorId: actor.id, body: piece, idempotencyKey });
    firstId ??= commentId;
    await appendAuditEvent(tx, {
      actorId: actor.id,
      action: "comment.create",
      targetType: "comment",
      targetId: commentId,
      articleId,
      to: {
        threadId,
        on: target.on,
        claimId: target.on === "claim" ? target.claimId : null,
        reply: isReply || index > 0,
        body: piece,
      },
    });
  }
  return firstId;
}
