import { z } from "zod";
import { findArticle } from "@/lib/db/articles";
import {
  getScale,
  insertDefaultScale,
  type ListedScale,
  listAllScales,
  type StoredScale,
} from "@/lib/db/scales";
import { inTransaction } from "@/lib/db/transaction";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { defaultScale } from "@/lib/ratings/default-scale";
import { ok, type Result } from "@/lib/result";
import { asResult, notFound, parseInput } from "@/lib/workflows/refusals";

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

const choicesInput = z.object({ scaleId: z.string() });

/** The newest version of each scale, and the one that an article uses (`scaleId`), to choose from. */
export async function listScaleChoices(
  actor: Actor,
  input: z.input<typeof choicesInput>,
): Promise<Result<Pick<ListedScale, "id" | "name" | "version">[], Failure>> {
  const parsed = parseInput(choicesInput, input);
  if (!parsed.ok) return parsed;
  const all = await listScalesOfDesk(actor);
  if (!all.ok) return all;
  const newest = new Map<string, number>();
  for (const { name, version } of all.value) newest.set(name, Math.max(version, newest.get(name) ?? version));
  return ok(
    all.value
      .filter(({ id, name, version }) => version === newest.get(name) || id === parsed.value.scaleId)
      .map(({ id, name, version }) => ({ id, name, version })),
  );
}

const articleInput = z.object({ articleId: z.string() });

/** The current scale of an article. */
export async function getScaleOfArticle(
  actor: Actor,
  input: z.input<typeof articleInput>,
): Promise<Result<StoredScale, Failure>> {
  const parsed = parseInput(articleInput, input);
  if (!parsed.ok) return parsed;
  const { articleId } = parsed.value;
  const allowed = asResult(can(actor, "read", "article", { articleId }));
  if (!allowed.ok) return allowed;
  const article = await findArticle(articleId);
  return article ? ok(await getScale(article.scaleId)) : notFound("article");
}
