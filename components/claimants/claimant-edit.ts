import type { Claimant, ClaimantKind } from "@/lib/claimants/claimant";
import { claimantKindLabels } from "@/lib/claimants/labels";

/** The fields of a claimant as text to edit; names and addresses one per line. */
export interface ClaimantEdit {
  kind: ClaimantKind;
  name: string;
  description: string;
  aliases: string;
  sameAs: string;
}

export type EditedField = keyof ClaimantEdit;

/** A claimant as text to edit. */
export function editOf({ kind, name, description, aliases, sameAs }: Claimant): ClaimantEdit {
  return {
    kind,
    name,
    description: description ?? "",
    aliases: aliases.join("\n"),
    sameAs: sameAs.join("\n"),
  };
}

/** The value of a field, as people read it. */
export function editedValue(field: EditedField, edit: ClaimantEdit): string {
  return field === "kind" ? claimantKindLabels[edit.kind] : edit[field];
}
