import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/notifications";
import { presentNotification } from "@/lib/api/presenters/present-notification";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { listNotifications } from "@/lib/workflows/notifications/notifications";

const list = endpoint(operations.listNotifications, async ({ actor, query }) => {
  const { items, nextCursor, total, unread } = await listNotifications(actor, query);
  return ok({ body: { items: items.map(presentNotification), nextCursor, total, unread } });
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(list);
