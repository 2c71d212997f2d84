import { isAlike } from "@/lib/claims/merge-three-ways";
import type { ClaimDraft, DiscardedRow, EvidenceDraft } from "./claim-draft";

/** How many can be brought back. */
const MAX_DISCARDED = 50;

/** Removes a row of evidence. `restoreRow` brings it back. @param key of the row */
export function removeRow(draft: ClaimDraft, key: string): ClaimDraft {
  const index = draft.evidence.findIndex((row) => row.key === key);
  const row = draft.evidence[index];
  if (!row) return draft;
  return remember({ ...draft, evidence: draft.evidence.toSpliced(index, 1) }, { row, index, by: null });
}

/** Fills in fields of a row. If they contained something else, `restoreRow` brings that back. @param key of the row */
export function fillRow(draft: ClaimDraft, key: string, by: Partial<EvidenceDraft>): ClaimDraft {
  const index = draft.evidence.findIndex((row) => row.key === key);
  const row = draft.evidence[index];
  if (!row) return draft;
  const filled = { ...draft, evidence: draft.evidence.with(index, { ...row, ...by }) };
  return isTyped(row, by) ? remember(filled, { row, index, by }) : filled;
}

/** Brings back the row that was removed or replaced last. What was typed in it since can be brought back in turn. */
export function restoreRow(draft: ClaimDraft): ClaimDraft {
  const discardedRows = [...(draft.discardedRows ?? [])];
  const last = discardedRows.pop();
  if (!last) return draft;
  const { row, by } = last;
  const index = draft.evidence.findIndex(({ key }) => key === row.key);
  const now = draft.evidence[index];
  if (!now) return { ...draft, discardedRows, evidence: draft.evidence.toSpliced(last.index, 0, row) };
  const restored = { ...draft, discardedRows, evidence: draft.evidence.with(index, row) };
  const isAsFilled = by !== null && sameFields(now, { ...row, ...by });
  return isAsFilled ? restored : remember(restored, { row: now, index, by: row });
}

function remember(draft: ClaimDraft, row: DiscardedRow): ClaimDraft {
  return { ...draft, discardedRows: [...(draft.discardedRows ?? []), row].slice(-MAX_DISCARDED) };
}

/** Whether text of a row is lost when fields get other values. Part of a title that was typed to find it is not. */
function isTyped(row: EvidenceDraft, by: Partial<EvidenceDraft>): boolean {
  return (Object.keys(by) as (keyof EvidenceDraft)[]).some((field) => {
    if (field === "kind" || field === "csl") return false;
    const after = textsIn(by[field]).join("\n").toLowerCase();
    return textsIn(row[field]).some((text) => !after.includes(text.toLowerCase()));
  });
}

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return value.trim() === "" ? [] : [value.trim()];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

function sameFields(a: EvidenceDraft, b: EvidenceDraft): boolean {
  return (Object.keys({ ...a, ...b }) as (keyof EvidenceDraft)[]).every((field) =>
    isAlike(a[field], b[field]),
  );
}
