import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useWords } from "@/components/words/use-words";
import { type ClaimOutcomes, OUTCOME_KINDS, type OutcomeKind } from "@/lib/versions/claim-outcomes";
import styles from "./replacement.module.css";
import type { ReplacementCheck } from "./use-replacement-check";

/** What happens to each claim in the new text: how many are found, changed or lost, then which. */
export function ClaimOutcomeList({
  check,
  language,
  onRetry,
}: {
  check: Exclude<ReplacementCheck, { kind: "none" }>;
  /** Language of the article. */
  language: string;
  onRetry: () => void;
}) {
  const t = useWords("versions");
  const common = useWords("common");
  if (check.kind === "failed")
    return (
      <Notice tone="failure">
        {check.failure.message}{" "}
        {check.failure.kind === "unavailable" && <Button onClick={onRetry}>{common("retry")}</Button>}
      </Notice>
    );
  const outcomes = check.kind === "current" ? check.outcomes : check.last;
  return (
    <>
      <p className={styles.counts} role="status">
        {check.kind === "checking"
          ? t("replace.checking")
          : t("replace.counts", { ...check.outcomes.counts, all: total(check.outcomes) })}
      </p>
      {outcomes && (
        <div className={styles.outcomes} data-old={check.kind === "checking" || undefined}>
          {OUTCOME_KINDS.filter((kind) => outcomes.counts[kind] > 0).map((kind) => (
            <Group key={kind} kind={kind} outcomes={outcomes} language={language} />
          ))}
        </div>
      )}
    </>
  );
}

/** The claims of one outcome. Those that need no one are folded. */
function Group({
  kind,
  outcomes,
  language,
}: {
  kind: OutcomeKind;
  outcomes: ClaimOutcomes;
  language: string;
}) {
  const t = useWords("versions");
  const count = outcomes.counts[kind];
  const claims = outcomes.claims[kind];
  const needsEditor = kind === "orphaned" || kind === "changed";
  return (
    <details className={styles.group} open={needsEditor}>
      <summary>{t(`replace.outcome.${kind}`, { count })}</summary>
      <ul>
        {claims.map(({ number, statement, before, after }) => (
          <li key={number}>
            <p>{t("replace.claim", { number, statement })}</p>
            {needsEditor && (
              <p className={styles.wordings} lang={language} dir="auto">
                <del>{before}</del> {after !== null && <ins>{after}</ins>}
              </p>
            )}
          </li>
        ))}
      </ul>
      {count > claims.length && (
        <p className={styles.more}>{t("replace.more", { count: count - claims.length })}</p>
      )}
    </details>
  );
}

function total({ counts }: ClaimOutcomes): number {
  return OUTCOME_KINDS.reduce((sum, kind) => sum + counts[kind], 0);
}
