import { z } from "zod";
import { DELIVERIES, NOTIFICATION_KIND_NAMES, type NotificationKind } from "@/lib/notifications/notification";
import { ROLES } from "@/lib/policies/actor";
import { API_SCOPES } from "@/lib/policies/api-scope";
import { id, instant } from "../common";

const delivery = z.enum(DELIVERIES);

const byKind = <Value>(value: Value) =>
  Object.fromEntries(NOTIFICATION_KIND_NAMES.map((kind) => [kind, value])) as Record<NotificationKind, Value>;

const dates = z
  .object({
    language: z.string().nullable().meta({ description: "BCP 47, of dates and mails; null: the browser's." }),
    timeZone: z.string().nullable().meta({ description: "IANA; null: the browser's." }),
  })
  .meta({ id: "DateSettings" });

const notifications = z
  .object({
    mail: z.boolean().meta({ description: "Whether any mail is sent." }),
    countsReview: z.boolean().meta({ description: "Whether the daily mail counts claims in review." }),
    deliveries: z.object(byKind(delivery)).meta({
      description:
        "desk: on the desk only; mail: also by mail, at once; digest: also in the daily mail; off: not at all.",
    }),
  })
  .meta({ id: "NotificationSettings" });

export const ownAccountSchema = z
  .object({ id, name: z.string(), email: z.string(), role: z.enum(ROLES), dates, notifications })
  .meta({ id: "OwnAccount" });

const name = z.string().nullable().optional();

export const changeDatesSchema = z
  .object({ language: name, timeZone: name })
  .meta({ id: "ChangeDates", description: "Missing fields stay unchanged; null follows the browser." });

export const changeNotificationsSchema = z
  .object({
    mail: z.boolean().optional(),
    countsReview: z.boolean().optional(),
    deliveries: z.strictObject(byKind(delivery.optional())).optional(),
  })
  .meta({ id: "ChangeNotifications", description: "Missing fields and kinds stay unchanged." });

export const apiTokenSchema = z
  .object({
    id,
    name: z.string(),
    prefix: z.string().meta({ description: "Its first characters." }),
    scopes: z.array(z.enum(API_SCOPES)),
    state: z.enum(["valid", "expired", "revoked"]),
    createdAt: instant,
    lastUsedAt: instant.nullable().meta({ description: "Exact to a minute." }),
    expiresAt: instant.nullable().meta({ description: "Null if it does not expire." }),
  })
  .meta({ id: "ApiToken" });
