import { z } from "zod";
import { RATING_COLOURS, RATING_ICONS, RATING_UNDERLINES } from "@/lib/ratings/rating";
import { scaleTemplates } from "@/lib/ratings/scale-templates";
import { id } from "../common";

const rating = z
  .object({
    key: z.string().meta({ description: "Its name for programs.", examples: ["needs-context"] }),
    label: z.string(),
    definition: z.string().meta({ description: "What it means, in a sentence for readers." }),
    value: z.int().nullable().meta({ description: "A score, 1 is the worst; null without one." }),
    colour: z.enum(RATING_COLOURS),
    underline: z.enum(RATING_UNDERLINES).meta({ description: "Its own in the scale." }),
    icon: z.enum(RATING_ICONS).meta({ description: "Its own in the scale." }),
  })
  .meta({ id: "Rating" });

const ratings = z.array(rating).meta({ description: "In the order in which they are shown." });

export const scaleSchema = z
  .object({
    id: id.meta({ description: "Of this version of the scale." }),
    name: z.string(),
    version: z.int(),
    default: z.boolean().meta({ description: "Whether new articles have it." }),
    articles: z.int().meta({ description: "How many articles use this version." }),
    ratings,
  })
  .meta({ id: "Scale" });

export const createScaleSchema = z
  .object({
    name: z.string(),
    template: z
      .enum(scaleTemplates.map(({ key }) => key))
      .meta({ description: "The scale that its first version is made from." }),
  })
  .meta({ id: "CreateScale" });

export const saveScaleSchema = z.object({ ratings }).meta({ id: "SaveScale" });

export const defaultScaleSchema = z
  .object({
    scale: id.meta({ description: "The version that new articles will have." }),
    insteadOf: id.optional().meta({
      description:
        "The default that you saw. If it is another one by now, the call is refused (412). By default, the present one.",
    }),
  })
  .meta({ id: "DefaultScale" });

export const standardsSchema = z
  .object({
    scale: z.object({ id, name: z.string(), version: z.int() }),
    requiredApprovals: z.int().meta({ description: "How many people have to approve each claim." }),
    revision: z.int().meta({ description: "Of the article." }),
  })
  .meta({ id: "Standards" });

export const changeStandardsSchema = z
  .union([
    z.strictObject({ scale: id.meta({ description: "It must have every rating that is in use." }) }),
    z.strictObject({
      requiredApprovals: z.int().meta({ description: "1 to 5, and more than before: it is never lowered." }),
    }),
  ])
  .meta({ id: "ChangeStandards", description: "A scale, or a number of approvals: one at a time." });
