import { z } from "zod";
import { CHECK_ACTIONS } from "@/lib/checklist/check";
import { CHECKABLE_KINDS } from "@/lib/checklist/checkable-item";
import { id, instant, person } from "./common";

export const checkSchema = z
  .object({
    id: z.string().meta({ description: "Unique in the record." }),
    at: instant,
    by: person,
    action: z.enum(CHECK_ACTIONS),
    kind: z.enum([...CHECKABLE_KINDS, "claim"]),
    passage: z.string().meta({ description: "The passage at that version." }),
    claimId: id.nullable().meta({ description: "Null for a name, figure or quotation." }),
    claimNumber: z.int().nullable().meta({ description: "Null for a name, figure or quotation." }),
    rating: z.string().nullable().meta({ description: "The label of the verdict that was set or approved." }),
    reason: z.string().nullable().meta({ description: "Why an item was skipped." }),
    version: z.int().meta({ description: "Number of the version of the text at that time." }),
    current: z.boolean().meta({
      description: "Whether it still counts: it was not undone, and what was checked has not changed since.",
    }),
    undone: z.object({ by: person, at: instant }).nullable(),
  })
  .meta({
    id: "Check",
    description: "An entry in the record of checking: who checked which passage, and when.",
  });
