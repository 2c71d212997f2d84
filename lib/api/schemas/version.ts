import { z } from "zod";
import { ANCHOR_OUTCOMES, type AnchorOutcome } from "@/lib/claims/claim";
import { comparedBlock } from "./article-work/compared-block";
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

export const versionChangesSchema = z
  .object({
    from: z.int().meta({ description: "Number of the older version." }),
    to: z.int().meta({ description: "Number of the newer version." }),
    blocks: z
      .array(comparedBlock)
      .meta({ description: "All paragraphs in reading order; removed text before what replaced it." }),
    claims: z
      .array(
        z.object({
          claimId: id,
          number: z.int(),
          statement: z.string(),
          change: z.enum(["same", "moved", "edited", "waits", "lost", "new"]).meta({
            description:
              "moved: the same text elsewhere; edited: other text, confirmed by a person; waits, lost: it needs checking; new: marked after the older version.",
          }),
          before: z.string().nullable().meta({ description: "Its text; null if it is new." }),
          after: z.string().nullable().meta({ description: "Its text; null if it is lost." }),
        }),
      )
      .meta({ description: "What became of each claim, in the order of the newer text." }),
  })
  .meta({ id: "VersionChanges" });
