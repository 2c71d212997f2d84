import type { PersonName } from "@/lib/claims/claim";
import type { Thread } from "@/lib/comments/comment";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";

type Action<I, O> = (input: I) => Promise<Result<O, Failure>>;

/** What comments can ask the server for. */
export interface CommentActions {
  listThreads: Action<{ articleId: string }, { threads: Thread[]; people: PersonName[] }>;
}

/** The comments of an article as its page opens. */
export interface DeskComments {
  threads: Thread[];
  /** Whom one may mention. */
  people: PersonName[];
  /** The comment that the address asks for. */
  openId: string | null;
  actions: CommentActions;
}
