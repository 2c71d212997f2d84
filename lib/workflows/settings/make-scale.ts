import { z } from "zod";
import { insertScale } from "@/lib/db/scales";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { scaleName } from "@/lib/ratings/scale-input";
import { scaleTemplates } from "@/lib/ratings/scale-templates";
import { ok, type Result } from "@/lib/result";
import { invalid, parseInput } from "@/lib/workflows/refusals";
import { changeScales, logScaleChange, scaleEntry } from "./change-scales";

const templateInput = z.object({ template: z.string(), name: scaleName });

/** Creates a scale from a template, under a new name. */
export async function makeScale(
  actor: Actor,
  input: z.input<typeof templateInput>,
): Promise<Result<{ scaleId: string }, Failure>> {
  const parsed = parseInput(templateInput, input);
  if (!parsed.ok) return parsed;
  const { name } = parsed.value;
  const template = scaleTemplates.find(({ key }) => key === parsed.value.template);
  if (!template) return invalid("Choose a template.", { template: ["Choose a template."] });
  return changeScales(actor, async (tx, scales) => {
    if (scales.some((scale) => scale.name.toLowerCase() === name.toLowerCase()))
      return invalid("A scale with this name already exists. Choose another name.", {
        name: ["A scale with this name already exists. Choose another name."],
      });
    const made = await insertScale(tx, { name, version: 1, ratings: template.ratings });
    await logScaleChange(tx, actor, "scale.create", made.id, null, scaleEntry(made));
    return ok({ scaleId: made.id });
  });
}
