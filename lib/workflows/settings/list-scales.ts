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
import { asResult, notFound } from "@/lib/workflows/refusals";

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
