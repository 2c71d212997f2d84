import { z } from "zod";
import type { Failure } from "@/lib/failure";
import { selectClaims } from "@/lib/reports/claims/select-claims";
import type { Report } from "@/lib/reports/report";
import { ok, type Result } from "@/lib/result";
import { invalid } from "@/lib/workflows/refusals";

/** Characters: some 2,000 numbers, which still fit into an address. */
const MAX_LENGTH = 12_000;
/** Of numbers that a message repeats. */
const MAX_NAMED = 5;

/** Numbers of the claims that a report is made of, as in `claims=1,3,7`; null for all claims. */
export const claimNumbers = z
  .string()
  .max(MAX_LENGTH, "List fewer claims, or export the complete report.")
  .regex(/^(\s*\d{1,6}\s*(,\s*\d{1,6}\s*)*)?$/, "List numbers of claims, separated by commas: 1,3,7.")
  .nullish()
  .transform((list) => (list?.trim() ? list.split(",").map(Number) : null));

export type ClaimNumbers = z.output<typeof claimNumbers>;

/** The report of the chosen claims, the complete one for null; fails if it does not have one of them. */
export function withChosenClaims(report: Report, numbers: ClaimNumbers): Result<Report, Failure> {
  if (numbers === null) return ok(report);
  const selected = selectClaims(report, numbers);
  if (selected.ok) return selected;
  const unknown = selected.error.slice(0, MAX_NAMED).join(", ");
  const message = `This report has no claim ${unknown}. Choose claims that are in it.`;
  return invalid(message, { claims: [message] });
}
