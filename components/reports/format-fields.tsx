import { Field } from "@/components/ui/field";
import { useWords } from "@/components/words/use-words";
import type { ReportFileFormat } from "@/lib/reports/export-formats";
import { PAPERS, type Paper } from "@/lib/reports/renderers/paper";
import { languageName } from "@/lib/words/language-name";
import styles from "./reports.module.css";

/** Formats with pages. */
const ON_PAPER: readonly ReportFileFormat[] = ["pdf", "docx"];

/** The format of a report, its language and, if it has pages, their size. */
export function FormatFields<Format extends ReportFileFormat>({
  formats,
  format,
  paper,
  languages,
  automatic = "language.article",
  lang = "",
  onChange,
}: {
  formats: readonly Format[];
  format: Format;
  paper: Paper;
  /** BCP 47 tags to choose from; none for what is in English only. */
  languages: readonly string[];
  /** What the default is. */
  automatic?: "language.article" | "language.organisation";
  /** The chosen one; "" for the default. */
  lang?: string;
  onChange: (change: { format: Format } | { paper: Paper } | { lang: string }) => void;
}) {
  const t = useWords("reports");
  return (
    <div className={styles.row}>
      <Field label={t("format")}>
        {(control) => (
          <select
            {...control}
            value={format}
            onChange={({ target }) => onChange({ format: target.value as Format })}
          >
            {formats.map((each) => (
              <option key={each} value={each}>
                {t(`format.${each}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {ON_PAPER.includes(format) && (
        <Field label={t("paper")}>
          {(control) => (
            <select
              {...control}
              value={paper}
              onChange={({ target }) => onChange({ paper: target.value as Paper })}
            >
              {PAPERS.map((each) => (
                <option key={each} value={each}>
                  {t(`paper.${each}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      {languages.length > 0 && (
        <Field label={t("language")}>
          {(control) => (
            <select {...control} value={lang} onChange={({ target }) => onChange({ lang: target.value })}>
              <option value="">{t(automatic)}</option>
              {languages.map((each) => (
                <option key={each} value={each} lang={each}>
                  {languageName(each)}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
    </div>
  );
}
