"use client";

import { useEffect, useMemo, useState } from "react";
import { attempt } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { useWords } from "@/components/words/use-words";
import { type ComparedPart, compareWords } from "@/lib/anchoring/compare-words";
import type { DescribedCandidate } from "@/lib/anchoring/find-candidates";
import type { Claim } from "@/lib/claims/claim";
import type { Failure } from "@/lib/failure";
import { can } from "@/lib/policies/can";
import { claimTarget } from "@/lib/policies/claim-target";
import type { Result } from "@/lib/result";
import styles from "./anchor-check.module.css";
import { useClaimActions } from "./claim-actions";

/** A claim whose anchor needs checking after the text changed: its text before and now, and where it may belong. */
export function AnchorCheck({ claim, pending }: { claim: Claim; pending: boolean }) {
  const t = useWords("claims");
  const { actor, review, confirmPosition } = useClaimActions();
  const decision = can(actor, "retire", "claim", claimTarget(claim));
  const { outcome, before, exact, score } = claim.anchor;
  const changed = outcome === "changed";
  const parts = useMemo(() => compareWords(before ?? exact, exact), [before, exact]);
  return (
    <section className={styles.check} aria-label={t("anchor.title")}>
      <p>{changed ? t("anchor.changed", { share: score ?? 0 }) : t("anchor.orphaned")}</p>
      <dl className={styles.wordings}>
        <div>
          <dt>{t("anchor.before")}</dt>
          <dd>
            {changed && before !== null ? <Compared parts={parts} without="added" /> : (before ?? exact)}
          </dd>
        </div>
        {changed && (
          <div>
            <dt>{t("anchor.now")}</dt>
            <dd>{before === null ? exact : <Compared parts={parts} without="removed" />}</dd>
          </div>
        )}
      </dl>
      <Suggestions claim={claim} pending={pending} />
      <div className={styles.actions}>
        {changed && (
          <Button look="primary" pending={pending} onClick={() => confirmPosition(claim, "found")}>
            {t("anchor.confirm")}
          </Button>
        )}
        <Button
          pending={pending}
          // Pressing the button must not clear the selection in the article.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => confirmPosition(claim, "selection")}
        >
          {t("anchor.attachToSelection")}
        </Button>
        <Button
          look="quiet"
          pending={pending}
          disabled={!decision.allowed}
          title={decision.allowed ? undefined : decision.reason}
          onClick={() => review(claim, "retire")}
        >
          {t("anchor.retire")}
        </Button>
      </div>
    </section>
  );
}

/** One of two wordings, with the words highlighted that the other one does not have. */
function Compared({ parts, without }: { parts: readonly ComparedPart[]; without: "added" | "removed" }) {
  return parts.map(({ kind, text }, index) => {
    if (kind === without) return null;
    // biome-ignore-start lint/suspicious/noArrayIndexKey: parts of a comparison never move
    if (kind === "added") return <ins key={index}>{text}</ins>;
    return kind === "removed" ? <del key={index}>{text}</del> : <span key={index}>{text}</span>;
    // biome-ignore-end lint/suspicious/noArrayIndexKey: as above
  });
}

/** Ranges of the article that a claim may belong to. */
function Suggestions({ claim, pending }: { claim: Claim; pending: boolean }) {
  const t = useWords("claims");
  const common = useWords("common");
  const { confirmPosition, show } = useClaimActions();
  const changed = claim.anchor.outcome === "changed";
  const { candidates, failed, retry } = useCandidates(claim);
  if (failed)
    return (
      <p className={styles.failure} role="alert">
        {t("anchor.suggestionsFailed")}{" "}
        <Button look="quiet" onClick={retry}>
          {common("retry")}
        </Button>
      </p>
    );
  if (candidates === null) return null;
  if (candidates.length === 0)
    return changed ? null : <p className={styles.none}>{t("anchor.noSuggestions")}</p>;
  return (
    <div>
      <h4 className={styles.title}>{t(changed ? "anchor.otherSuggestions" : "anchor.suggestions")}</h4>
      <ul className={styles.candidates}>
        {candidates.map((candidate) => (
          <li key={candidate.start}>
            <button type="button" className={styles.candidate} onClick={() => show(candidate)}>
              …{candidate.prefix}
              <mark>{candidate.exact}</mark>
              {candidate.suffix}…
            </button>
            <Button look="quiet" pending={pending} onClick={() => confirmPosition(claim, candidate)}>
              {t("anchor.attachHere")}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Loads the ranges that a claim may belong to in the current version; null while they load. */
function useCandidates(claim: Claim) {
  const { suggestPositions } = useClaimActions();
  const [result, setResult] = useState<Result<DescribedCandidate[], Failure> | null>(null);
  const [retries, setRetries] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another version has other candidates, and a retry loads them again
  useEffect(() => {
    let current = true;
    attempt(() => suggestPositions({ claimId: claim.id })).then((next) => current && setResult(next));
    return () => {
      current = false;
    };
  }, [claim.id, claim.anchor.versionId, suggestPositions, retries]);
  return {
    candidates: result?.ok ? result.value : null,
    failed: result?.ok === false,
    retry: () => {
      setResult(null);
      setRetries(retries + 1);
    },
  };
}
