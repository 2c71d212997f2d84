import type { ReactNode } from "react";
import { useReportWords } from "@/components/words/use-report-words";
import { useWords } from "@/components/words/use-words";
import { isWrong } from "@/lib/ratings/is-wrong";
import { claimantOptions } from "@/lib/reports/claimant-options";
import type { Report } from "@/lib/reports/report";
import styles from "./claim-tools.module.css";
import { OwnText } from "./own-text";
import { useOwnLanguage } from "./use-own-language";

/**
 * The bar above the text: steps from claim to claim, filters them, and chooses where their findings are shown. components/reader-script
 * brings it to life; without the script it is hidden.
 */
export function ClaimTools({ report }: { report: Report }) {
  const t = useWords("reader");
  const { describeClaimant } = useReportWords();
  const { total, counts } = report.summary;
  if (total === 0) return null;
  const countOf = (key: string) => counts.find(({ ratingKey }) => ratingKey === key)?.count ?? 0;
  const ratings = report.scale.ratings.filter(({ key }) => countOf(key) > 0);
  const claimants = claimantOptions(report, describeClaimant);
  const topics = unique(report.claims.flatMap(({ tags }) => tags));
  return (
    <claim-tools class={styles.tools}>
      <div className={styles.row}>
        <button type="button" data-part="previous" aria-label={t("tools.previous")} title={t("tools.keys")}>
          ‹
        </button>
        <output
          data-total={t("tools.total", { count: total })}
          data-filtered={t("tools.filtered", { count: total })}
          data-position={t("tools.position")}
          data-empty={t("tools.empty")}
        >
          {t("tools.total", { count: total })}
        </output>
        <button type="button" data-part="next" aria-label={t("tools.next")} title={t("tools.keys")}>
          ›
        </button>
        <details className={styles.options}>
          <summary>{t("tools.options")}</summary>
          <form className={styles.form}>
            <fieldset>
              <legend>{t("tools.rating")}</legend>
              <Choice name="rating" value="" checked>
                {t("tools.rating.all")}
              </Choice>
              {ratings.some((rating) => isWrong(rating, report.scale.ratings)) && (
                <Choice name="rating" value="wrong">
                  {t("tools.rating.wrong")}
                </Choice>
              )}
              {ratings.map((rating) => (
                <Choice
                  key={rating.key}
                  name="rating"
                  value={rating.key}
                  label={rating.label}
                  isWrong={isWrong(rating, report.scale.ratings)}
                >
                  <OwnText>{rating.label}</OwnText>{" "}
                  <span className={styles.count}>{countOf(rating.key)}</span>
                </Choice>
              ))}
            </fieldset>
            {claimants.length > 1 && (
              <Select
                label={t("tools.claimant")}
                name="claimant"
                all={t("tools.anyone")}
                options={claimants}
              />
            )}
            {topics.length > 0 && (
              <Select
                label={t("tools.topic")}
                name="topic"
                all={t("tools.any")}
                options={topics.map((topic) => ({ value: topic, label: topic }))}
              />
            )}
            <fieldset>
              <legend>{t("tools.notes")}</legend>
              <Choice name="notes" value="cards" checked>
                {t("tools.notes.cards")}
              </Choice>
              <Choice name="notes" value="margin" className={styles.wide}>
                {t("tools.notes.margin")}
              </Choice>
              <Choice name="notes" value="inline">
                {t("tools.notes.inline")}
              </Choice>
            </fieldset>
            <label>
              <input type="checkbox" name="hide" value="on" /> {t("tools.hide")}
            </label>
            <p className={styles.actions}>
              <button type="submit">{t("tools.done")}</button>
              <button type="reset">{t("tools.reset")}</button>
            </p>
          </form>
        </details>
      </div>
      {/* The script draws in it where the claims are. */}
      <svg
        className={styles.position}
        data-part="bar"
        aria-hidden="true"
        focusable="false"
        viewBox="0 0 1000 4"
        preserveAspectRatio="none"
      />
      <template data-note-template="">
        <aside className={`${styles.note} rating-hue`} data-note="" aria-hidden="true">
          <a href="#claims-title" tabIndex={-1}>
            <span className={styles.noteNumber} data-number="" /> <span data-part="rating" />
          </a>
          <p data-part="statement" />
          <p data-part="reason" className={styles.reason} />
        </aside>
      </template>
    </claim-tools>
  );
}

function Choice({
  name,
  value,
  checked = false,
  label,
  isWrong: wrong = false,
  className,
  children,
}: {
  name: string;
  value: string;
  checked?: boolean;
  /** The label of a rating, by which the script finds the rating of an entry. */
  label?: string;
  isWrong?: boolean;
  className?: string | undefined;
  children: ReactNode;
}) {
  return (
    <label className={className}>
      <input
        type="radio"
        name={name}
        value={value}
        defaultChecked={checked}
        data-label={label}
        data-wrong={wrong ? "" : undefined}
      />{" "}
      {children}
    </label>
  );
}

function Select({
  label,
  name,
  all,
  options,
}: {
  label: string;
  name: string;
  all: string;
  options: readonly { value: string; label: string }[];
}) {
  const own = useOwnLanguage();
  return (
    <label className={styles.select}>
      {label}
      <select name={name}>
        <option value="">{all}</option>
        {options.map(({ value, label: name }) => (
          <option key={value} value={value} {...own(name)}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)].sort((one, other) => one.localeCompare(other));
}
