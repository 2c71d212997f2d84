import { Field } from "@/components/ui/field";
import type { Claim } from "@/lib/claims/claim";
import type { Failure } from "@/lib/failure";
import { CORRECTION_KINDS, type CorrectionKind } from "@/lib/reports/report";
import { correctionKindHints, correctionKindLabels } from "@/lib/reports/report-words";
import styles from "./publish-panel.module.css";

export interface PublicNote {
  kind: CorrectionKind;
  note: string;
}

/** The claims whose change needs a public note, with what changed. */
export function notesAsked(failure: Failure | null): { claimId: string; changes: string[] }[] {
  if (failure?.kind !== "invalid" || !failure.fields) return [];
  return Object.entries(failure.fields).flatMap(([path, changes]) =>
    path.startsWith("corrections.") ? [{ claimId: path.slice("corrections.".length), changes }] : [],
  );
}

/** Asks for a public note on each claim that readers saw otherwise. */
export function PublicationNotes({
  asked,
  claims,
  notes,
  onChange,
}: {
  asked: ReturnType<typeof notesAsked>;
  claims: readonly Claim[];
  notes: Readonly<Record<string, PublicNote>>;
  onChange: (claimId: string, note: PublicNote) => void;
}) {
  return asked.map(({ claimId, changes }) => {
    const claim = claims.find((each) => each.id === claimId);
    const given = notes[claimId] ?? { kind: "correction", note: "" };
    return (
      <fieldset key={claimId} className={styles.note}>
        <legend>{claim ? `Claim ${claim.number}: ${claim.statement}` : "A claim that is gone"}</legend>
        <ul className={styles.changes}>
          {changes.map((change) => (
            <li key={change}>{change}</li>
          ))}
        </ul>
        <Field label="Kind" hint={correctionKindHints[given.kind]}>
          {(control) => (
            <select
              {...control}
              value={given.kind}
              onChange={({ target }) => {
                const kind = CORRECTION_KINDS.find((each) => each === target.value);
                if (kind) onChange(claimId, { ...given, kind });
              }}
            >
              {CORRECTION_KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {correctionKindLabels[kind]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field
          label={claim ? `Public note on claim ${claim.number}` : "Public note"}
          hint="Readers find it at the claim, on the article and among the corrections."
        >
          {(control) => (
            <textarea
              {...control}
              rows={2}
              value={given.note}
              onChange={(event) => onChange(claimId, { ...given, note: event.target.value })}
            />
          )}
        </Field>
      </fieldset>
    );
  });
}
