import { listPeopleOf } from "@/lib/db/flag-people";
import { listIdleWork, listRemindedWork, markEscalated, type RemindedWork } from "@/lib/db/idle-work";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { ok } from "@/lib/result";
import { flagKeys } from "@/lib/watching/flag";
import { leadAfter } from "@/lib/watching/flag-owner";
import { idleStep } from "@/lib/watching/idle-step";
import { closeFlags } from "@/lib/workflows/flags/close-flags";
import { raiseFlags } from "@/lib/workflows/flags/raise-flags";
import { notifyOfFlags } from "@/lib/workflows/notifications/notify";
import { readDeskSettings } from "@/lib/workflows/settings/desk-settings";

const DAY_MS = 86_400_000;
/** Claims or articles that are looked at in one transaction. */
const BATCH_SIZE = 300;

/**
 * Reminds the owners of assigned work without a change, then its leads, by the setting of the desk. Reminders about work that went on are
 * resolved, also while the setting is off.
 */
export async function remindOfIdleWork(now: Date): Promise<void> {
  const { idleDays } = (await readDeskSettings()).watching;
  const since = new Date(now.getTime() - idleDays * DAY_MS);
  await inBatches(async (tx) => {
    const reminded = await listRemindedWork(tx, idleDays > 0 ? since : null, BATCH_SIZE);
    const steps = reminded.map((work) => ({ work, step: idleStep(work, now, idleDays) }));
    for (const { work, step } of steps)
      if (step === "resume")
        await closeFlags(tx, { id: work.flagId }, { actorId: null, at: now, outcome: "resumed", note: null });
    await remindLeads(
      tx,
      steps.filter(({ step }) => step === "remind-lead").map(({ work }) => work),
      now,
    );
    return reminded.length;
  });
  if (idleDays === 0) return;
  await inBatches(async (tx) => {
    const idle = (await listIdleWork(tx, since, BATCH_SIZE)).filter(
      (work) => idleStep(work, now, idleDays) === "remind-owner",
    );
    await raiseFlags(
      tx,
      idle.map(({ articleId, claimId, changedAt }) => ({
        kind: "idle" as const,
        key: flagKeys.idle(claimId ?? articleId),
        articleId,
        claimId,
        detail: {
          since: changedAt.toISOString(),
          days: Math.floor((now.getTime() - changedAt.getTime()) / DAY_MS),
        },
      })),
      { now, actorId: null },
    );
    return idle.length;
  });
}

/** Runs a transaction until it finds less than a batch. */
async function inBatches(run: (tx: Tx) => Promise<number>): Promise<void> {
  for (;;) {
    const done = await inTransaction(async (tx) => ok(await run(tx)));
    if (!done.ok || done.value < BATCH_SIZE) return;
  }
}

/** Reminds each lead once for each article, however many claims are idle. */
async function remindLeads(tx: Tx, idle: readonly RemindedWork[], now: Date): Promise<void> {
  if (idle.length === 0) return;
  const { people, active } = await listPeopleOf(tx, {
    claimIds: [],
    articleIds: idle.map(({ articleId }) => articleId),
  });
  const groups = new Map<string, { leadId: string; works: RemindedWork[] }>();
  for (const work of idle) {
    const found = people.get(work.articleId);
    const leadId = found ? leadAfter(work.ownerId, found, active) : null;
    if (leadId === null) continue;
    const key = `${leadId} ${work.articleId}`;
    groups.set(key, { leadId, works: [...(groups.get(key)?.works ?? []), work] });
  }
  for (const { leadId, works } of groups.values()) {
    const [{ articleId }] = works as [RemindedWork];
    await notifyOfFlags(
      tx,
      { kind: "flag", actorId: null, of: "work-idle", personId: leadId },
      articleId,
      works.map(({ claimId, flagId }) => ({ claimId, eventKey: `idle-lead:${flagId}` })),
    );
  }
  await markEscalated(
    tx,
    idle.map(({ flagId }) => flagId),
    now,
  );
}
