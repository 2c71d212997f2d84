import type { z } from "zod";
import type { ApiToken } from "@/lib/db/api-tokens";
import {
  NOTIFICATION_KIND_NAMES,
  NOTIFICATION_KINDS,
  type NotificationKind,
} from "@/lib/notifications/notification";
import type { OwnAccount } from "../../read-own-account";
import type { apiTokenSchema, ownAccountSchema } from "../../schemas/desk/account";

type Presented = z.output<typeof ownAccountSchema>;

/** Kinds of notifications that the person chose nothing for have their default delivery. */
export function presentOwnAccount({ person, dates, preference }: OwnAccount): Presented {
  const { id, name, email, role } = person;
  const { mail, countsReview, deliveries } = preference;
  const { language, timeZone } = dates;
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
      ) as Presented["notifications"]["deliveries"],
    },
  };
}

export function presentApiToken(token: ApiToken): z.output<typeof apiTokenSchema> {
  const { id, name, prefix, scopes, state, createdAt, lastUsedAt, expiresAt } = token;
  return { id, name, prefix, scopes: [...scopes], state, createdAt, lastUsedAt, expiresAt };
}
