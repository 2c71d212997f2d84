import { operation } from "../operation";
import { pageQuery } from "../page";
import { notificationPageSchema, readNotificationsSchema } from "../schemas/notification";

export const listNotifications = operation({
  id: "listNotifications",
  method: "GET",
  path: "/notifications",
  summary: "List the notifications of the token's owner, newest first",
  description: "`total` and `unread` count to 1,001, which means more than 1,000.",
  scope: "read",
  query: pageQuery,
  answer: { status: 200, description: "A page of notifications", schema: notificationPageSchema },
});

export const readNotifications = operation({
  id: "readNotifications",
  method: "POST",
  path: "/notifications/read",
  summary: "Mark notifications as read",
  description: "Only those of the token's owner; other ids change nothing.",
  scope: "write",
  body: { schema: readNotificationsSchema, limit: 64 * 1024 },
  answer: { status: 204, description: "They are read" },
});
