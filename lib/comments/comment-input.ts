import { z } from "zod";
import { operationId, required } from "@/lib/input-fields";

/** UTF-16 units of a comment. */
export const COMMENT_LIMIT = 10_000;

const body = required("The comment", COMMENT_LIMIT, "Write a comment first.");

/** What a comment is about. */
const target = z.discriminatedUnion("on", [
  z.object({ on: z.literal("thread"), threadId: z.string() }),
  z.object({ on: z.literal("claim"), claimId: z.string() }),
  z.object({
    on: z.literal("passage"),
    articleId: z.string(),
    versionId: z.string(),
    /** UTF-16 offsets into that version's text. */
    start: z.int(),
    end: z.int(),
  }),
  z.object({ on: z.literal("article"), articleId: z.string() }),
]);

export const createCommentInput = z.object({
  target,
  body,
  /** Chosen by the caller; a repeated call with the same key creates nothing. */
  idempotencyKey: z.string().min(8).max(200),
});

export const editCommentInput = z.object({
  commentId: z.string(),
  /** The Comment.revision that the edit is based on. */
  revision: z.int(),
  body,
  operationId,
});

export const deleteCommentInput = z.object({ commentId: z.string(), revision: z.int(), operationId });

export const resolveThreadInput = z.object({ threadId: z.string(), resolved: z.boolean(), operationId });

export type CommentTargetInput = z.input<typeof target>;
export type CreateCommentInput = z.input<typeof createCommentInput>;
export type EditCommentInput = z.input<typeof editCommentInput>;
export type DeleteCommentInput = z.input<typeof deleteCommentInput>;
export type ResolveThreadInput = z.input<typeof resolveThreadInput>;
