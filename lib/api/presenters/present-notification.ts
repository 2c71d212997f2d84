import type { z } from "zod";
import { env } from "@/lib/env";
import { hrefOf, type Notification } from "@/lib/notifications/notification";
import type { notificationPageSchema } from "../schemas/notification";

type Presented = z.output<typeof notificationPageSchema>["items"][number];

export function presentNotification(notification: Notification): Presented {
  const { id, kind, actor, article, claims, claimCount, comment, at, readAt } = notification;
  return {
    id,
    kind,
    actor: actor && { id: actor.id, name: actor.name },
    article: article && { id: article.id, title: article.title },
    claims: claims.map(({ id: claimId, number, statement, note }) => ({
      id: claimId,
      number,
      statement,
      note,
    })),
    claimCount,
    comment: comment && { id: comment.id, excerpt: comment.excerpt },
    at,
    readAt,
    url: `${env().publicUrl}${hrefOf(notification)}`,
  };
}
