"use client";

import { useMemo } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { useWords } from "@/components/words/use-words";
import type { ClaimImportPreview, PreviewedClaim } from "@/lib/claim-imports/claim-import-preview";
import { CLAIM_FILE_LIMITS } from "@/lib/claim-imports/read-claim";
import type { Rating } from "@/lib/ratings/rating";
import { chosenRange, wordsFinder } from "./chosen-range";
import type { ImportChoices } from "./claim-import-types";
import styles from "./claim-imports.module.css";
import { ReviewedClaim } from "./reviewed-claim";

/** The claims of a file, for review: each says where it will be marked, what is unclear, and what the article has already. */
export function ClaimReview({
  preview: { format, claims, ratings: found },
  text,
  ratings,
  choices,
  pending,
  onChange,
  onImport,
}: {
  preview: ClaimImportPreview;
  text: string;
  ratings: readonly Pick<Rating, "key" | "label">[];
  choices: ImportChoices;
  pending: boolean;
  onChange: (change: Partial<ImportChoices>) => void;
  onImport: (rows: { row: number; start: number; end: number }[]) => void;
}) {
  const t = useWords("claimImports");
  const find = useMemo(() => wordsFinder(text), [text]);
  const rangeOf = (claim: PreviewedClaim) =>
    claim.known || claim.problems.length > 0 ? null : chosenRange(claim, choices, find);
  const ready = claims.flatMap((claim) => {
    const range = rangeOf(claim);
    return range ? [{ row: claim.row, start: range.start, end: range.end }] : [];
  });
  const chosen = ready
    .filter(({ row }) => !choices.left.includes(String(row)))
    // The others follow with the next import of the same file.
    .slice(0, CLAIM_FILE_LIMITS.chosen);
  const foreign = found.filter(({ ratingKey }) => ratingKey === null);
  const rated = new Set(chosen.map(({ row }) => claims[row]?.rating));
  const unclear = foreign.filter(({ name }) => rated.has(name) && choices.ratings[name] === undefined);
  const fresh = claims.filter(({ known }) => known === null);
  const count = (kind: string) => fresh.filter(({ place }) => place.kind === kind).length;

  function toggle(row: number) {
    const key = String(row);
    const { left } = choices;
    onChange({ left: left.includes(key) ? left.filter((each) => each !== key) : [...left, key] });
  }

  return (
    <section aria-labelledby="imported-claims" className={styles.review}>
      <h2 id="imported-claims">{t(`format.${format}`)}</h2>
      <p role="status" className={styles.summary}>
        {t("summary", {
          placed: count("placed"),
          choose: count("choose"),
          missing: count("not-found"),
          known: claims.length - fresh.length,
        })}
      </p>
      {foreign.length > 0 && (
        <fieldset className={styles.ratings}>
          <legend>{t("ratings")}</legend>
          {foreign.map(({ name }) => (
            <Field key={name} label={t("rating.for", { name })}>
              {(control) => (
                <select
                  {...control}
                  value={choices.ratings[name] ?? "?"}
                  onChange={({ target }) => {
                    const { [name]: _, ...others } = choices.ratings;
                    onChange({
                      ratings: target.value === "?" ? others : { ...others, [name]: target.value },
                    });
                  }}
                >
                  <option value="?">{t("rating.choose")}</option>
                  {ratings.map(({ key, label }) => (
                    <option key={key} value={key}>
                      {label}
                    </option>
                  ))}
                  <option value="">{t("rating.none")}</option>
                </select>
              )}
            </Field>
          ))}
        </fieldset>
      )}
      <div className={styles.actions}>
        <Button look="quiet" onClick={() => onChange({ left: [] })}>
          {t("selectAll")}
        </Button>
        <Button look="quiet" onClick={() => onChange({ left: claims.map(({ row }) => String(row)) })}>
          {t("selectNone")}
        </Button>
      </div>
      <ol className={styles.rows}>
        {claims.map((claim) => (
          <ReviewedClaim
            key={claim.row}
            claim={claim}
            isReady={rangeOf(claim) !== null}
            isChosen={!choices.left.includes(String(claim.row))}
            passage={choices.passages[claim.row]}
            entered={choices.words[claim.row] ?? ""}
            find={find}
            onToggle={() => toggle(claim.row)}
            onChoose={(passage) => onChange({ passages: { ...choices.passages, [claim.row]: passage } })}
            onEnter={(words) =>
              onChange({
                words: { ...choices.words, [claim.row]: words },
                passages: { ...choices.passages, [claim.row]: "own" },
              })
            }
          />
        ))}
      </ol>
      {unclear.map(({ name }) => (
        <p key={name} className={styles.problem}>
          {t("rating.missing", { name })}
        </p>
      ))}
      <Button
        look="primary"
        pending={pending}
        disabled={chosen.length === 0 || unclear.length > 0}
        onClick={() => onImport(chosen)}
      >
        {t("run", { count: chosen.length })}
      </Button>
    </section>
  );
}
