import type { PersonName } from "@/lib/claims/claim";
import type { Thread } from "@/lib/comments/comment";

/** The comments of an article when its page opens. */
export interface DeskComments {
  threads: Thread[];
  /** People who can be mentioned. */
  people: PersonName[];
  /** The comment that the address links to. */
  openId: string | null;
}
