"use client";

import { type DeskRead, deskRead } from "@/components/reads/read-desk";
import type { FieldControl } from "@/components/ui/field";
import { SuggestingCombobox } from "@/components/ui/suggesting-combobox";
import { useWords } from "@/components/words/use-words";
import type { Claimant } from "@/lib/claimants/claimant";
import { claimantKindLabels } from "@/lib/claimants/labels";

export type SuggestClaimants = DeskRead<{ query: string }, Claimant[]>;

/** What the desk knows of claimants. */
export const claimantReads: { suggestClaimants: SuggestClaimants } = {
  suggestClaimants: deskRead("claimants"),
};

/** A text field that suggests known claimants, and a new claimant of the typed name. */
export function ClaimantCombobox({
  onNew,
  ...rest
}: {
  control: FieldControl;
  value: string;
  suggest: SuggestClaimants;
  onChange: (name: string) => void;
  onPick: (claimant: Claimant) => void;
  /** Called when the name is chosen as that of a new claimant; missing where none can be made. */
  onNew?: () => void;
}) {
  const t = useWords("claimants");
  return (
    <SuggestingCombobox
      {...rest}
      listLabel={t("known")}
      nameOf={({ name }) => name}
      detailsOf={({ kind, description }) => [claimantKindLabels[kind], description]}
      {...(onNew && { lastChoice: { label: t("new", { name: rest.value.trim() }), onPick: onNew } })}
    />
  );
}
