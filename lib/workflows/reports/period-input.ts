import type { Period } from "@/lib/db/public-periods";
import type { Failure } from "@/lib/failure";
import { isoDay } from "@/lib/input-fields";
import { ok, type Result } from "@/lib/result";
import { words } from "@/lib/words/words";
import { invalid } from "@/lib/workflows/refusals";

const DAY_MS = 86_400_000;

/** ISO 8601 days (UTC), both included. */
export interface Days {
  from: string;
  to: string;
}

/** The fields of a period in an input. */
export const periodFields = { from: isoDay, to: isoDay };

/** The days of an input, if they are in order. */
export function daysOf({ from, to }: { from: string | null; to: string | null }): Result<Days, Failure> {
  if (from !== null && to !== null && from <= to) return ok({ from, to });
  const message = words("reports")("period.error.order");
  return invalid(message, { to: [message] });
}

/** The instants of days. */
export function periodOf({ from, to }: Days): Period {
  return { from: `${from}T00:00:00.000Z`, before: new Date(Date.parse(to) + DAY_MS).toISOString() };
}
