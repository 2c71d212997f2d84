"use client";

import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { useWords } from "@/components/words/use-words";
import styles from "./tour.module.css";
import { useTour } from "./tour-provider";

/** Offers the tour to a person who has neither taken nor declined it. */
export function TourOffer() {
  const t = useWords("tour");
  const own = useTour();
  const offer = useRef<HTMLElement>(null);
  if (own?.tour.state !== "new") return null;
  return (
    <section className={styles.offer} aria-label={t("title")} ref={offer}>
      <span>{t("offer")}</span>
      <Button onClick={own.start}>{t("start")}</Button>
      <Button
        look="quiet"
        onClick={() => {
          const heading = offer.current?.closest("main")?.querySelector("h1");
          own.record({ ...own.tour, state: "ended" });
          // The button is gone: on with the page.
          heading?.setAttribute("tabindex", "-1");
          heading?.focus();
        }}
      >
        {t("decline")}
      </Button>
    </section>
  );
}
