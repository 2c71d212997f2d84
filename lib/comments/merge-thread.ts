import type { Comment, Thread } from "./comment";

/**
 * A thread as the answer to a write has it, with the comments that are known already: one that another person wrote meanwhile can have
 * arrived before the answer. Of two states of a comment, the later one counts.
 * @returns its comments in the order in which every page shows them
 */
export function mergeThread(known: Thread, answer: Thread): Thread {
  const byId = new Map<string, Comment>(known.comments.map((comment) => [comment.id, comment]));
  for (const comment of answer.comments) {
    const old = byId.get(comment.id);
    if (!old || comment.revision >= old.revision) byId.set(comment.id, comment);
  }
  const people = new Map([...known.mentioned, ...answer.mentioned].map((person) => [person.id, person]));
  return { ...answer, comments: [...byId.values()].sort(inOrder), mentioned: [...people.values()] };
}

function inOrder(a: Comment, b: Comment): number {
  return compare(a.at, b.at) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
