import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/desk/account";
import { presentOwnAccount } from "@/lib/api/presenters/desk/present-account";
import { readOwnAccount } from "@/lib/api/read-own-account";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { listNotifications, setPreference } from "@/lib/workflows/notifications/notifications";

const change = endpoint(operations.changeNotifications, async ({ actor, body }) => {
  const { preference } = await listNotifications(actor, { limit: 1 });
  const set = await setPreference(actor, {
    mail: body.mail ?? preference.mail,
    countsReview: body.countsReview ?? preference.countsReview,
    deliveries: { ...preference.deliveries, ...body.deliveries },
  });
  return set.ok ? ok({ body: presentOwnAccount(await readOwnAccount(actor)) }) : set;
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(change);
