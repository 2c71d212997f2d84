import type { z } from "zod";
import { readerAddress } from "@/lib/api/presenters/present-article";
import { presentClaim } from "@/lib/api/presenters/present-claim";
import type { webhookDataSchemas } from "@/lib/api/schemas/desk/webhook";
import { findArticle } from "@/lib/db/articles";
import { findClaim } from "@/lib/db/claims";
import { findUnpublication } from "@/lib/db/public-publications";
import { findPublicationAddress } from "@/lib/db/publications";
import type { OpenDelivery } from "@/lib/db/webhooks";
import { TEST_KIND } from "@/lib/webhooks/webhook-kind";

type Data = { [Kind in keyof typeof webhookDataSchemas]: z.output<(typeof webhookDataSchemas)[Kind]> };

/**
 * The body of a request to a webhook. Its data are those of the moment, not those of the event: what was redacted meanwhile is not sent, however
 * late it is sent.
 * @returns null if what it is about no longer exists
 */
export async function presentEvent({
  kind,
  at,
  articleId,
  claimId,
}: OpenDelivery["event"]): Promise<string | null> {
  const data = await dataOf(kind, articleId, claimId);
  return data && JSON.stringify({ type: kind, timestamp: at.toISOString(), data });
}

async function dataOf(
  kind: keyof Data,
  articleId: string | null,
  claimId: string | null,
): Promise<Data[keyof Data] | null> {
  switch (kind) {
    case "claim.created":
    case "claim.changed":
    case "claim.submitted":
    case "claim.approved":
    case "claim.returned": {
      const claim = claimId === null ? null : await findClaim(claimId);
      return claim && presentClaim(claim);
    }
    case "claim.deleted": {
      const claim = claimId === null ? null : await findClaim(claimId);
      return claim && { id: claim.id, articleId: claim.articleId, number: claim.number };
    }
    case "publication.published":
    case "publication.corrected":
    case "publication.redacted": {
      const publication = articleId === null ? null : await findPublicationAddress(articleId);
      if (!publication || articleId === null) return null;
      const { id, number, slug } = publication;
      return { id, number, articleId, slug, url: readerAddress(slug) };
    }
    case "publication.unpublished": {
      const article = articleId === null ? null : await findArticle(articleId);
      if (!article) return null;
      const { id, slug } = article;
      const notice = await findUnpublication(slug);
      return {
        articleId: id,
        slug,
        url: readerAddress(slug),
        reason: notice?.reason ?? null,
        unpublishedAt: notice?.at ?? null,
      };
    }
    case TEST_KIND:
      return { message: "This is a test. Nothing happened on the desk." };
  }
}
