import { z } from "zod";
import type { PlannedComment } from "@/lib/claim-imports/plan-comment-import";
import type { PlannedChange } from "@/lib/claim-imports/plan-word-changes";
import { findArticle } from "@/lib/db/articles";
import { listCommentKeys } from "@/lib/db/comments";
import type { Tx } from "@/lib/db/transaction";
import type { Failure } from "@/lib/failure";
import { FILE_LIMIT } from "@/lib/ingest/file-limit";
import { describeIsolationFailure, runInChildProcess } from "@/lib/isolation/run-in-child-process";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import { asResult, invalid, notFound, parseInput } from "@/lib/workflows/refusals";
import { readArticleGround } from "./article-ground";

/** Most comments of one file, and most tracked changes. */
export const MAX_COMMENTS = 2_000;

const TOO_LARGE = "The file is too large. Remove its pictures, and choose it again.";

export const wordFileInput = z.object({
  articleId: z.string(),
  /** The bytes of the Word file, or the same in base64. */
  file: z.union([
    z
      .instanceof(Uint8Array)
      .refine(({ length }) => length > 0, "Choose a Word file.")
      .refine(({ length }) => length <= FILE_LIMIT, TOO_LARGE),
    z
      .base64("Choose a Word file.")
      .min(1, "Choose a Word file.")
      .max(Math.ceil((FILE_LIMIT / 3) * 4) + 4, TOO_LARGE),
  ]),
});

type WordFileInput = z.input<typeof wordFileInput>;

export interface WordFilePreview {
  /** The version that the passages belong to. */
  versionId: string;
  comments: PlannedComment[];
  changes: PlannedChange[];
}

/** The comments and tracked changes of a Word file, and what each is about in an article. Nothing is stored. */
export async function previewWordFile(
  actor: Actor,
  input: WordFileInput,
): Promise<Result<WordFilePreview, Failure>> {
  const allowed = asResult(can(actor, "create", "claim"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(wordFileInput, input);
  if (!parsed.ok) return parsed;
  const { articleId, file } = parsed.value;
  const article = await findArticle(articleId);
  if (!article) return notFound("article");
  const [ground, imported] = await Promise.all([readArticleGround(article), importedThreads(articleId)]);
  const planned = await runInChildProcess("plan-word-file", {
    bytes: typeof file === "string" ? Uint8Array.from(Buffer.from(file, "base64")) : new Uint8Array(file),
    ground,
    imported: new Set(imported.keys()),
  });
  if (!planned.ok) return refuse(describeIsolationFailure("The file", planned.error), planned.error.cause);
  if (!planned.value.ok) return refuse(planned.value.error.message);
  const { comments, changes } = planned.value.value;
  if (comments.length + changes.length === 0)
    return refuse(
      "This file has no comments but the desk’s own, and no tracked changes. Add some in Word, and choose it again.",
    );
  if (Math.max(comments.length, changes.length) > MAX_COMMENTS)
    return refuse("The file has more than 2,000 comments or changes. Split it.");
  return ok({ versionId: article.currentVersionId, comments, changes });
}

/** The same for a file that must have comments. */
export async function previewComments(
  actor: Actor,
  input: WordFileInput,
): Promise<Result<Omit<WordFilePreview, "changes">, Failure>> {
  const previewed = await previewWordFile(actor, input);
  if (!previewed.ok) return previewed;
  const { versionId, comments } = previewed.value;
  if (comments.length > 0) return ok({ versionId, comments });
  return refuse("This file has no comments but the desk’s own. Add comments in Word, and choose it again.");
}

function refuse(message: string, cause?: unknown) {
  return invalid(message, { file: [message] }, cause);
}

/** What begins the idempotency keys of comments that were imported. */
export const commentKeyPrefix = (articleId: string) => `word:${articleId}:`;

/** The threads of the comments that were imported, by their `commentKey`. */
export async function importedThreads(articleId: string, tx?: Tx): Promise<Map<string, string>> {
  const prefix = commentKeyPrefix(articleId);
  const made = await listCommentKeys(articleId, prefix, tx);
  return new Map(
    made.map(({ idempotencyKey, threadId }) => [
      idempotencyKey.slice(prefix.length).split(":")[0] ?? "",
      threadId,
    ]),
  );
}
