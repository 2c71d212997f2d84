import type { ReactNode } from "react";
import { type BoardQuery, DUES, dueLabels, SORTS, sortLabels } from "@/lib/board/board-query";
import { ARTICLE_PURPOSES } from "@/lib/claims/article-purpose";
import type { PersonName } from "@/lib/claims/claim";
import { nameToChoose } from "@/lib/claims/disambiguate-names";
import { ARTICLE_STAGES } from "@/lib/review/article-transition";
import { articleStageLabels } from "@/lib/review/labels";
import { words } from "@/lib/words/words";
import styles from "./board.module.css";

/** Filters and order of the articles. A plain form: it works without scripts. */
export function BoardFilters({
  action,
  query,
  people,
  defaultSort,
}: {
  /** Address of the page. */
  action: string;
  query: BoardQuery;
  people: readonly PersonName[];
  /** The page's order when the query has none. */
  defaultSort: BoardQuery["sort"];
}) {
  const t = words("board");
  const manuscripts = words("manuscripts");
  return (
    // The fields are uncontrolled: the key resets them when the query changes.
    <form
      className={styles.filters}
      action={action}
      key={JSON.stringify(query)}
      aria-label={t("filter.title")}
    >
      <label className={styles.search}>
        <span>{t("filter.search")}</span>
        <input name="q" type="search" defaultValue={query.q} />
      </label>
      <Choice label={t("filter.stage")} name="stage" value={query.stage}>
        <option value="">{t("filter.anyStage")}</option>
        {ARTICLE_STAGES.map((stage) => (
          <option key={stage} value={stage}>
            {articleStageLabels[stage]}
          </option>
        ))}
      </Choice>
      <Choice label={t("plan.lead")} name="lead" value={query.lead}>
        <option value="">{t("filter.anyone")}</option>
        <option value="me">{t("filter.me")}</option>
        <option value="nobody">{t("plan.noLead")}</option>
        {people.map((person) => (
          <option key={person.id} value={person.id}>
            {nameToChoose(person)}
          </option>
        ))}
      </Choice>
      <Choice label={manuscripts("purpose.filter")} name="purpose" value={query.purpose}>
        <option value="">{manuscripts("purpose.any")}</option>
        {ARTICLE_PURPOSES.map((purpose) => (
          <option key={purpose} value={purpose}>
            {manuscripts(`purpose.${purpose}`)}
          </option>
        ))}
      </Choice>
      <Choice label={t("plan.due")} name="due" value={query.due}>
        <option value="">{t("filter.anyTime")}</option>
        {DUES.map((due) => (
          <option key={due} value={due}>
            {dueLabels[due]}
          </option>
        ))}
      </Choice>
      <Choice label={t("filter.sort")} name="sort" value={query.sort ?? defaultSort}>
        {SORTS.map((sort) => (
          <option key={sort} value={sort}>
            {sortLabels[sort]}
          </option>
        ))}
      </Choice>
      <label className={styles.check}>
        <input type="checkbox" name="stuck" value="1" defaultChecked={query.stuck} />
        {t("filter.stuckOnly")}
      </label>
      <label className={styles.check}>
        <input type="checkbox" name="reopened" value="1" defaultChecked={query.reopened} />
        {t("filter.reopenedOnly")}
      </label>
      <button type="submit" className="action-plain">
        {t("filter.apply")}
      </button>
    </form>
  );
}

function Choice({
  label,
  name,
  value,
  children,
}: {
  label: string;
  name: string;
  value: string | null;
  children: ReactNode;
}) {
  return (
    <label>
      <span>{label}</span>
      <select name={name} defaultValue={value ?? ""}>
        {children}
      </select>
    </label>
  );
}
