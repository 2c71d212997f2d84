import {
  type MergedRow,
  type MergeOutcome,
  mergeRows,
  mergeValue,
  rowToUse,
  type Side,
} from "@/lib/claims/merge-three-ways";
import { type ClaimDraft, type ClaimFields, COMPARED_FIELDS, type EvidenceDraft } from "./claim-draft";
import { isSameClaimant } from "./claimant-draft";

type PlainField = Exclude<keyof ClaimFields, "evidence">;

/** A part of a claim in which two forms differ: a field, or a row of evidence. */
export type ComparedPart = { key: string; outcome: Exclude<MergeOutcome, "same"> } & (
  | { field: PlainField }
  | { field: "evidence"; row: MergedRow<EvidenceDraft> }
);

/** Whose version to use of each conflicting part, by `ComparedPart.key`; mine by default. */
export type Choices = ReadonlyMap<string, Side>;

const plainFields = COMPARED_FIELDS.filter((field) => field !== "evidence");

/** The parts in which a form differs from the current claim, and who changed them since the form was opened. */
export function compareDrafts(mine: ClaimDraft, theirs: ClaimDraft): ComparedPart[] {
  const parts: ComparedPart[] = [];
  for (const field of plainFields) {
    const outcome = mergeValue<unknown>(mine.base?.[field], mine[field], theirs[field]);
    if (field === "claimant" && isSameClaimant(mine.claimant, theirs.claimant)) continue;
    if (outcome !== "same") parts.push({ key: field, field, outcome });
  }
  for (const row of evidenceOf(mine, theirs))
    if (row.outcome !== "same")
      parts.push({ key: `evidence:${row.id}`, field: "evidence", row, outcome: row.outcome });
  return parts;
}

/** My form, based on the current claim: with the parts that only they changed, and the chosen version of each conflicting part. */
export function mergeDrafts(mine: ClaimDraft, theirs: ClaimDraft, choices: Choices): ClaimDraft {
  const fromThem: Record<string, unknown> = {};
  for (const part of compareDrafts(mine, theirs))
    if (part.field !== "evidence" && sideOf(part, choices) === "theirs")
      fromThem[part.field] = theirs[part.field];
  const evidence = evidenceOf(mine, theirs).flatMap(
    (row) => rowToUse(row, choices.get(`evidence:${row.id}`) ?? "mine") ?? [],
  );
  return { ...mine, ...fromThem, evidence, revision: theirs.revision, base: theirs.base };
}

function sideOf({ key, outcome }: ComparedPart, choices: Choices): Side {
  return outcome === "conflict" ? (choices.get(key) ?? "mine") : outcome;
}

function evidenceOf(mine: ClaimDraft, theirs: ClaimDraft): MergedRow<EvidenceDraft>[] {
  const ids = new Map<EvidenceDraft, string>();
  for (const rows of [mine.base?.evidence ?? [], mine.evidence, theirs.evidence]) {
    // Each save creates new rows with new keys. What identifies a row is its source, and which use of that source it is.
    const uses = new Map<string, number>();
    for (const row of rows) {
      const source = row.sourceId ?? row.key;
      const use = (uses.get(source) ?? 0) + 1;
      uses.set(source, use);
      ids.set(row, `${source}:${use}`);
    }
  }
  const idOf = (row: EvidenceDraft) => ids.get(row) ?? row.key;
  const originals = new Map<EvidenceDraft, EvidenceDraft>();
  /** The row with its id as the key: keys differ between forms even if the rows are equal. */
  const withId = (row: EvidenceDraft): EvidenceDraft => {
    const copy = { ...row, key: idOf(row) };
    originals.set(copy, row);
    return copy;
  };
  return mergeRows(
    mine.base?.evidence.map(withId),
    mine.evidence.map(withId),
    theirs.evidence.map(withId),
    ({ key }) => key,
  ).map((row) => ({
    ...row,
    mine: row.mine && (originals.get(row.mine) ?? row.mine),
    theirs: row.theirs && (originals.get(row.theirs) ?? row.theirs),
  }));
}
