import type { z } from "zod";
import type { ApiToken } from "@/lib/db/api-tokens";
import {
  NOTIFICATION_KIND_NAMES,
  NOTIFICATION_KINDS,
  type NotificationKind,
  type Preference,
} from "@/lib/notifications/notification";
import type { DateSettings } from "@/lib/personal/date-settings";
import type { Actor } from "@/lib/policies/actor";
import type { apiTokenSchema, ownAccountSchema } from "../../schemas/desk/account";

type OwnAccount = z.output<typeof ownAccountSchema>;

/** @param of.preference kinds that it does not name have their default delivery */
export function presentOwnAccount(
  { id, name, email, role }: Actor,
  of: { dates: DateSettings; preference: Preference },
): OwnAccount {
  const { mail, countsReview, deliveries } = of.preference;
  const { language, timeZone } = of.dates;
  return {
    id,
    name,
    email,
    role,
    dates: { language, timeZone },
    notifications: {
      mail,
      countsReview,
      deliveries: Object.fromEntries(
        NOTIFICATION_KIND_NAMES.map((kind: NotificationKind) => [
          kind,
          deliveries[kind] ?? NOTIFICATION_KINDS[kind].defaultDelivery,
        ]),
      ) as OwnAccount["notifications"]["deliveries"],
    },
  };
}

export function presentApiToken(token: ApiToken): z.output<typeof apiTokenSchema> {
  const { id, name, prefix, scopes, state, createdAt, lastUsedAt, expiresAt } = token;
  return { id, name, prefix, scopes: [...scopes], state, createdAt, lastUsedAt, expiresAt };
}
