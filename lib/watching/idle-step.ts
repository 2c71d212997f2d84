const DAY_MS = 86_400_000;

/** Assigned work and its reminders. */
export interface IdleWork {
  /** When a person last changed it. */
  changedAt: Date;
  /** When its owner was reminded; null if not since. */
  remindedAt: Date | null;
  /** When the lead was reminded, too. */
  escalatedAt: Date | null;
}

/** What to do about assigned work that may be idle. `resume`: it was changed since the reminder, so that the reminder is over. */
export type IdleStep = "none" | "remind-owner" | "remind-lead" | "resume";

/**
 * Reminds the owner once after some days without a change, and the lead after as many again.
 * @param days 0 for never
 */
export function idleStep(
  { changedAt, remindedAt, escalatedAt }: IdleWork,
  now: Date,
  days: number,
): IdleStep {
  const hasPassed = (since: Date) => days > 0 && now.getTime() - since.getTime() >= days * DAY_MS;
  if (remindedAt === null) return hasPassed(changedAt) ? "remind-owner" : "none";
  if (changedAt > remindedAt) return "resume";
  return escalatedAt === null && hasPassed(remindedAt) ? "remind-lead" : "none";
}
