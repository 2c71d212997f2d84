"use client";

import { ClaimantCombobox } from "@/components/claimants/claimant-combobox";
import { need } from "@/components/claims/claim-rules";
import type { ClaimedByFields } from "@/components/drafts/claimant-draft";
import { Field } from "@/components/ui/field";
import { useWords } from "@/components/words/use-words";
import { CLAIMANT_KINDS } from "@/lib/claimants/claimant";
import { claimantKind } from "@/lib/claimants/claimant-kind";
import { claimantKindLabels } from "@/lib/claimants/labels";
import styles from "./claim-form.module.css";
import { useSourceActions } from "./source-actions";

/** Who made a claim, in which role, and who carried it. */
export function ClaimantFields({
  draft,
  isRequired,
  messages,
  onChange,
}: {
  draft: ClaimedByFields;
  /** Whether the desk requires a claimant. */
  isRequired: boolean;
  messages: (path: string) => string[] | undefined;
  onChange: (part: Partial<ClaimedByFields>) => void;
}) {
  const t = useWords("claims");
  const claimants = useWords("claimants");
  const { suggestClaimants } = useSourceActions();
  const { claimant } = draft;
  const kind = claimant.kind ?? (claimant.name.trim() === "" ? null : claimantKind(claimant.name));
  const text = (name: "claimantRole" | "carriedBy") => ({
    value: draft[name],
    onChange: (event: { target: { value: string } }) => onChange({ [name]: event.target.value }),
  });
  return (
    <div className={styles.pair}>
      <Field
        label={t("claimant")}
        {...need(isRequired)}
        hint={claimant.isNew ? claimants("form.isNew") : claimant.id ? claimants("form.isKnown") : undefined}
        errors={messages("claimant") ?? messages("claimant.name") ?? messages("claimant.id")}
      >
        {(control) => (
          <ClaimantCombobox
            control={control}
            value={claimant.name}
            suggest={suggestClaimants}
            onChange={(name) =>
              onChange({
                // The kind of a known claimant says nothing about the name that is typed now.
                claimant: { name, id: null, kind: claimant.id ? null : claimant.kind, isNew: false },
              })
            }
            onPick={({ id, name, kind, description }) =>
              onChange({ claimant: { name, id, kind, isNew: false }, claimantRole: description ?? "" })
            }
            onNew={() => onChange({ claimant: { ...claimant, id: null, isNew: true } })}
          />
        )}
      </Field>
      <Field label={claimants("form.kind")} errors={messages("claimant.kind")}>
        {(control) => (
          <select
            {...control}
            // The kind of a known claimant is changed on its own page, for all its claims.
            disabled={claimant.id !== null || kind === null}
            value={kind ?? ""}
            onChange={(event) => {
              const chosen = CLAIMANT_KINDS.find((each) => each === event.target.value);
              if (chosen) onChange({ claimant: { ...claimant, kind: chosen } });
            }}
          >
            {kind === null && <option value="">{claimants("form.kindOpen")}</option>}
            {CLAIMANT_KINDS.map((each) => (
              <option key={each} value={each}>
                {claimantKindLabels[each]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t("claimantRole")} optional errors={messages("claimant.role")}>
        {(control) => <input {...control} {...text("claimantRole")} />}
      </Field>
      <Field label={t("carriedBy")} optional hint={t("carriedByHint")} errors={messages("carriedBy")}>
        {(control) => <input {...control} {...text("carriedBy")} />}
      </Field>
    </div>
  );
}
