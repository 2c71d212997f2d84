import type { ReportClaim } from "@/lib/reports/report";
import type { Eraser, Where } from "./eraser";
import { redactStrings } from "./redact-strings";

type ClaimedBy = Pick<ReportClaim, "claimant" | "carriedBy">;

/**
 * Who made and who carried a claim, without what was redacted. Without a name, neither an id nor an address of the claimant stays: they
 * would name them as well.
 */
export function redactClaimant({ claimant, carriedBy }: ClaimedBy, eraser: Eraser, where: Where): ClaimedBy {
  const carrier = carriedBy === null ? null : eraser.text(carriedBy, where);
  if (!claimant) return { claimant, carriedBy: carrier };
  const { asWritten, ...parts } = claimant;
  const name = eraser.text(parts.name, where);
  const role = parts.role === null ? null : eraser.text(parts.role, where);
  const { sameAs } = redactStrings({ sameAs: parts.sameAs }, eraser, where);
  const isNamed = name === parts.name;
  const redacted = {
    claimant: { ...parts, name, role, ...(isNamed ? { sameAs } : { id: null, sameAs: [] }) },
    carriedBy: carrier,
  };
  if (asWritten === undefined) return redacted;
  const written = eraser.text(asWritten, where);
  if (written === asWritten) return { ...redacted, claimant: { ...redacted.claimant, asWritten } };
  // A redaction can span several parts of what was one text, and then no part contains all of it.
  return isNamed && role === parts.role && carrier === carriedBy
    ? { claimant: { ...parts, id: null, name: written, role: null, sameAs: [] }, carriedBy: null }
    : redacted;
}
