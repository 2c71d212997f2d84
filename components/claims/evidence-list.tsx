"use client";

import { useDates } from "@/components/dates/dates-context";
import { CopyStateLine, useCopyState } from "@/components/sources/copy-state-line";
import { useWords } from "@/components/words/use-words";
import type { Claim } from "@/lib/claims/claim";
import type { Dates } from "@/lib/personal/dates";
import { isGuest } from "@/lib/policies/actor";
import { stanceLabels } from "@/lib/sources/labels";
import { outletOf } from "@/lib/sources/source-details";
import { words } from "@/lib/words/words";
import { type EvidenceCopyCheck, useClaimActions } from "./claim-actions";
import styles from "./claim-card.module.css";

const isPending = (checks: EvidenceCopyCheck[]) => checks.some(({ copy }) => copy.kind === "waiting");

/** The sources of a claim, with what a reviewer should know about them. */
export function EvidenceList({ claim }: { claim: Claim }) {
  const { actor, checkEvidenceCopies } = useClaimActions();
  // Guests can't open sources in the library.
  const isStaff = !isGuest(actor);
  const dates = useDates();
  const t = useWords("claims");
  const sourceWords = useWords("sources");
  const checks = useCopyState(
    `${claim.id}-${claim.revision}`,
    (options) => checkEvidenceCopies({ claimId: claim.id }, options),
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
            {outletOf(evidence.source) && `, ${outletOf(evidence.source)}`}
            {evidence.source.confidential && ` ${sourceWords("confidentialAside")}`}
            {evidence.excerpt && <q className={styles.excerpt}>{evidence.excerpt}</q>}
            {check && excerptWarning(check, dates)}
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

function excerptWarning({ excerpt, copy }: EvidenceCopyCheck, dates: Dates) {
  if (copy.kind !== "saved" || excerpt === null || excerpt === "found") return null;
  const t = words("claims");
  return (
    <span className={styles.warning} role="note">
      {t(excerpt === "differs" ? "evidence.excerptDiffers" : "evidence.excerptMissing", {
        date: dates.day(copy.at),
      })}
    </span>
  );
}
