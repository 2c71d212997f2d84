import { z } from "zod";
import { CHECKABLE_KINDS } from "@/lib/checklist/checkable-item";
import { ITEM_STATES } from "@/lib/checklist/checklist-page";
import { TICK_OUTCOMES } from "@/lib/checklist/tick";
import { MAX_REASON_LENGTH } from "@/lib/checklist/tick-input";
import { id, instant, person, textInput } from "../common";

export const itemKind = z.enum(CHECKABLE_KINDS);
export const itemState = z.enum(ITEM_STATES);

const place = {
  kind: itemKind,
  start: z.int().meta({ description: "UTF-16 offset into the version's text." }),
  end: z.int().meta({ description: "Exclusive." }),
};

const tick = z
  .object({
    id,
    outcome: z.enum(TICK_OUTCOMES),
    reason: z.string().nullable().meta({ description: "Why it was skipped." }),
    by: person,
    at: instant,
    version: z.int().meta({
      description: "Number of the version in which it was ticked off. It counts while its text is unchanged.",
    }),
  })
  .meta({ id: "Tick" });

export const checklistItemSchema = z
  .object({
    ...place,
    exact: z.string(),
    state: itemState.meta({
      description: "claimed: an approved claim covers it. The others are what people did.",
    }),
    tick: tick.nullable(),
    claimNumber: z.int().nullable().meta({ description: "With claimed: the number of the claim." }),
  })
  .meta({ id: "ChecklistItem" });

const count = z.object({ done: z.int(), total: z.int() });

/** What a page of the checklist has besides its items. */
export const checklistPageFields = {
  versionId: id.meta({ description: "The version that the offsets are in." }),
  counts: z
    .object({ name: count, figure: count, quotation: count })
    .meta({ description: "All items of the text, and those that are not open." }),
};

const markedPlace = {
  kind: itemKind,
  start: z.int().min(0).meta({ description: "UTF-16 offset into the version's text." }),
  end: z.int().min(1).meta({ description: "Exclusive." }),
};

export const markItemSchema = z
  .object({
    ...markedPlace,
    as: z.enum([...TICK_OUTCOMES, "open"]).meta({ description: "open removes what was ticked off." }),
    reason: textInput.meta({
      description: `Needed with skipped: why it is not checked, up to ${MAX_REASON_LENGTH} characters.`,
    }),
    versionId: id.optional().meta({
      description: "The version that the offsets are in; the current one by default.",
    }),
  })
  .meta({ id: "MarkItem" });

export const markedItemSchema = z
  .object({ versionId: id, ...place, tick: tick.nullable().meta({ description: "Null if it is open." }) })
  .meta({ id: "MarkedItem" });
