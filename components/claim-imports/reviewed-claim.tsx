import { useId } from "react";
import { useWords } from "@/components/words/use-words";
import type { PreviewedClaim } from "@/lib/claim-imports/claim-import-preview";
import type { PassageChoice } from "@/lib/claim-imports/plan-claim-import";
import type { wordsFinder } from "./chosen-range";
import styles from "./claim-imports.module.css";

/** One claim of a file: its words, and where in the article it will be marked. */
export function ReviewedClaim({
  claim: { row, statement, quote, claimant, rating, sources, place, known, problems },
  isReady,
  isChosen,
  passage,
  entered,
  find,
  onToggle,
  onChoose,
  onEnter,
}: {
  claim: PreviewedClaim;
  /** Whether it can be imported now. */
  isReady: boolean;
  isChosen: boolean;
  passage: number | "own" | undefined;
  entered: string;
  find: ReturnType<typeof wordsFinder>;
  onToggle: () => void;
  onChoose: (passage: number | "own") => void;
  onEnter: (words: string) => void;
}) {
  const t = useWords("claimImports");
  const id = useId();
  const number = row + 1;
  const shown = statement || quote || t("row.noStatement");
  const isOpen = known === null && problems.length === 0 && place.kind !== "placed";
  const facts = [
    claimant !== null && t("row.claimant", { name: claimant }),
    rating !== null && t("row.verdict", { rating }),
    sources > 0 && t("row.sources", { count: sources }),
  ].filter((fact) => fact !== false);
  return (
    <li>
      <label className={styles.statement}>
        <input type="checkbox" checked={isReady && isChosen} disabled={!isReady} onChange={onToggle} />
        <span dir="auto">{shown}</span>
      </label>
      <div className={styles.below}>
        {facts.length > 0 && <p className={styles.facts}>{facts.join(" · ")}</p>}
        {place.kind === "placed" && <PassageText passage={place.passage} />}
        {known?.kind === "claim" && <p>{t("known.claim", { number: known.number })}</p>}
        {known?.kind === "row" && <p>{t("known.row", { number: known.row + 1 })}</p>}
        {problems.map((problem) => (
          <p key={problem} className={styles.problem}>
            {problem}
          </p>
        ))}
        {isOpen && (
          <fieldset className={styles.passages}>
            <legend>
              {t(place.kind === "choose" ? `place.${place.why}` : "place.not-found", { number })}
            </legend>
            {quote !== null && quote !== shown && <p dir="auto">{t("row.quote", { quote })}</p>}
            {place.kind === "choose" &&
              place.passages.map((each, index) => (
                <label key={`${each.start}-${each.end}`} className={styles.passage}>
                  <input
                    type="radio"
                    name={`${id}-passage`}
                    checked={passage === index}
                    onChange={() => onChoose(index)}
                  />
                  <span>
                    <PassageText passage={each} />
                    {each.score !== null && (
                      <span className={styles.facts}>
                        {t("place.match", { percent: Math.round(each.score * 100) })}
                      </span>
                    )}
                  </span>
                </label>
              ))}
            <OwnWords
              number={number}
              entered={entered}
              isChosen={passage === "own"}
              find={find}
              onEnter={onEnter}
            />
          </fieldset>
        )}
      </div>
    </li>
  );
}

/** The field for a passage that is marked by hand. */
function OwnWords({
  number,
  entered,
  isChosen,
  find,
  onEnter,
}: {
  number: number;
  entered: string;
  isChosen: boolean;
  find: ReturnType<typeof wordsFinder>;
  onEnter: (words: string) => void;
}) {
  const t = useWords("claimImports");
  const id = useId();
  const found = isChosen ? find(entered).kind : "none";
  return (
    <div className={styles.own}>
      <label htmlFor={id}>{t("place.own", { number })}</label>
      <input
        id={id}
        className="input"
        dir="auto"
        value={entered}
        aria-describedby={`${id}-found`}
        aria-invalid={found === "missing" || found === "repeated" || undefined}
        onChange={({ target }) => onEnter(target.value)}
      />
      <p id={`${id}-found`} role="status" className={styles.facts}>
        {found !== "none" && t(`place.own.${found}`)}
      </p>
    </div>
  );
}

/** A passage of the article, in its context. */
function PassageText({ passage: { prefix, exact, suffix } }: { passage: PassageChoice }) {
  return (
    <span className={styles.text} dir="auto">
      {prefix}
      <mark>{exact}</mark>
      {suffix}
    </span>
  );
}
