import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/article-work/manuscripts";
import { pageIn } from "@/lib/api/page";
import { presentAuthorLink } from "@/lib/api/presenters/article-work/present-author-link";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { getArticle } from "@/lib/workflows/articles/get-article";
import { createAuthorLink, listAuthorLinks } from "@/lib/workflows/manuscripts/author-links";

const list = endpoint(operations.listAuthorLinks, async ({ actor, params, query }) => {
  const found = await listAuthorLinks(actor, { articleId: params.id ?? "" });
  if (!found.ok) return found;
  const page = pageIn(found.value.links, query);
  return ok({ body: { ...page, items: page.items.map(presentAuthorLink) } });
});

const create = endpoint(operations.createAuthorLink, async ({ actor, params, body }) => {
  const article = await getArticle(actor, { articleId: params.id ?? "" });
  if (!article.ok) return article;
  const made = await createAuthorLink(actor, { articleId: article.value.article.id, ...body });
  if (!made.ok) return made;
  const { id, name, until: expiresAt, link } = made.value;
  return ok({ body: { id, name, expiresAt, link } });
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(list, create);
