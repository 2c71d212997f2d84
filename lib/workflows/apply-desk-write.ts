import type { Claim } from "@/lib/claims/claim";
import type { Failure } from "@/lib/failure";
import type { DeskWrite } from "@/lib/live/desk-write";
import type { Actor } from "@/lib/policies/actor";
import type { Result } from "@/lib/result";
import { createClaim } from "./create-claim";
import { invalid } from "./refusals";
import { transitionClaim } from "./transition-claim";
import { updateClaim } from "./update-claim";

/** Does a write that a browser kept until now. Each workflow checks what it is given and asks what the actor may do. */
export async function applyDeskWrite(actor: Actor, write: DeskWrite): Promise<Result<Claim, Failure>> {
  switch (write?.kind) {
    case "claim.create":
      return createClaim(actor, write.input);
    case "claim.update":
      return updateClaim(actor, write.input);
    case "claim.review":
      return transitionClaim(actor, write.input);
    default:
      return invalid("This write is not known. Load the page anew, then repeat it.");
  }
}
