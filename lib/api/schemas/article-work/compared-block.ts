import { z } from "zod";

const comparedText = z.object({ kind: z.enum(["same", "added", "removed"]), text: z.string() });

export const comparedBlock = z
  .union([comparedText, z.object({ kind: z.literal("changed"), parts: z.array(comparedText) })])
  .meta({ id: "ComparedBlock", description: "A paragraph of a comparison of two texts." });
