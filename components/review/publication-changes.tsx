import { RelativeTime } from "@/components/ui/relative-time";
import { rich } from "@/components/words/rich";
import { useWords } from "@/components/words/use-words";
import type { ChangedClaim, PublicationChanges } from "@/lib/reports/publications/publication-changes";
import styles from "./publication-desk.module.css";
import { PublicationNotes, type PublicNote } from "./publication-notes";

/** Claims that need no note and are listed at once; the others are a click away. */
const SHOWN = 8;

/** What is new, changed and removed since readers saw the article last, with a field for each public note that this needs. */
export function PublicationChangeList({
  before,
  changes,
  notes,
  showMissing,
  onNote,
}: {
  before: { number: number; publishedAt: string } | null;
  changes: PublicationChanges;
  notes: Readonly<Record<string, PublicNote>>;
  /** Notes without text are marked as missing. */
  showMissing: boolean;
  onNote: (claimId: string, note: PublicNote) => void;
}) {
  const t = useWords("publication");
  const { added, changed, removed, unchanged, parts } = changes;
  const noted = changed.filter(({ lines }) => lines.length > 0);
  const quiet = changed.filter(({ lines }) => lines.length === 0);
  const fields = { notes, showMissing, onChange: onNote };
  return (
    <section className={styles.section} aria-labelledby="publication-changes">
      <h2 id="publication-changes">{t("changes.title")}</h2>
      <p className={styles.hint}>
        {before
          ? rich(t, "changes.since", {
              number: before.number,
              relative: <RelativeTime at={before.publishedAt} />,
            })
          : t("changes.first", { count: added.length })}
      </p>
      {parts.length > 0 && (
        <Group label={t("changes.parts")}>
          <ul className={styles.lines}>
            {parts.map((part) => (
              <li key={part}>{t("changes.part", { part })}</li>
            ))}
          </ul>
        </Group>
      )}
      {noted.length > 0 && (
        <Group label={t("changes.changed")}>
          <PublicationNotes required={noted.map((claim) => ({ claim, changes: claim.lines }))} {...fields} />
        </Group>
      )}
      {quiet.length > 0 && (
        <Group label={noted.length > 0 ? null : t("changes.changed")}>
          <ClaimLines claims={quiet} />
          <p className={styles.hint}>{t("changes.quiet")}</p>
        </Group>
      )}
      {removed.length > 0 && (
        <Group label={t("changes.removed")}>
          <PublicationNotes
            required={removed.map((claim) => ({ claim, changes: [claim.rating] }))}
            {...fields}
          />
        </Group>
      )}
      {added.length > 0 && (
        <Group label={t("changes.added")}>
          <ClaimLines claims={added} />
        </Group>
      )}
      {before && unchanged > 0 && (
        <p className={styles.hint}>{t("changes.unchanged", { count: unchanged })}</p>
      )}
    </section>
  );
}

function Group({ label, children }: { label: string | null; children: React.ReactNode }) {
  return (
    <>
      {label && <h3>{label}</h3>}
      {children}
    </>
  );
}

function ClaimLines({ claims }: { claims: readonly ChangedClaim[] }) {
  const t = useWords("publication");
  const line = ({ claimId, number, statement, rating }: ChangedClaim) => (
    <li key={claimId}>
      {t("changes.claim", { number, statement })} <strong>{rating}</strong>
    </li>
  );
  const rest = claims.slice(SHOWN);
  return (
    <>
      <ul className={styles.lines}>{claims.slice(0, SHOWN).map(line)}</ul>
      {rest.length > 0 && (
        <details className={styles.more}>
          <summary>{t("changes.more", { count: rest.length })}</summary>
          <ul className={styles.lines}>{rest.map(line)}</ul>
        </details>
      )}
    </>
  );
}
