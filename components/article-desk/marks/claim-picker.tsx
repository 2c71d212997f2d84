"use client";

import { type KeyboardEvent, useEffect, useRef } from "react";
import { RatingLabel } from "@/components/ratings/rating-label";
import { useWords } from "@/components/words/use-words";
import type { Claim } from "@/lib/claims/claim";
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
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => {
    menu.current?.querySelector("button")?.focus({ preventScroll: true });
    const onPointerDown = (event: PointerEvent) => {
      if (event.target instanceof Node && !menu.current?.contains(event.target)) onClose();
    };
    document.addEventListener("pointerdown", onPointerDown);
    return () => document.removeEventListener("pointerdown", onPointerDown);
  }, [onClose]);

  function onKeyDown(event: KeyboardEvent) {
    const items = [...(menu.current?.querySelectorAll<HTMLElement>("button") ?? [])];
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (event.key === "Escape") onClose();
    else if (step !== 0) {
      const index = items.indexOf(document.activeElement as HTMLElement);
      items[(index + step + items.length) % items.length]?.focus();
    } else return;
    event.preventDefault();
  }

  return (
    <div
      ref={menu}
      className={styles.menu}
      role="menu"
      tabIndex={-1}
      aria-label={t("picker.label")}
      style={{ left: Math.max(8, Math.min(at.x, window.innerWidth - 340)), top: at.y + 10 }}
      onKeyDown={onKeyDown}
    >
      {claims.map((claim) => {
        const rating = ratings.find((each) => each.key === claim.verdict?.ratingKey);
        return (
          <button key={claim.id} type="button" role="menuitem" onClick={() => onPick(claim.id)}>
            <span className={styles.quote}>{claim.anchor.exact}</span>
            {rating ? <RatingLabel rating={rating} size="small" /> : <span>{t("picker.noVerdict")}</span>}
          </button>
        );
      })}
    </div>
  );
}
