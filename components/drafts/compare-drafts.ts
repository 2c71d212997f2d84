import {
  isAlike,
  type MergedRow,
  type MergeOutcome,
  mergeRows,
  type Side,
  settledRow,
  settleValue,
} from "@/lib/claims/merge-three-ways";
import { type ClaimDraft, type ClaimFields, COMPARED, type EvidenceDraft } from "./claim-draft";

type PlainField = Exclude<keyof ClaimFields, "evidence">;

/** A part of a claim that differs between two forms: a field, or a row of evidence. */
export type ComparedPart = { key: string; outcome: Exclude<MergeOutcome, "same"> } & (
  | { field: PlainField }
  | { field: "evidence"; row: MergedRow<EvidenceDraft> }
);

/** Whose words are taken of the parts that both changed, by `ComparedPart.key`; mine where nothing is said. */
export type Choices = ReadonlyMap<string, Side>;

const plainFields = COMPARED.filter((field) => field !== "evidence");

/** In what a form differs from the claim as it stands now, and who changed it since the form was opened. */
export function compareDrafts(mine: ClaimDraft, theirs: ClaimDraft): ComparedPart[] {
  const parts: ComparedPart[] = [];
  for (const field of plainFields) {
    const outcome = settleValue<unknown>(mine.base?.[field], mine[field], theirs[field]);
    if (outcome !== "same") parts.push({ key: field, field, outcome });
  }
  for (const row of evidenceOf(mine, theirs))
    if (row.outcome !== "same")
      parts.push({ key: `evidence:${row.id}`, field: "evidence", row, outcome: row.outcome });
  return parts;
}

/** My form on the claim as it stands now: with what they alone changed, and of what both changed what was chosen. */
export function mergeDrafts(mine: ClaimDraft, theirs: ClaimDraft, choices: Choices): ClaimDraft {
  const taken: Record<string, unknown> = {};
  for (const part of compareDrafts(mine, theirs))
    if (part.field !== "evidence" && sideOf(part, choices) === "theirs")
      taken[part.field] = theirs[part.field];
  const evidence = evidenceOf(mine, theirs).flatMap(
    (row) => settledRow(row, choices.get(`evidence:${row.id}`) ?? "mine") ?? [],
  );
  return { ...mine, ...taken, evidence, revision: theirs.revision, base: theirs.base };
}

/** Whether anything of a form is not in the claim as it stands now. */
export function saysMore(mine: ClaimDraft, theirs: ClaimDraft): boolean {
  return compareDrafts(mine, theirs).some(({ outcome }) => outcome !== "theirs");
}

function sideOf({ key, outcome }: ComparedPart, choices: Choices): Side {
  return outcome === "conflict" ? (choices.get(key) ?? "mine") : outcome;
}

function evidenceOf(mine: ClaimDraft, theirs: ClaimDraft): MergedRow<EvidenceDraft>[] {
  const ids = new Map<EvidenceDraft, string>();
  for (const rows of [mine.base?.evidence ?? [], mine.evidence, theirs.evidence]) {
    // Saving makes rows anew, with other keys: what stays is the source, and which use of it a row is.
    const uses = new Map<string, number>();
    for (const row of rows) {
      const source = row.sourceId ?? row.key;
      const use = (uses.get(source) ?? 0) + 1;
      uses.set(source, use);
      ids.set(row, `${source}:${use}`);
    }
  }
  const idOf = (row: EvidenceDraft) => ids.get(row) ?? row.key;
  const without = new Map<EvidenceDraft, EvidenceDraft>();
  /** Rows without what only tells them apart on the page. */
  const bare = (row: EvidenceDraft): EvidenceDraft => {
    const made = { ...row, key: idOf(row) };
    without.set(made, row);
    return made;
  };
  return mergeRows(
    mine.base?.evidence.map(bare),
    mine.evidence.map(bare),
    theirs.evidence.map(bare),
    ({ key }) => key,
  ).map((row) => ({
    ...row,
    mine: row.mine && (without.get(row.mine) ?? row.mine),
    theirs: row.theirs && (without.get(row.theirs) ?? row.theirs),
  }));
}

/** Whether two rows of evidence say the same. */
export function isSameRow(a: EvidenceDraft | null, b: EvidenceDraft | null): boolean {
  return isAlike(a && { ...a, key: "" }, b && { ...b, key: "" });
}
