import { z } from "zod";
import { ANCHOR_OUTCOMES, type AnchorOutcome } from "@/lib/claims/claim";
import { id, instant, person } from "./common";

const outcomes = Object.fromEntries(ANCHOR_OUTCOMES.map((outcome) => [outcome, z.int()])) as Record<
  AnchorOutcome,
  z.ZodInt
>;

export const listedVersionSchema = z
  .object({
    id,
    number: z.int(),
    origin: z.enum(["imported", "replaced", "edited"]).meta({ description: "How it was made." }),
    current: z.boolean().meta({ description: "Whether it is the text that the desk works on." }),
    length: z.int().meta({ description: "UTF-16 units of its text." }),
    outcomes: z.object(outcomes).meta({ description: "Number of claims in it by outcome." }),
    createdBy: person,
    createdAt: instant,
  })
  .meta({ id: "ListedVersion" });

export const restoreVersionSchema = z.object({}).meta({ id: "RestoreVersion" });
