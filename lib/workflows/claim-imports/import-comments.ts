import { z } from "zod";
import { describeAnchor } from "@/lib/anchoring/describe-anchor";
import type { PlannedComment } from "@/lib/claim-imports/plan-comment-import";
import { COMMENT_LIMIT } from "@/lib/comments/comment-input";
import { piecesOf } from "@/lib/comments/pieces-of";
import { getVersionText } from "@/lib/db/article-versions";
import { findArticle, listPeopleOf, lockArticle } from "@/lib/db/articles";
import { appendAuditEvent } from "@/lib/db/audit-events";
import { insertComment, insertThread, listCommentKeys } from "@/lib/db/comments";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import type { Failure } from "@/lib/failure";
import { FILE_LIMIT } from "@/lib/ingest/file-limit";
import { describeIsolationFailure, runInChildProcess } from "@/lib/isolation/run-in-child-process";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { err, ok, type Result } from "@/lib/result";
import { words } from "@/lib/words/words";
import { notify } from "@/lib/workflows/notifications/notify";
import { asResult, invalid, notFound, parseInput } from "@/lib/workflows/refusals";
import { readArticleGround } from "./article-ground";

/** Most comments of one file. */
const MAX_COMMENTS = 2_000;

const fileInput = z.object({
  articleId: z.string(),
  /** The Word file, in base64. */
  file: z
    .base64("Choose a Word file.")
    .min(1, "Choose a Word file.")
    .max(
      Math.ceil((FILE_LIMIT / 3) * 4) + 4,
      "The file is too large. Remove its pictures, and choose it again.",
    ),
});

const chosenInput = fileInput.extend({
  /** The version that was reviewed. */
  versionId: z.string(),
  /** The comments to import, by their row. Missing: all. */
  rows: z.array(z.int().min(0)).max(MAX_COMMENTS).optional(),
});

export interface CommentImportPreview {
  /** The version that the passages belong to. */
  versionId: string;
  comments: PlannedComment[];
}

export interface ImportedComments {
  articleId: string;
  imported: number;
  /** Comments that were imported before. */
  known: number;
}

/** The comments of a Word file, and what each is about in an article. Nothing is stored. */
export async function previewCommentImport(
  actor: Actor,
  input: z.input<typeof fileInput>,
): Promise<Result<CommentImportPreview, Failure>> {
  const allowed = asResult(can(actor, "create", "claim"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(fileInput, input);
  if (!parsed.ok) return parsed;
  const { articleId, file } = parsed.value;
  const article = await findArticle(articleId);
  if (!article) return notFound("article");
  const [ground, imported] = await Promise.all([readArticleGround(article), importedThreads(articleId)]);
  const planned = await runInChildProcess("plan-comment-import", {
    bytes: Uint8Array.from(Buffer.from(file, "base64")),
    ground,
    imported: new Set(imported.keys()),
  });
  const refuse = (message: string, cause?: unknown) => invalid(message, { file: [message] }, cause);
  if (!planned.ok) return refuse(describeIsolationFailure("The file", planned.error), planned.error.cause);
  if (!planned.value.ok) return refuse(planned.value.error.message);
  const comments = planned.value.value;
  if (comments.length === 0)
    return refuse("This file has no comments but the desk’s own. Add comments in Word, and choose it again.");
  if (comments.length > MAX_COMMENTS) return refuse("The file has more than 2,000 comments. Split it.");
  return ok({ versionId: article.currentVersionId, comments });
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
  const { articleId, file, versionId, rows } = parsed.value;
  const previewed = await previewCommentImport(actor, { articleId, file });
  if (!previewed.ok) return previewed;
  const { comments } = previewed.value;
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
    const result: ImportedComments = { articleId, imported: 0, known: 0 };
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

const keyPrefix = (articleId: string) => `word:${articleId}:`;

/** The threads of the comments that were imported, by their `commentKey`. */
async function importedThreads(articleId: string, tx?: Tx): Promise<Map<string, string>> {
  const prefix = keyPrefix(articleId);
  const made = await listCommentKeys(articleId, prefix, tx);
  return new Map(
    made.map(({ idempotencyKey, threadId }) => [
      idempotencyKey.slice(prefix.length).split(":")[0] ?? "",
      threadId,
    ]),
  );
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
    const idempotencyKey = `${keyPrefix(articleId)}${commentKey}${index === 0 ? "" : `:${index}`}`;
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
