"use client";

import { RatingLabel } from "@/components/ratings/rating-label";
import { Menu } from "@/components/ui/menu";
import { useWords } from "@/components/words/use-words";
import type { Claim } from "@/lib/claims/claim";
import { judgementOf } from "@/lib/manuscripts/outcome-ratings";
import type { Rating } from "@/lib/ratings/rating";
import styles from "./claim-picker.module.css";

/** A menu of the overlapping claims at one point, innermost first. */
export function ClaimPicker({
  claims,
  ratings,
  at,
  onPick,
  onClose,
}: {
  claims: readonly Claim[];
  ratings: readonly Rating[];
  at: { x: number; y: number };
  onPick: (id: string) => void;
  onClose: () => void;
}) {
  const t = useWords("articles");
  return (
    <Menu label={t("picker.label")} at={at} items={claims} onPick={onPick} onClose={onClose}>
      {(claim) => {
        const rating = judgementOf(claim, ratings);
        return (
          <>
            <span className={styles.quote}>{claim.anchor.exact}</span>
            {rating ? <RatingLabel rating={rating} size="small" /> : <span>{t("picker.noVerdict")}</span>}
          </>
        );
      }}
    </Menu>
  );
}
