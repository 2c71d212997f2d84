import type { z } from "zod";
import { type ShownItem, stateOf } from "@/lib/checklist/checklist-page";
import type { MarkedItem, Tick } from "@/lib/checklist/tick";
import type { checklistItemSchema, markedItemSchema } from "../../schemas/article-work/checklist";

function presentTick({ id, outcome, reason, by, at, version }: Tick) {
  return { id, outcome, reason, by: { id: by.id, name: by.name }, at, version };
}

export function presentChecklistItem(item: ShownItem): z.output<typeof checklistItemSchema> {
  const { kind, start, end, exact, status } = item;
  return {
    kind,
    start,
    end,
    exact,
    state: stateOf(item),
    tick: status.kind === "ticked" ? presentTick(status.tick) : null,
    claimNumber: status.kind === "claimed" ? status.claimNumber : null,
  };
}

export function presentMarkedItem({ versionId, item, tick }: MarkedItem): z.output<typeof markedItemSchema> {
  const { kind, start, end } = item;
  return { versionId, kind, start, end, tick: tick && presentTick(tick) };
}
