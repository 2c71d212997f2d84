import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/article-work/manuscripts";
import { resource } from "@/lib/api/resource";
import { err, ok } from "@/lib/result";
import { listAuthorLinks, revokeAuthorLink } from "@/lib/workflows/manuscripts/author-links";

const revoke = endpoint(operations.revokeAuthorLink, async ({ actor, params }) => {
  const found = await listAuthorLinks(actor, { articleId: params.id ?? "" });
  if (!found.ok) return found;
  const { article, links } = found.value;
  const link = links.find(({ id }) => id === params.link);
  if (!link)
    return err({
      problem: "not-found" as const,
      detail: "This manuscript has no such link. List its links, and use the id of one.",
    });
  const revoked = await revokeAuthorLink(actor, { articleId: article.id, linkId: link.id });
  return revoked.ok ? ok({ body: undefined }) : revoked;
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(revoke);
