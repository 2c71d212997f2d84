import { findArticleBySlug } from "@/lib/db/articles";
import { findUser } from "@/lib/db/users";
import { TOUR_ARTICLE } from "@/lib/personal/tour";
import { type Actor, isGuest } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";

/** The id of the demo's article on which the tour runs; null if this desk has none, or for guests. */
export async function findTourArticle(actor: Actor): Promise<string | null> {
  if (isGuest(actor) || !can(actor, "read", "article").allowed) return null;
  const article = await findArticleBySlug(TOUR_ARTICLE.slug);
  if (!article) return null;
  const author = await findUser(article.createdBy.id);
  return author?.email.endsWith(TOUR_ARTICLE.authorDomain) ? article.id : null;
}
