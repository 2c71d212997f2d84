import type { ReactNode } from "react";
import { type BoardQuery, DUES, dueLabels, SORTS, sortLabels } from "@/lib/board/board-query";
import type { PersonName } from "@/lib/claims/claim";
import { nameToChoose } from "@/lib/claims/disambiguate-names";
import { ARTICLE_STAGES } from "@/lib/review/article-transition";
import { articleStageLabels } from "@/lib/review/labels";
import styles from "./board.module.css";

/** What of the articles is shown, and in which order. A form that works without scripts. */
export function BoardFilters({
  action,
  query,
  people,
  usualSort,
}: {
  /** The page that it is about. */
  action: string;
  query: BoardQuery;
  people: readonly PersonName[];
  /** The order of the page where none is asked for. */
  usualSort: BoardQuery["sort"];
}) {
  return (
    // Another query shows other values.
    <form className={styles.filters} action={action} key={JSON.stringify(query)} aria-label="Filter articles">
      <label className={styles.search}>
        <span>Title or publisher</span>
        <input name="q" type="search" defaultValue={query.q} />
      </label>
      <Choice label="Stage" name="stage" value={query.stage}>
        <option value="">Every stage</option>
        {ARTICLE_STAGES.map((stage) => (
          <option key={stage} value={stage}>
            {articleStageLabels[stage]}
          </option>
        ))}
      </Choice>
      <Choice label="Lead" name="lead" value={query.lead}>
        <option value="">Anybody</option>
        <option value="me">Me</option>
        <option value="nobody">Nobody</option>
        {people.map((person) => (
          <option key={person.id} value={person.id}>
            {nameToChoose(person)}
          </option>
        ))}
      </Choice>
      <Choice label="Due" name="due" value={query.due}>
        <option value="">Whenever</option>
        {DUES.map((due) => (
          <option key={due} value={due}>
            {dueLabels[due]}
          </option>
        ))}
      </Choice>
      <Choice label="Order" name="sort" value={query.sort ?? usualSort}>
        {SORTS.map((sort) => (
          <option key={sort} value={sort}>
            {sortLabels[sort]}
          </option>
        ))}
      </Choice>
      <label className={styles.check}>
        <input type="checkbox" name="stuck" value="1" defaultChecked={query.stuck} />
        Stuck only
      </label>
      <button type="submit" className="action-plain">
        Show
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
