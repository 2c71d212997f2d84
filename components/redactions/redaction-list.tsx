import styles from "@/components/desk/desk-page.module.css";
import { RelativeTime } from "@/components/ui/relative-time";
import { rich } from "@/components/words/rich";
import type { Redaction, RedactionTarget } from "@/lib/redactions/redaction";
import { words } from "@/lib/words/words";
import own from "./redactions.module.css";

const t = words("redactions");

/** The redactions of an article: what went, why, by whom and when. For editors. */
export function RedactionList({ redactions }: { redactions: readonly Redaction[] }) {
  if (redactions.length === 0) return <p className={styles.hint}>{t("list.empty")}</p>;
  return (
    <ul className={styles.list} aria-label={t("list.title")}>
      {redactions.map(({ id, target, reason, privateNote, by, at }) => (
        <li key={id} className={own.redaction}>
          <p className={own.what}>
            {t("list.item", { kind: t(`kind.${target.kind}`), what: describeTarget(target) })}
          </p>
          <p className={styles.meta}>
            <span>{rich(t, "list.by", { name: by.name, time: <RelativeTime at={at} /> })}</span>
            <span>{t("list.reason", { reason })}</span>
          </p>
          {privateNote && <p className={own.hint}>{t("list.note", { note: privateNote })}</p>}
        </li>
      ))}
    </ul>
  );
}

function describeTarget(target: RedactionTarget): string {
  switch (target.kind) {
    case "source":
      return [...target.words, ...target.addresses].join(", ");
    case "attachment":
      return target.address;
    case "text":
    case "excerpt":
    case "passage":
      return target.text;
  }
}
