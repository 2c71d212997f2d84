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
 * Everybody reads and settles what they themselves are told, and nothing else: each query asks for the actor's own rows, and of a guest for
 * those about the article that they may see now.
 */

/** Rows on a page. */
const LENGTH = 30;

/** What the actor was told, newest first, and how they want to be told. */
export async function listNotifications(
  actor: Actor,
  { cursor }: { cursor?: string | undefined },
): Promise<{
  items: Notification[];
  nextCursor: string | null;
  total: number;
  unread: number;
  preference: Preference;
}> {
  const [page, unread, preferences] = await Promise.all([
    listNotificationRows(actor.id, { cursor, limit: LENGTH, articleId: actor.articleId }),
    countUnread(actor.id, actor.articleId),
    listPreferences([actor.id]),
  ]);
  return { ...page, unread, preference: preferences.get(actor.id) ?? DEFAULT_PREFERENCE };
}

/** How many the actor has not read, for the desk's navigation. */
export async function countUnreadNotifications(actor: Actor): Promise<number> {
  return countUnread(actor.id, actor.articleId);
}

const readInput = z.object({
  /** All of the actor's, where none are given. */
  ids: z.array(z.string()).max(200).optional(),
});

export async function readNotifications(
  actor: Actor,
  given: z.input<typeof readInput>,
): Promise<Result<null, Failure>> {
  const parsed = parseInput(readInput, given);
  if (!parsed.ok) return parsed;
  await markRead(actor.id, parsed.value.ids);
  return ok(null);
}

/** Marks one as read. @returns the path that it leads to */
export async function openNotification(actor: Actor, id: string): Promise<Result<string, Failure>> {
  if ((await findNotifiedPerson(id)) !== actor.id) return notFound("notification");
  const found = await findNotification(id);
  if (!found || !can(actor, "read", "article", { articleId: found.article.id }).allowed)
    return notFound("notification");
  await markRead(actor.id, [id]);
  return ok(hrefOf(found));
}

const preferenceInput = z.object({
  mail: z.boolean(),
  countsReview: z.boolean(),
  deliveries: z.partialRecord(
    z.enum(NOTIFICATION_KIND_NAMES),
    z.enum(DELIVERIES, "Choose how you are told."),
  ),
});

export type PreferenceInput = z.input<typeof preferenceInput>;

/** Says how the actor wants to be told from now on. */
export async function setPreference(
  actor: Actor,
  given: PreferenceInput,
): Promise<Result<Preference, Failure>> {
  const parsed = parseInput(preferenceInput, given);
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
