import { useDates } from "@/components/dates/dates-context";
import { useWords } from "@/components/words/use-words";
import type { Dates } from "@/lib/personal/dates";
import { choiceOf, type DetailName, type FoundDetail } from "./found-details";
import styles from "./replacement.module.css";

/** The details that the source has otherwise than the article, to choose which of them the article gets with its new text. */
export function FoundDetailList({
  found,
  chosen,
  onChange,
}: {
  found: readonly FoundDetail[];
  /** The chosen ones, by `choiceOf`. */
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}) {
  const dates = useDates();
  const t = useWords("versions");
  if (found.length === 0) return null;
  return (
    <fieldset className={styles.found}>
      <legend>{t("replace.found")}</legend>
      {found.map((detail) => {
        const { name, found: value, current } = detail;
        const choice = choiceOf(detail);
        return (
          <label key={name}>
            <input
              type="checkbox"
              checked={chosen.includes(choice)}
              onChange={({ target }) =>
                onChange(target.checked ? [...chosen, choice] : chosen.filter((each) => each !== choice))
              }
            />
            <span>
              <span dir="auto">{t(`replace.found.${name}`, { value: shown(name, value, dates) })}</span>
              <span className={styles.current} dir="auto">
                {current === null
                  ? t("replace.found.none")
                  : t("replace.found.current", { value: shown(name, current, dates) })}
              </span>
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}

function shown(name: DetailName, value: string, dates: Dates): string {
  return name === "publishedOn" ? dates.date(value) : value;
}
