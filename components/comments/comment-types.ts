import type { PersonName } from "@/lib/claims/claim";
import type { Thread } from "@/lib/comments/comment";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";

type Action<I, O> = (input: I) => Promise<Result<O, Failure>>;

/** The server actions of comments. */
export interface CommentActions {
  listThreads: Action<{ articleId: string }, { threads: Thread[]; people: PersonName[] }>;
}

/** The comments of an article when its page opens. */
export interface DeskComments {
  threads: Thread[];
  /** People who can be mentioned. */
  people: PersonName[];
  /** The comment that the address links to. */
  openId: string | null;
  actions: CommentActions;
}
