import styles from "@/components/claims/outcome.module.css";
import { type OutcomeDraft, withOutcomeKind } from "@/components/drafts/outcome-draft";
import { Field } from "@/components/ui/field";
import { useWords } from "@/components/words/use-words";
import { OUTCOME_KINDS } from "@/lib/claims/outcome";
import type { Rating } from "@/lib/ratings/rating";
import { VerdictField } from "./verdict-field";

/** What is decided about a claim of a manuscript: a choice, and what it needs. The form has it instead of verdict and rationale. */
export function OutcomeField({
  ratings,
  value,
  passage,
  declines,
  messages,
  onChange,
  onPick,
}: {
  /** The outcomes: `outcomeRatings`. */
  ratings: readonly Rating[];
  value: OutcomeDraft | null;
  /** The claim's words in the text. */
  passage: string;
  /** Whether "stands" would decline a suggested wording. */
  declines: boolean;
  messages: (path: string) => readonly string[] | undefined;
  onChange: (outcome: OutcomeDraft | null) => void;
  /** An outcome was chosen with a mouse. */
  onPick: () => void;
}) {
  const t = useWords("manuscripts");
  return (
    <>
      <VerdictField
        ratings={ratings}
        labels={{ legend: t("outcome"), clear: t("outcome.clear") }}
        value={value?.kind ?? null}
        errors={messages("outcome.kind")}
        onChange={(key) => {
          const kind = OUTCOME_KINDS.find((each) => each === key);
          onChange(kind ? withOutcomeKind(value, kind, passage) : null);
        }}
        onPick={onPick}
      />
      {value && (
        <div className={styles.parts} data-rationale="">
          {value.kind === "change" && (
            <Field label={t("wording")} errors={messages("outcome.wording")}>
              {(control) => (
                <textarea
                  {...control}
                  rows={2}
                  value={value.wording}
                  onChange={(event) => onChange({ ...value, wording: event.target.value })}
                />
              )}
            </Field>
          )}
          {value.kind === "query" && (
            <Field label={t("question")} hint={t("question.hint")} errors={messages("outcome.question")}>
              {(control) => (
                <textarea
                  {...control}
                  rows={2}
                  value={value.question}
                  onChange={(event) => onChange({ ...value, question: event.target.value })}
                />
              )}
            </Field>
          )}
          <Field
            label={t(declines && value.kind === "stands" ? "note.declines" : "note")}
            hint={t("note.hint")}
            optional={!(declines && value.kind === "stands")}
            errors={messages("outcome.note")}
          >
            {(control) => (
              <textarea
                {...control}
                rows={2}
                value={value.note}
                onChange={(event) => onChange({ ...value, note: event.target.value })}
              />
            )}
          </Field>
        </div>
      )}
    </>
  );
}
