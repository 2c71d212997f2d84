import { Field } from "@/components/ui/field";
import { useReportWords } from "@/components/words/use-report-words";
import { useWords } from "@/components/words/use-words";
import { CORRECTION_KINDS, type CorrectionKind } from "@/lib/reports/report";
import styles from "./publication-desk.module.css";

export interface PublicNote {
  kind: CorrectionKind;
  note: string;
}

/** Whether a note has no text yet. */
export function isMissing(note: PublicNote | undefined): boolean {
  return !note?.note.trim();
}

/** Asks for a public note on each claim that differs from what readers have seen. */
export function PublicationNotes({
  required,
  notes,
  showMissing,
  onChange,
}: {
  /** The claims whose change needs a note, each with what changed. */
  required: readonly {
    claim: { claimId: string; number: number; statement: string };
    changes: readonly string[];
  }[];
  notes: Readonly<Record<string, PublicNote>>;
  /** Notes without text are marked as missing. */
  showMissing: boolean;
  onChange: (claimId: string, note: PublicNote) => void;
}) {
  const t = useWords("publication");
  const { correctionKind, correctionHint } = useReportWords();
  return required.map(({ claim: { claimId, number, statement }, changes }) => {
    const publicNote: PublicNote = notes[claimId] ?? { kind: "correction", note: "" };
    return (
      <fieldset key={claimId} className={styles.note}>
        <legend>{t("note.claim", { number, statement })}</legend>
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
          label={t("note.label.claim", { number })}
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
