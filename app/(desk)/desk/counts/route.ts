import { actorForAction } from "@/lib/auth/find-actor";
import { countNewMessages } from "@/lib/workflows/messages/list-messages";
import { countUnreadNotifications } from "@/lib/workflows/notifications/notifications";
import { countReviewQueue } from "@/lib/workflows/review/list-review-queue";
import { countWatching } from "@/lib/workflows/watching/list-watching";

/** The counts in the header for the person signed in. */
export async function GET(): Promise<Response> {
  const actor = await actorForAction();
  if (!actor.ok) return Response.json(actor.error, { status: 401 });
  const [waiting, unread, watching, messages] = await Promise.all([
    countReviewQueue(actor.value),
    countUnreadNotifications(actor.value),
    countWatching(actor.value),
    countNewMessages(actor.value),
  ]);
  return Response.json({ waiting, unread, watching, messages }, { headers: { "cache-control": "no-store" } });
}
