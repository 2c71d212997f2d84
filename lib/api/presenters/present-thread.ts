import type { z } from "zod";
import type { Comment, Thread } from "@/lib/comments/comment";
import type { commentSchema, threadSchema } from "../schemas/comment";

export function presentComment(
  { id: threadId }: Pick<Thread, "id">,
  { id, author, body, at, editedAt, deletedAt, revision }: Comment,
): z.output<typeof commentSchema> {
  const writtenBy = { id: author.id, name: author.name };
  return { id, threadId, author: writtenBy, body, at, editedAt, deletedAt, revision };
}

export function presentThread(thread: Thread): z.output<typeof threadSchema> {
  const { id, articleId, claimId, passage, resolved, comments, mentioned } = thread;
  return {
    id,
    articleId,
    claimId,
    passage: passage && {
      start: passage.start,
      end: passage.end,
      exact: passage.exact,
      outcome: passage.outcome,
      before: passage.before,
    },
    resolved: resolved && { by: { id: resolved.by.id, name: resolved.by.name }, at: resolved.at },
    comments: comments.map((comment) => presentComment(thread, comment)),
    mentioned: mentioned.map(({ id: personId, name }) => ({ id: personId, name })),
  };
}
