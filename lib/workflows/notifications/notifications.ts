import { z } from "zod";
import { appendAuditEvent } from "@/lib/db/audit-events";
import {
  countUnread,
  findNotification,
  findNotifiedPerson,
  listNotificationRows,
  listPreferences,
  markRead,
  savePreference,
} from "@/lib/db/notifications";
import { inTransaction } from "@/lib/db/transaction";
import type { Failure } from "@/lib/failure";
import {
  DEFAULT_PREFERENCE,
  DELIVERIES,
  hrefOf,
  NOTIFICATION_KIND_NAMES,
  type Notification,
  type Preference,
} from "@/lib/notifications/notification";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import { notFound, parseInput } from "@/lib/workflows/refusals";

/*
 * People can only read and mark their own notifications: each query is limited to the actor's rows, and for a guest to the article that
 * they can see now.
 */

/** Rows per page. */
const PAGE_LENGTH = 30;

/** The actor's notifications, newest first, with their notification settings. */
export async function listNotifications(
  actor: Actor,
  { cursor, limit = PAGE_LENGTH }: { cursor?: string | undefined; limit?: number },
): Promise<{
  items: Notification[];
  nextCursor: string | null;
  total: number;
  unread: number;
  preference: Preference;
}> {
  const [page, unread, preferences] = await Promise.all([
    listNotificationRows(actor.id, { cursor, limit, articleId: actor.articleId }),
    countUnread(actor.id, actor.articleId),
    listPreferences([actor.id]),
  ]);
  return { ...page, unread, preference: preferences.get(actor.id) ?? DEFAULT_PREFERENCE };
}

/** Number of unread notifications, for the desk's navigation. */
export async function countUnreadNotifications(actor: Actor): Promise<number> {
  return countUnread(actor.id, actor.articleId);
}

const readInput = z.object({
  /** Missing means all of the actor's notifications. */
  ids: z.array(z.string()).max(200).optional(),
});

export async function readNotifications(
  actor: Actor,
  input: z.input<typeof readInput>,
): Promise<Result<null, Failure>> {
  const parsed = parseInput(readInput, input);
  if (!parsed.ok) return parsed;
  await markRead(actor.id, parsed.value.ids);
  return ok(null);
}

/** Marks a notification as read. @returns the path that it links to */
export async function openNotification(actor: Actor, id: string): Promise<Result<string, Failure>> {
  if ((await findNotifiedPerson(id)) !== actor.id) return notFound("notification");
  const found = await findNotification(id);
  const allowed =
    found &&
    (found.kind === "webhook-disabled"
      ? can(actor, "list", "webhook")
      : found.article === null
        ? can(actor, "read", "message")
        : can(actor, "read", "article", { articleId: found.article.id }));
  if (!found || !allowed?.allowed) return notFound("notification");
  await markRead(actor.id, [id]);
  return ok(hrefOf(found));
}

const preferenceInput = z.object({
  mail: z.boolean(),
  countsReview: z.boolean(),
  deliveries: z.partialRecord(
    z.enum(NOTIFICATION_KIND_NAMES),
    z.enum(DELIVERIES, "Choose how to be notified."),
  ),
});

export type PreferenceInput = z.input<typeof preferenceInput>;

/** Changes the actor's notification settings. */
export async function setPreference(
  actor: Actor,
  input: PreferenceInput,
): Promise<Result<Preference, Failure>> {
  const parsed = parseInput(preferenceInput, input);
  if (!parsed.ok) return parsed;
  return inTransaction(async (tx) => {
    const before = (await listPreferences([actor.id], tx)).get(actor.id) ?? DEFAULT_PREFERENCE;
    const after = await savePreference(tx, actor.id, parsed.value);
    await appendAuditEvent(tx, {
      actorId: actor.id,
      action: "user.set-notifications",
      targetType: "user",
      targetId: actor.id,
      from: before,
      to: after,
    });
    return ok(after);
  });
}
