import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/notifications";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { readNotifications } from "@/lib/workflows/notifications/notifications";

const read = endpoint(operations.readNotifications, async ({ actor, body }) => {
  const done = await readNotifications(actor, "ids" in body ? { ids: body.ids } : {});
  return done.ok ? ok({ body: undefined }) : done;
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(read);
