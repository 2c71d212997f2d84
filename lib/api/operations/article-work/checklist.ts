import { z } from "zod";
import { operation } from "../../operation";
import { pageOf } from "../../page";
import {
  checklistItemSchema,
  checklistPageFields,
  itemKind,
  itemState,
  markedItemSchema,
  markItemSchema,
} from "../../schemas/article-work/checklist";

export const listChecklist = operation({
  id: "listChecklist",
  method: "GET",
  path: "/articles/{id}/checklist",
  summary: "List the names, figures and quotations of an article's text, in its order",
  description:
    "Each with who ticked it off, or the approved claim that covers it. The pages of one version stay in place while items are ticked off; after a new version, the list starts at its beginning.",
  scope: "read",
  query: z.object({
    kind: itemKind.optional(),
    state: itemState.optional(),
    cursor: z.string().max(500).optional().meta({ description: "`nextCursor` of the previous page." }),
    limit: z.coerce
      .number()
      .int()
      .min(1)
      .max(1000)
      .default(100)
      .meta({ description: "Number of items, 1 to 1,000." }),
  }),
  answer: {
    status: 200,
    description: "A page of items",
    schema: pageOf("ChecklistPage", checklistItemSchema, checklistPageFields),
  },
  problems: ["forbidden", "unavailable"],
});

export const markItem = operation({
  id: "markItem",
  method: "POST",
  path: "/articles/{id}/checklist",
  summary: "Tick an item of the text off, skip it, or open it again",
  description:
    "What another person has done already stays: two people who tick the same item off make one tick.",
  scope: "write",
  body: { schema: markItemSchema, limit: 16 * 1024 },
  answer: { status: 200, description: "The item as it is now", schema: markedItemSchema },
  problems: ["text-changed"],
});
