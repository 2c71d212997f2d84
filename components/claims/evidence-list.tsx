"use client";

import { CopyStateLine, useCopyState } from "@/components/sources/copy-state-line";
import type { Claim } from "@/lib/claims/claim";
import type { Failure } from "@/lib/failure";
import { formatDate } from "@/lib/format-date";
import type { Result } from "@/lib/result";
import type { CopyState } from "@/lib/sources/copy-state";
import { stanceLabels } from "@/lib/sources/labels";
import styles from "./claim-card.module.css";

/** What the server sees when it holds a claim's evidence against its copies; see lib/workflows/source-copies.ts. */
export interface EvidenceCopyCheck extends CopyState {
  evidenceId: string;
  snapshotId: string | null;
  excerpt: "found" | "differs" | "missing" | null;
}

export type CheckEvidenceCopies = (input: {
  claimId: string;
}) => Promise<Result<EvidenceCopyCheck[], Failure>>;

const isWaiting = (looks: EvidenceCopyCheck[]) => looks.some(({ copy }) => copy.kind === "waiting");

/** The sources of a claim, with what whoever signs it off should know of them. */
export function EvidenceList({
  claim,
  isStaff,
  look,
}: {
  claim: Claim;
  /** Whether whoever looks may open the source in the library. */
  isStaff: boolean;
  look: CheckEvidenceCopies;
}) {
  const looks = useCopyState(`${claim.id}-${claim.revision}`, () => look({ claimId: claim.id }), isWaiting);
  return (
    <ul className={styles.evidence} aria-label="Sources">
      {claim.evidence.map((evidence) => {
        const seen = looks?.find(({ evidenceId }) => evidenceId === evidence.id);
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
            {evidence.source.confidential && " (confidential)"}
            {evidence.excerpt && <q className={styles.excerpt}>{evidence.excerpt}</q>}
            {seen && excerptWarning(seen)}
            {evidence.note && <span className={styles.note}>{evidence.note}</span>}
            {seen && (
              <CopyStateLine
                sourceId={evidence.source.id}
                state={seen}
                way={isStaff ? undefined : savedCopy(evidence.source.id, seen)}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** Guests have no library; the copy itself they may read. */
function savedCopy(sourceId: string, { snapshotId }: EvidenceCopyCheck) {
  return snapshotId && <a href={`/desk/sources/${sourceId}/copies/${snapshotId}`}>Save the copy</a>;
}

function excerptWarning({ excerpt, copy }: EvidenceCopyCheck) {
  if (copy.kind !== "kept" || excerpt === null || excerpt === "found") return null;
  return (
    <span className={styles.warning} role="note">
      {excerpt === "differs"
        ? `The copy of ${formatDate(copy.at)} words this excerpt differently.`
        : `The excerpt does not stand in the copy of ${formatDate(copy.at)}.`}
    </span>
  );
}
