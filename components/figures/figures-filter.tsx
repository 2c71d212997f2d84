import { Button } from "@/components/ui/button";
import { words } from "@/lib/words/words";
import styles from "./figures.module.css";

/** Chooses the period, and whose figures. A form without a script: its fields are the address. */
export function FiguresFilter({
  from,
  to,
  person,
  people,
}: {
  /** ISO 8601 days. */
  from: string;
  to: string;
  /** Id of a person; "" for the desk. */
  person: string;
  people: readonly { id: string; name: string }[];
}) {
  const t = words("process");
  return (
    <form className={styles.filters} action="/desk/figures">
      <label>
        <span>{t("from")}</span>
        <input type="date" name="from" defaultValue={from} required />
      </label>
      <label>
        <span>{t("to")}</span>
        <input type="date" name="to" defaultValue={to} required />
      </label>
      <label>
        <span>{t("person")}</span>
        <select name="person" defaultValue={person}>
          <option value="">{t("person.desk")}</option>
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <Button type="submit">{t("show")}</Button>
    </form>
  );
}
