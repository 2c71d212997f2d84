import { z } from "zod";
import { insertScale, setDefaultScale } from "@/lib/db/scales";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { scaleRatings } from "@/lib/ratings/scale-input";
import { err, ok, type Result } from "@/lib/result";
import { invalid, notFound, parseInput } from "@/lib/workflows/refusals";
import { changeScales, logScaleChange, scaleEntry } from "./change-scales";

const saveInput = z.object({
  /** The version that was edited, which must be the newest of its scale. */
  scaleId: z.string(),
  ratings: scaleRatings,
});

export type SaveScaleInput = z.input<typeof saveInput>;

/**
 * Stores an edited scale as its next version. Articles keep their version until someone changes it, and publications keep theirs forever.
 * If the edited version was the default for new articles, the new one replaces it.
 */
export async function saveScale(
  actor: Actor,
  input: SaveScaleInput,
): Promise<Result<{ scaleId: string; version: number }, Failure>> {
  const parsed = parseInput(saveInput, input);
  if (!parsed.ok) return parsed;
  const { scaleId, ratings } = parsed.value;
  return changeScales(actor, async (tx, scales) => {
    const before = scales.find(({ id }) => id === scaleId);
    if (!before) return notFound("scale");
    const newest = scales
      .filter(({ name }) => name === before.name)
      .reduce((a, b) => (b.version > a.version ? b : a));
    if (newest.id !== scaleId)
      return err({
        kind: "stale",
        message: `Version ${newest.version} of this scale was saved in the meantime. Review it, then save again to make yours the next version.`,
        current: { scaleId: newest.id, version: newest.version },
      });
    if (JSON.stringify(before.ratings) === JSON.stringify(ratings))
      return invalid("Nothing was changed, so there is no new version to save.");
    const saved = await insertScale(tx, { name: before.name, version: newest.version + 1, ratings });
    if (before.isDefault) await setDefaultScale(tx, saved.id);
    await logScaleChange(tx, actor, "scale.edit", saved.id, scaleEntry(before), scaleEntry(saved));
    return ok({ scaleId: saved.id, version: saved.version });
  });
}
