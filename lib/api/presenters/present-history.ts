import type { z } from "zod";
import type { ComparedBlock } from "@/lib/anchoring/compare-texts";
import type { Difference } from "@/lib/history/describe-event";
import type { ClaimHistoryItem } from "@/lib/workflows/history/list-claim-history";
import type { RecordedEvent } from "@/lib/workflows/history/page-article-history";
import type { claimHistorySchema, historyEventSchema } from "../schemas/history";

export function presentHistoryEvent(event: RecordedEvent): z.output<typeof historyEventSchema> {
  const { id, at, actor, action, who, did, claimId, versions, differences } = event;
  return {
    id,
    at,
    actor: actor && { id: actor.id, name: actor.name },
    action,
    who,
    did,
    claimId,
    versions: versions && { from: versions.from, to: versions.to },
    differences: differences.map(presentDifference),
  };
}

export function presentClaimHistoryItem(item: ClaimHistoryItem): z.output<typeof claimHistorySchema> {
  const { action, actor, at, note, ratingLabel, change } = item;
  return {
    action,
    // The system has no id.
    actor: actor.id === "" ? null : { id: actor.id, name: actor.name },
    at,
    note,
    outcome: ratingLabel,
    did: change?.did ?? null,
    differences: (change?.differences ?? []).map(presentDifference),
  };
}

function presentDifference({ label, blocks }: Difference) {
  return { field: label, before: textOf(blocks, "added"), after: textOf(blocks, "removed") };
}

/** One of two compared texts. @param without what only the other has */
function textOf(blocks: readonly ComparedBlock[], without: "added" | "removed"): string {
  return blocks
    .filter(({ kind }) => kind !== without)
    .map((block) =>
      block.kind === "changed"
        ? block.parts
            .filter(({ kind }) => kind !== without)
            .map(({ text }) => text)
            .join("")
        : block.text,
    )
    .join("\n");
}
