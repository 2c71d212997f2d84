import { z } from "zod";
import { findArticle } from "@/lib/db/articles";
import { appendAuditEvent } from "@/lib/db/audit-events";
import {
  getScale,
  insertDefaultScale,
  insertScale,
  type ListedScale,
  listAllScales,
  lockScales,
  type StoredScale,
  setDefaultScale,
} from "@/lib/db/scales";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { defaultScale } from "@/lib/ratings/default-scale";
import { scaleName, scaleRatings } from "@/lib/ratings/scale-input";
import { scaleTemplates } from "@/lib/ratings/scale-templates";
import { err, ok, type Result } from "@/lib/result";
import { asResult, invalid, notFound, parseInput } from "@/lib/workflows/refusals";

/** All scales of the desk, in all versions. If there is none, the default scale is created. */
export async function listScalesOfDesk(actor: Actor): Promise<Result<ListedScale[], Failure>> {
  const allowed = asResult(can(actor, "read", "scale"));
  if (!allowed.ok) return allowed;
  const scales = await listAllScales();
  if (scales.length > 0) return ok(scales);
  return inTransaction(async (tx) => {
    await insertDefaultScale(tx, defaultScale);
    return ok(await listAllScales(tx));
  });
}

/** The current scale of an article. */
export async function getScaleOfArticle(
  actor: Actor,
  { articleId }: { articleId: string },
): Promise<Result<StoredScale, Failure>> {
  const allowed = asResult(can(actor, "read", "article", { articleId }));
  if (!allowed.ok) return allowed;
  const article = await findArticle(articleId);
  return article ? ok(await getScale(article.scaleId)) : notFound("article");
}

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
    await note(tx, actor, "scale.create", made.id, null, scaleEntry(made));
    return ok({ scaleId: made.id });
  });
}

const saveInput = z.object({
  /** The version that was edited, which must be the newest of its scale. */
  scaleId: z.string(),
  ratings: scaleRatings,
});

export type SaveScaleInput = z.input<typeof saveInput>;

/**
 * Stores an edited scale as its next version. Articles keep their version until someone changes it, and publications keep theirs for
 * ever. If the edited version was the default for new articles, the new one replaces it.
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
    await note(tx, actor, "scale.edit", saved.id, scaleEntry(before), scaleEntry(saved));
    return ok({ scaleId: saved.id, version: saved.version });
  });
}

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
    await note(
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

async function changeScales<T>(
  actor: Actor,
  change: (tx: Tx, scales: ListedScale[]) => Promise<Result<T, Failure>>,
): Promise<Result<T, Failure>> {
  const allowed = asResult(can(actor, "change", "scale"));
  if (!allowed.ok) return allowed;
  return inTransaction(async (tx) => {
    await lockScales(tx);
    return change(tx, await listAllScales(tx));
  });
}

function scaleEntry({ name, version, ratings }: StoredScale) {
  return { name, version, ratings };
}

async function note(
  tx: Tx,
  actor: Actor,
  action: string,
  targetId: string,
  from: object | null,
  to: object,
): Promise<void> {
  await appendAuditEvent(tx, { actorId: actor.id, action, targetType: "scale", targetId, from, to });
}
