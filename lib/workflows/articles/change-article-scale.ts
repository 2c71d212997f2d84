import { z } from "zod";
import { type Article, updateArticle } from "@/lib/db/articles";
import { appendAuditEvent } from "@/lib/db/audit-events";
import { getScale, listAllScales, listRatingsInUse } from "@/lib/db/scales";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { ok, type Result } from "@/lib/result";
import { invalid, notFound } from "@/lib/workflows/refusals";
import { withLockedArticle } from "./with-locked-article";

const inputSchema = z.object({
  articleId: z.string(),
  revision: z.int(),
  scaleId: z.string("Choose a scale."),
});
const opening = { action: "change-scale", input: inputSchema, doing: "change its scale" } as const;

export type ChangeArticleScaleInput = z.input<typeof inputSchema>;

/**
 * Moves an article to another scale, or to a newer version of its own. Verdicts are carried over by rating key; if a rating in use has
 * no match, the move is refused. Publications keep the scale they were published with.
 */
export async function changeArticleScale(
  actor: Actor,
  input: ChangeArticleScaleInput,
): Promise<Result<Article, Failure>> {
  return withLockedArticle(actor, opening, input, async (tx, before, sent) => {
    const { articleId, revision, scaleId } = sent;
    const scale = (await listAllScales(tx)).find(({ id }) => id === scaleId);
    if (!scale) return notFound("scale");
    if (scaleId === before.scaleId) return ok(before);
    const own = await getScale(before.scaleId, tx);
    const keys = new Set(scale.ratings.map(({ key }) => key));
    const lost = [...(await listRatingsInUse(tx, articleId))].filter(([key]) => !keys.has(key));
    if (lost.length > 0) {
      const named = lost.map(([key, label]) => own.ratings.find((each) => each.key === key)?.label ?? label);
      const labels = new Intl.ListFormat("en").format(named.map((label) => `“${label}”`));
      const message = `Claims of this article are rated ${labels}, which ${scale.name}, version ${scale.version}, does not have. Change their verdicts first.`;
      return invalid(message, { scaleId: [message] });
    }
    const after = await updateArticle(tx, articleId, revision, { scaleId });
    if (!after) return notFound("article");
    await appendAuditEvent(tx, {
      actorId: actor.id,
      action: "article.change-scale",
      targetType: "article",
      targetId: articleId,
      articleId,
      from: { scale: own.name, version: own.version },
      to: { scale: scale.name, version: scale.version },
    });
    return ok(after);
  });
}
