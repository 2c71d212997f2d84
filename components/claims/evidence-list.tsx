"use client";

import { CopyStateLine, useCopyState } from "@/components/sources/copy-state-line";
import { useWords } from "@/components/words/use-words";
import type { Claim } from "@/lib/claims/claim";
import type { Failure } from "@/lib/failure";
import { formatDate } from "@/lib/format-date";
import type { Result } from "@/lib/result";
import type { CopyState } from "@/lib/sources/copy-state";
import { stanceLabels } from "@/lib/sources/labels";
import { words } from "@/lib/words/words";
import styles from "./claim-card.module.css";

/** The result of comparing an excerpt with the saved copy of its source; see lib/workflows/sources/source-copies.ts. */
export interface EvidenceCopyCheck extends CopyState {
  evidenceId: string;
  snapshotId: string | null;
  excerpt: "found" | "differs" | "missing" | null;
}

export type CheckEvidenceCopies = (input: {
  claimId: string;
}) => Promise<Result<EvidenceCopyCheck[], Failure>>;

const isPending = (checks: EvidenceCopyCheck[]) => checks.some(({ copy }) => copy.kind === "waiting");

/** The sources of a claim, with what a reviewer should know about them. */
export function EvidenceList({
  claim,
  isStaff,
  checkCopies,
}: {
  claim: Claim;
  /** Whether the actor can open sources in the library. */
  isStaff: boolean;
  checkCopies: CheckEvidenceCopies;
}) {
  const t = useWords("claims");
  const sourceWords = useWords("sources");
  const checks = useCopyState(
    `${claim.id}-${claim.revision}`,
    () => checkCopies({ claimId: claim.id }),
    isPending,
  );
  return (
    <ul className={styles.evidence} aria-label={t("evidence.title")}>
      {claim.evidence.map((evidence) => {
        const check = checks?.find(({ evidenceId }) => evidenceId === evidence.id);
        return (
          <li key={evidence.id}>
            <strong>{stanceLabels[evidence.stance]}</strong>{" "}
            {evidence.source.url ? (
              <a href={evidence.source.url} target="_blank" rel="noopener noreferrer nofollow">
                {evidence.source.title}
              </a>
            ) : (
              evidence.source.title
            )}
            {evidence.source.publisher && `, ${evidence.source.publisher}`}
            {evidence.source.confidential && ` ${sourceWords("confidentialAside")}`}
            {evidence.excerpt && <q className={styles.excerpt}>{evidence.excerpt}</q>}
            {check && excerptWarning(check)}
            {evidence.note && <span className={styles.note}>{evidence.note}</span>}
            {check && (
              <CopyStateLine
                sourceId={evidence.source.id}
                state={check}
                link={isStaff ? undefined : copyLink(evidence.source.id, check)}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** Guests cannot open the library, but they can read the saved copy. */
function copyLink(sourceId: string, { snapshotId }: EvidenceCopyCheck) {
  return (
    snapshotId && (
      <a href={`/desk/sources/${sourceId}/copies/${snapshotId}`}>
        {words("claims")("evidence.downloadCopy")}
      </a>
    )
  );
}

function excerptWarning({ excerpt, copy }: EvidenceCopyCheck) {
  if (copy.kind !== "kept" || excerpt === null || excerpt === "found") return null;
  const t = words("claims");
  return (
    <span className={styles.warning} role="note">
      {t(excerpt === "differs" ? "evidence.excerptDiffers" : "evidence.excerptMissing", {
        date: formatDate(copy.at),
      })}
    </span>
  );
}
