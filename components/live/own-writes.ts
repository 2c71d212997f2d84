import type { WriteResult } from "@/lib/live/desk-write";
import type { LiveEvent } from "@/lib/live/live-event";

/** Changes whose events have not come yet; more than a page makes in a minute. */
const MAX_EXPECTED = 500;

/**
 * The changes of claims that this page made and shows already. Their events bring it nothing new, so it need not fetch them. Each is
 * recognised once, by claim and revision: a later change of the same claim, or the same one by another tab, is fetched.
 */
export class OwnWrites {
  private readonly expected = new Set<string>();

  /** Notes the answer to a write of this page. */
  note(written: WriteResult): void {
    const key =
      written.kind === "claim"
        ? keyOf(written.claim.id, written.claim.revision)
        : written.kind === "deleted"
          ? keyOf(written.claimId, "deleted")
          : null;
    if (key === null) return;
    this.expected.add(key);
    for (const oldest of this.expected) {
      if (this.expected.size <= MAX_EXPECTED) break;
      this.expected.delete(oldest);
    }
  }

  /** Whether an event announces a change that this page made, and that was not taken before. @param actorId of the person at this page */
  take(event: LiveEvent, actorId: string): boolean {
    // Assigning a claim leaves its revision as it is, and is no write of this kind.
    if (event.actorId !== actorId || event.targetType !== "claim" || event.action === "claim.assign")
      return false;
    const state = event.action === "claim.delete" ? "deleted" : event.revision;
    return state !== null && this.expected.delete(keyOf(event.targetId, state));
  }
}

function keyOf(claimId: string, state: number | "deleted"): string {
  return `${claimId} ${state}`;
}

/** The changes that this page made. */
export const ownWrites = new OwnWrites();
