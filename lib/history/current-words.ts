import type { HistoryEvent } from "./history-event";

/**
 * Former names of actions. The audit log is hashed and never rewritten, so older events keep the names they were recorded with;
 * everything that shows or restores events reads them through `inCurrentWords`.
 */
const RENAMED_ACTIONS: Readonly<Record<string, string>> = {
  "claim.leave_out": "claim.exclude",
  "claim.take_in": "claim.include",
  "claim.ask_more": "claim.raise_approvals",
  "claim.split-vote": "claim.dispute",
  "claim.settle-anchor": "claim.confirm-anchor",
};

const RENAMED_FIELDS: Readonly<Record<string, string>> = {
  leftOut: "excluded",
  leftOutReason: "excludedReason",
};

/** An event with today's names of actions, fields and states. */
export function inCurrentWords(event: HistoryEvent): HistoryEvent {
  return {
    ...event,
    action: RENAMED_ACTIONS[event.action] ?? event.action,
    from: withCurrentFields(event.from),
    to: withCurrentFields(event.to),
  };
}

/** Actions together with their former names, for queries of the log. */
export function withFormerNames(actions: readonly string[]): string[] {
  const former = Object.entries(RENAMED_ACTIONS).filter(([, current]) => actions.includes(current));
  return [...actions, ...former.map(([name]) => name)];
}

function withCurrentFields(fields: Record<string, unknown> | null): Record<string, unknown> | null {
  if (fields === null) return null;
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      RENAMED_FIELDS[name] ?? name,
      name === "state" && value === "split" ? "disputed" : value,
    ]),
  );
}
