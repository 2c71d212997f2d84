import { z } from "zod";
import { LISTED_CLAIMS, NOTIFICATION_KIND_NAMES } from "@/lib/notifications/notification";
import { pageOf } from "../page";
import { id, instant, person } from "./common";

const claim = { id, number: z.int(), statement: z.string() };

const notificationSchema = z
  .object({
    id,
    kind: z.enum(NOTIFICATION_KIND_NAMES),
    actor: person.nullable().meta({ description: "Who caused it; null for the system." }),
    article: z.object({ id, title: z.string() }).nullable(),
    claims: z.array(z.object({ ...claim, note: z.string().nullable() })).meta({
      description: `The claims that it is about, at most ${LISTED_CLAIMS}, with the note of the step.`,
    }),
    claimCount: z.int().meta({ description: "How many claims it is about." }),
    comment: z
      .object({ id, excerpt: z.string().nullable().meta({ description: "Null if it was deleted." }) })
      .nullable(),
    at: instant,
    readAt: instant.nullable(),
    url: z.url().meta({ description: "What it is about, on the desk." }),
  })
  .meta({ id: "Notification" });

export const notificationPageSchema = pageOf("NotificationPage", notificationSchema, {
  unread: z.int().meta({ description: "How many are unread, on all pages." }),
});

export const readNotificationsSchema = z
  .union([
    z.strictObject({ ids: z.array(z.uuid()).max(200, "Send at most 200 ids.") }),
    z.strictObject({ all: z.literal(true) }),
  ])
  .meta({ id: "ReadNotifications", description: "Some notifications, or all." });
