import type { z } from "zod";
import type { AuthorLink } from "@/lib/db/author-links";
import type { authorLinkSchema } from "../../schemas/article-work/manuscript";

export function presentAuthorLink(link: AuthorLink & { isOpen: boolean }): z.output<typeof authorLinkSchema> {
  const { id, name, isOpen, createdBy, createdAt, expiresAt, revokedAt } = link;
  return {
    id,
    name,
    open: isOpen,
    createdBy: { id: createdBy.id, name: createdBy.name },
    createdAt,
    expiresAt,
    revokedAt,
  };
}
