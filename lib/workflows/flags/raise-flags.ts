import { appendAuditEvent } from "@/lib/db/audit-events";
import { listPeopleOf } from "@/lib/db/flag-people";
import { insertFlags, type NewFlag } from "@/lib/db/flags";
import type { Tx } from "@/lib/db/transaction";
import type { DailyKind } from "@/lib/notifications/notification";
import type { FlagKind } from "@/lib/watching/flag";
import { ownerOf } from "@/lib/watching/flag-owner";
import { notifyOfFlags } from "@/lib/workflows/notifications/notify";

/** A flag to raise; its owner is found from its claim or article. */
export type FlagToRaise = Omit<NewFlag, "ownerId">;

/** How its owner is notified. */
export const notificationKinds: Record<FlagKind, DailyKind> = {
  review_due: "review-due",
  page_changed: "page-changed",
  excerpt_gone: "page-changed",
  family_changed: "family-changed",
  idle: "work-idle",
};

/**
 * Flags claims and articles, except for what is flagged already, and notifies each owner once for each article and kind, however many
 * claims there are.
 * @param actorId whose change caused it; null for none
 * @returns the new flags
 */
export async function raiseFlags(
  tx: Tx,
  flags: readonly FlagToRaise[],
  { now, actorId }: { now: Date; actorId: string | null },
): Promise<(NewFlag & { id: string })[]> {
  if (flags.length === 0) return [];
  const { people, active } = await listPeopleOf(tx, {
    claimIds: flags.flatMap(({ claimId }) => claimId ?? []),
    articleIds: flags.filter(({ claimId }) => claimId === null).map(({ articleId }) => articleId),
  });
  const raised = await insertFlags(
    tx,
    flags.map((flag) => {
      const found = people.get(flag.claimId ?? flag.articleId);
      return { ...flag, ownerId: found ? ownerOf(found, active) : null };
    }),
    now,
  );
  for (const { kind, articleId, claimId, detail } of raised)
    await appendAuditEvent(tx, {
      actorId: null,
      action: claimId === null ? "article.flag" : "claim.flag",
      targetType: claimId === null ? "article" : "claim",
      targetId: claimId ?? articleId,
      articleId,
      to: { flag: kind, ...detail },
    });
  await notifyOwners(tx, raised, actorId);
  return raised;
}

async function notifyOwners(
  tx: Tx,
  raised: readonly (NewFlag & { id: string })[],
  actorId: string | null,
): Promise<void> {
  const groups = new Map<string, (NewFlag & { id: string })[]>();
  for (const flag of raised) {
    const key = `${flag.ownerId} ${flag.articleId} ${notificationKinds[flag.kind]}`;
    groups.set(key, [...(groups.get(key) ?? []), flag]);
  }
  for (const group of groups.values()) {
    const [first] = group;
    if (!first?.ownerId) continue;
    await notifyOfFlags(
      tx,
      { kind: "flag", actorId, of: notificationKinds[first.kind], personId: first.ownerId },
      first.articleId,
      group.map(({ id, claimId }) => ({ claimId, eventKey: `flag:${id}` })),
    );
  }
}
