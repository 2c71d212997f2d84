import { getVersionText } from "@/lib/db/article-versions";
import type { Article } from "@/lib/db/articles";
import { listClaimsOfArticle } from "@/lib/db/claims";
import { getScale } from "@/lib/db/scales";

/** What a file is compared with: the current text of an article, its ratings, and the claims that it has. */
export async function readArticleGround({
  id,
  currentVersionId,
  scaleId,
}: Pick<Article, "id" | "currentVersionId" | "scaleId">) {
  const [text, scale, claims] = await Promise.all([
    getVersionText(currentVersionId),
    getScale(scaleId),
    listClaimsOfArticle(id),
  ]);
  return {
    text,
    ratings: scale.ratings.map(({ key, label }) => ({ key, label })),
    claims: claims.map(({ id: claimId, number, statement, anchor: { start, end } }) => ({
      id: claimId,
      number,
      statement,
      start,
      end,
    })),
  };
}
