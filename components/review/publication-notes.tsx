import { Field } from "@/components/ui/field";
import { useReportWords } from "@/components/words/use-report-words";
import { useWords } from "@/components/words/use-words";
import type { Claim } from "@/lib/claims/claim";
import type { Failure } from "@/lib/failure";
import { CORRECTION_KINDS, type CorrectionKind } from "@/lib/reports/report";
import styles from "./publish-panel.module.css";

export interface PublicNote {
  kind: CorrectionKind;
  note: string;
}

/** The claims whose change needs a public note, each with what changed. */
export function requiredNotes(failure: Failure | null): { claimId: string; changes: string[] }[] {
  if (failure?.kind !== "invalid" || !failure.fields) return [];
  return Object.entries(failure.fields).flatMap(([path, changes]) =>
    path.startsWith("corrections.") ? [{ claimId: path.slice("corrections.".length), changes }] : [],
  );
}

/** Whether a note has no text yet. */
export function isMissing(note: PublicNote | undefined): boolean {
  return !note?.note.trim();
}

/** Asks for a public note on each claim that differs from what readers have seen. */
export function PublicationNotes({
  required,
  claims,
  notes,
  showMissing,
  onChange,
}: {
  required: ReturnType<typeof requiredNotes>;
  claims: readonly Claim[];
  notes: Readonly<Record<string, PublicNote>>;
  /** Notes without text are marked as missing. */
  showMissing: boolean;
  onChange: (claimId: string, note: PublicNote) => void;
}) {
  const t = useWords("publication");
  const { correctionKind, correctionHint } = useReportWords();
  return required.map(({ claimId, changes }) => {
    const claim = claims.find((each) => each.id === claimId);
    const publicNote: PublicNote = notes[claimId] ?? { kind: "correction", note: "" };
    return (
      <fieldset key={claimId} className={styles.note}>
        <legend>
          {claim
            ? t("note.claim", { number: claim.number, statement: claim.statement })
            : t("note.claim.deleted")}
        </legend>
        <ul className={styles.changes}>
          {changes.map((change) => (
            <li key={change}>{change}</li>
          ))}
        </ul>
        <Field label={t("note.kind")} hint={correctionHint(publicNote.kind)}>
          {(control) => (
            <select
              {...control}
              value={publicNote.kind}
              onChange={({ target }) => {
                const kind = CORRECTION_KINDS.find((each) => each === target.value);
                if (kind) onChange(claimId, { ...publicNote, kind });
              }}
            >
              {CORRECTION_KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {correctionKind(kind)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field
          label={claim ? t("note.label.claim", { number: claim.number }) : t("note.label")}
          hint={t("note.hint")}
          errors={showMissing && isMissing(publicNote) ? [t("note.missing")] : undefined}
        >
          {(control) => (
            <textarea
              {...control}
              rows={2}
              value={publicNote.note}
              onChange={(event) => onChange(claimId, { ...publicNote, note: event.target.value })}
            />
          )}
        </Field>
      </fieldset>
    );
  });
}
