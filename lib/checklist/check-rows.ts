import { stringify } from "csv-stringify/sync";
import type { Check } from "./check";

const COLUMNS = [
  "at",
  "by",
  "action",
  "kind",
  "passage",
  "claim",
  "rating",
  "reason",
  "version",
  "current",
  "undoneAt",
  "undoneBy",
] as const;

/** The first line of the record of checking as CSV, after a byte order mark. */
export function checkHead(): string {
  return `\uFEFF${stringify([COLUMNS])}`;
}

/** Entries as lines of CSV. Cells that a spreadsheet would run as a formula get a leading apostrophe. */
export function checkRows(checks: readonly Check[]): string {
  return stringify(
    checks.map(({ at, by, action, kind, passage, claimNumber, rating, reason, version, current, undone }) => [
      at,
      by.name,
      action,
      kind,
      passage,
      claimNumber,
      rating,
      reason,
      version,
      current ? "yes" : "no",
      undone?.at,
      undone?.by.name,
    ]),
    { escape_formulas: true },
  );
}
