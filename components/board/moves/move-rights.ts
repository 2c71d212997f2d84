import type { MoveRights } from "@/lib/board/article-move";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";

/** Whether a person can publish and unpublish articles. */
export function moveRightsOf(actor: Actor): MoveRights {
  const reason = (action: "publish" | "unpublish") => {
    const decision = can(actor, action, "article");
    return decision.allowed ? null : decision.reason;
  };
  return { publish: reason("publish"), unpublish: reason("unpublish") };
}
