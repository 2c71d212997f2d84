import { Instant } from "@/components/dates/instant";
import { rich } from "@/components/words/rich";
import type { Check } from "@/lib/checklist/check";
import { words } from "@/lib/words/words";
import styles from "./check-table.module.css";

const COLUMNS = ["passage", "kind", "what", "who", "when", "version"] as const;
/** UTF-16 units of a passage that are shown. */
const MAX_SHOWN = 200;

/** The record of checking as a table; on narrow screens, each row is a block. */
export function CheckTable({ checks, articleId }: { checks: readonly Check[]; articleId: string }) {
  const t = words("checklist");
  return (
    <table className={styles.table} aria-label={t("record.table")}>
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <th key={column} scope="col">
              {t(`record.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {checks.map((check) => (
          <Row key={check.id} check={check} articleId={articleId} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ check, articleId }: { check: Check; articleId: string }) {
  const t = words("checklist");
  const { passage, kind, claimId, claimNumber, undone } = check;
  return (
    <tr data-past={check.current ? undefined : ""}>
      <td className={styles.passage} dir="auto">
        {passage.length > MAX_SHOWN ? `${passage.slice(0, MAX_SHOWN)}…` : passage}
      </td>
      <td>
        {claimNumber === null ? (
          t(`kind.${kind}`)
        ) : (
          <a href={`/desk/articles/${articleId}?claim=${claimId}`}>
            {t("record.claim", { number: claimNumber })}
          </a>
        )}
      </td>
      <td>
        {t(`record.${check.action}`, { reason: check.reason ?? "", rating: check.rating ?? "" })}
        {undone && (
          <small>
            {rich(t, "record.undone", { person: undone.by.name, time: <Instant at={undone.at} /> })}
          </small>
        )}
        {!undone && !check.current && <small>{t("record.outdated")}</small>}
      </td>
      <td>{check.by.name}</td>
      <td>
        <Instant at={check.at} />
      </td>
      <td className={styles.version} data-label={t("record.column.version")}>
        {check.version}
      </td>
    </tr>
  );
}
