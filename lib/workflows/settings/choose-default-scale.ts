import { z } from "zod";
import { setDefaultScale } from "@/lib/db/scales";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { err, ok, type Result } from "@/lib/result";
import { notFound, parseInput } from "@/lib/workflows/refusals";
import { changeScales, logScaleChange } from "./change-scales";

const defaultInput = z.object({
  scaleId: z.string(),
  /** The scale that the page showed as the default. */
  insteadOf: z.string(),
});

/** Makes a scale the default for new articles. */
export async function chooseDefaultScale(
  actor: Actor,
  input: z.input<typeof defaultInput>,
): Promise<Result<null, Failure>> {
  const parsed = parseInput(defaultInput, input);
  if (!parsed.ok) return parsed;
  const { scaleId, insteadOf } = parsed.value;
  return changeScales(actor, async (tx, scales) => {
    const chosen = scales.find(({ id }) => id === scaleId);
    if (!chosen) return notFound("scale");
    const before = scales.find(({ isDefault }) => isDefault);
    if (before && before.id !== insteadOf)
      return err({
        kind: "stale",
        message: `Someone made ${before.name}, version ${before.version}, the default in the meantime. Reload the page, then choose again.`,
        current: { scaleId: before.id },
      });
    await setDefaultScale(tx, scaleId);
    await logScaleChange(
      tx,
      actor,
      "scale.make-default",
      scaleId,
      before ? { name: before.name, version: before.version } : null,
      { name: chosen.name, version: chosen.version },
    );
    return ok(null);
  });
}
