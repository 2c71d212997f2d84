import type { Comment, Thread } from "./comment";

/** What another person did in the comments of an article. */
export interface ThreadNews {
  kind: "comment" | "reply" | "resolved";
  /** Of the person who did it. */
  name: string;
  /** The claim that the thread is on; null for a passage or the article. */
  claimId: string | null;
  on: "claim" | "passage" | "article";
}

/**
 * What other people did between two states of an article's threads: comments, replies, and threads that they resolved. Edits and deletions
 * are no news.
 * @param actorId the person who reads it, whose own comments are no news either
 * @returns in the order of the threads and their comments
 */
export function threadNews(
  before: readonly Thread[],
  after: readonly Thread[],
  actorId: string,
): ThreadNews[] {
  const known = new Map(before.map((thread) => [thread.id, thread]));
  return after.flatMap((thread): ThreadNews[] => {
    const old = known.get(thread.id);
    const { claimId, passage, resolved } = thread;
    const on = claimId !== null ? "claim" : passage ? "passage" : "article";
    const knownIds = new Set(old?.comments.map(({ id }) => id));
    const isNew = ({ id, author, deletedAt }: Comment) =>
      !knownIds.has(id) && author.id !== actorId && deletedAt === null;
    const written = thread.comments.flatMap((comment, index): ThreadNews[] =>
      isNew(comment)
        ? [{ kind: index === 0 ? "comment" : "reply", name: comment.author.name, claimId, on }]
        : [],
    );
    const isResolved = resolved && !old?.resolved && resolved.by.id !== actorId;
    return isResolved ? [...written, { kind: "resolved", name: resolved.by.name, claimId, on }] : written;
  });
}
