import type { Claimant, ClaimantKind } from "@/lib/claimants/claimant";
import { claimantKindLabels } from "@/lib/claimants/labels";
import { settleValue } from "@/lib/claims/merge-three-ways";
import { words } from "@/lib/words/words";

/** The fields of a claimant as text to edit; names and addresses one per line. */
export interface ClaimantEdit {
  kind: ClaimantKind;
  name: string;
  description: string;
  aliases: string;
  sameAs: string;
}

export type EditedField = keyof ClaimantEdit;

const FIELDS = ["kind", "name", "description", "aliases", "sameAs"] as const satisfies readonly EditedField[];

export function editOf({ kind, name, description, aliases, sameAs }: Claimant): ClaimantEdit {
  return {
    kind,
    name,
    description: description ?? "",
    aliases: aliases.join("\n"),
    sameAs: sameAs.join("\n"),
  };
}

/** The lines of a field, without blank ones. */
export const linesOf = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

/**
 * The edits of two people in one: a field that only one of them changed is theirs; where both did, it is mine and in conflict.
 * @param base the state that both started from
 */
export function mergeEdits(
  base: ClaimantEdit,
  mine: ClaimantEdit,
  theirs: ClaimantEdit,
): { edit: ClaimantEdit; conflicts: EditedField[] } {
  const outcomes = FIELDS.map(
    (field) => [field, settleValue<string>(base[field], mine[field], theirs[field])] as const,
  );
  const fromThem = outcomes
    .filter(([, outcome]) => outcome === "theirs")
    .map(([field]) => [field, theirs[field]]);
  return {
    edit: { ...mine, ...Object.fromEntries(fromThem) },
    conflicts: outcomes.filter(([, outcome]) => outcome === "conflict").map(([field]) => field),
  };
}

/** The value of a field, as people read it. */
export function editedValue(field: EditedField, edit: ClaimantEdit): string {
  if (field === "kind") return claimantKindLabels[edit.kind];
  return edit[field] || words("claimants")("stale.empty");
}
