import { formatDate } from "@/lib/format-date";
import { words } from "@/lib/words/words";
import { sentenceMarks } from "./languages/sentence-marks";
import type { CorrectionField, CorrectionKind, CorrectionValue, ReportCorrection } from "./report";
import { isolated } from "./text-language";

/** A public note with all the changes it covers. */
export interface CorrectionNotice extends Pick<ReportCorrection, "claim" | "kind" | "note" | "madeAt"> {
  /** Sentences; empty if the values mean little to readers. */
  changes: string;
}

export type CorrectionWords = ReturnType<typeof correctionWords>;

/** The words about corrections. @param language BCP 47 */
export function correctionWords(language: string) {
  const t = words("report", language);
  const marks = sentenceMarks(language);
  const inside = (text: string) => isolated(text, language);

  /** A value as text: "17 May 2024", "not named", "Supports: Budget; Refutes: Memo". */
  function correctionValue(field: CorrectionField, value: CorrectionValue): string {
    if (value === null)
      return t(
        field === "claimant" || field === "carriedBy" || field === "claimedOn" || field === "removed"
          ? `correction.none.${field}`
          : "correction.none.other",
      );
    if (typeof value === "string")
      return field === "claimedOn" && /^\d{4}(-\d\d){0,2}$/.test(value) ? formatDate(value, language) : value;
    return value
      .map(({ stance, unnamed, text }) => {
        const name = t("source.confidential");
        return t("correction.source", {
          stance: t(`stance.${stance}`),
          text: !unnamed
            ? inside(text)
            : text
              ? t("correction.unnamed", { unnamed: name, text: inside(text) })
              : name,
        });
      })
      .join(marks.semicolon);
  }

  /** "The verdict was “True” and is now “False”."; empty for fields whose values mean little to readers. */
  function describeChange({ field, from, to }: ReportCorrection): string {
    switch (field) {
      case "verdict":
      case "statement":
      case "claimant":
      case "carriedBy":
      case "claimedOn":
        return t(`correction.changed.${field}`, {
          from: inside(correctionValue(field, from)),
          to: inside(correctionValue(field, to)),
        });
      default:
        return "";
    }
  }

  return {
    correctionValue,

    /** "Correction", "Clarification", "Update". */
    correctionKind(kind: CorrectionKind): string {
      return t(`correction.kind.${kind}`);
    },

    /** When to use a kind of correction. */
    correctionHint(kind: CorrectionKind): string {
      return t(`correction.hint.${kind}`);
    },

    /** "Correction, 17 May 2024". */
    correctionTitle({ kind, madeAt }: Pick<ReportCorrection, "kind" | "madeAt">): string {
      return t("correction.title", {
        kind: t(`correction.kind.${kind}`),
        date: formatDate(madeAt, language),
      });
    },

    /** Label of the changed field: "Verdict". */
    correctionField(field: CorrectionField): string {
      return t(`correction.field.${field}`);
    },

    /** "Verdict: True → False", for the editors who explain it. */
    correctionLine({ field, from, to }: Pick<ReportCorrection, "field" | "from" | "to">): string {
      return t("correction.changed", {
        field: t(`correction.field.${field}`),
        from: inside(correctionValue(field, from)),
        to: inside(correctionValue(field, to)),
      });
    },

    /** The corrections for readers: changes of a claim with the same note are merged. */
    correctionNotices(corrections: readonly ReportCorrection[]): CorrectionNotice[] {
      const notices: CorrectionNotice[] = [];
      for (const correction of corrections) {
        const { claim, kind, note, madeAt } = correction;
        const change = describeChange(correction);
        const last = notices.at(-1);
        const isSameNote =
          claim !== null && last?.claim === claim && last.madeAt === madeAt && last.note === note;
        if (isSameNote) last.changes = marks.sentences([last.changes, change]);
        else notices.push({ claim, kind, note, madeAt, changes: change });
      }
      return notices;
    },
  };
}
