"use client";

import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import type { DescribedCandidate } from "@/lib/anchoring/find-candidates";
import type { Claim } from "@/lib/claims/claim";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import styles from "./anchor-check.module.css";

export interface AnchorCheckActions {
  /** @param place where the claim stands: a suggested place, the words that are selected, or the place that was found */
  onSettle: (claim: Claim, place: { start: number; end: number } | "selection" | "found") => void;
  /** Shows a place in the article. */
  onShow: (place: { start: number; end: number }) => void;
  suggestPositions: (input: { claimId: string }) => Promise<Result<DescribedCandidate[], Failure>>;
}

/** A claim whose place in a new version of the text waits for an editor: both wordings, and what can be done. */
export function AnchorCheck({
  claim,
  pending,
  refusal,
  onRetire,
  onSettle,
  onShow,
  suggestPositions,
}: AnchorCheckActions & {
  claim: Claim;
  pending: boolean;
  /** Why the claim may not be retired by who looks at it; null when it may. */
  refusal: string | null;
  onRetire: () => void;
}) {
  const { outcome, before, exact, score, versionId } = claim.anchor;
  const changed = outcome === "changed";
  const [places, setPlaces] = useState<DescribedCandidate[] | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text has other places
  useEffect(() => {
    let current = true;
    suggestPositions({ claimId: claim.id })
      .then((result) => current && setPlaces(result.ok ? result.value : []))
      .catch(() => current && setPlaces([]));
    return () => {
      current = false;
    };
  }, [claim.id, versionId, suggestPositions]);
  return (
    <section className={styles.waiting} aria-label="Place in the text">
      <p>
        {changed
          ? `The words of this claim were edited: ${Math.round((score ?? 0) * 100)} % of them stayed.`
          : "The words of this claim are not in the text any more, or stand nowhere for sure."}
      </p>
      <dl className={styles.wordings}>
        <div>
          <dt>Was</dt>
          <dd>{before ?? exact}</dd>
        </div>
        {changed && (
          <div>
            <dt>Is now</dt>
            <dd>{exact}</dd>
          </div>
        )}
      </dl>
      {places && places.length > 0 && (
        <div>
          <h4 className={styles.title}>
            {changed ? "Other places it may belong to" : "Places it may belong to"}
          </h4>
          <ul className={styles.places}>
            {places.map((place) => (
              <li key={place.start}>
                <button type="button" className={styles.place} onClick={() => onShow(place)}>
                  …{place.prefix}
                  <mark>{place.exact}</mark>
                  {place.suffix}…
                </button>
                <Button look="quiet" pending={pending} onClick={() => onSettle(claim, place)}>
                  Attach here
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className={styles.actions}>
        {changed && (
          <Button look="primary" pending={pending} onClick={() => onSettle(claim, "found")}>
            Confirm the new place
          </Button>
        )}
        <Button
          pending={pending}
          // The selection in the article must not go when the button is pressed.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onSettle(claim, "selection")}
        >
          Attach to the selection
        </Button>
        <Button
          look="quiet"
          pending={pending}
          disabled={refusal !== null}
          title={refusal ?? undefined}
          onClick={onRetire}
        >
          Retire the claim
        </Button>
      </div>
    </section>
  );
}
