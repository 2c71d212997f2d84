import { Button } from "@/components/ui/button";
import type { Claim } from "@/lib/claims/claim";
import styles from "./waiting-place.module.css";

/** A claim whose place in a new version of the text waits for an editor: both wordings, and what can be done. */
export function WaitingPlace({
  claim,
  pending,
  onSettle,
}: {
  claim: Claim;
  pending: boolean;
  /** @param how take the place that was found, or the words that are selected in the article */
  onSettle: (claim: Claim, how: "confirm" | "selection") => void;
}) {
  const { outcome, before, exact, score } = claim.anchor;
  const changed = outcome === "changed";
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
      <div className={styles.actions}>
        {changed && (
          <Button look="primary" pending={pending} onClick={() => onSettle(claim, "confirm")}>
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
      </div>
    </section>
  );
}
