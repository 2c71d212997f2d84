"use client";

import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { useWords } from "@/components/words/use-words";
import { TOUR_STEPS, type TourStep, tourStepBy } from "@/lib/personal/tour";
import styles from "./tour.module.css";

/** The panel of the tour: what to do now, and the way to the other steps. It is not modal: the page is used beside it. */
export function TourPanel({
  step,
  text,
  note,
  onStep,
  onEnd,
  onGoThere,
}: {
  step: TourStep;
  text: ReactNode;
  /** Why the step cannot be done now. */
  note: string | null;
  onStep: (step: TourStep) => void;
  onEnd: () => void;
  /** Moves the focus to what the step is about; null if it is not on the page. */
  onGoThere: (() => void) | null;
}) {
  const t = useWords("tour");
  const panel = useRef<HTMLElement>(null);
  useEffect(() => panel.current?.focus({ preventScroll: true }), []);
  const before = tourStepBy(step, -1);
  const next = tourStepBy(step, 1);
  const goOn = () => (next ? onStep(next) : onEnd());

  function onKeyDown(event: KeyboardEvent): void {
    const isOnPanel = event.target === event.currentTarget;
    if (event.key === "Escape") onEnd();
    else if (event.key === "ArrowRight" || (event.key === "Enter" && isOnPanel)) goOn();
    else if (event.key === "ArrowLeft") before && onStep(before);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <section
      className={styles.panel}
      aria-label={t("title")}
      data-tour=""
      tabIndex={-1}
      // The browser moves the focus as soon as the panel is on the page, long before the scripts have loaded.
      // biome-ignore lint/a11y/noAutofocus: the page was opened for the tour
      autoFocus
      ref={panel}
      onKeyDown={onKeyDown}
    >
      <p className={styles.count}>
        {t("step", { number: TOUR_STEPS.indexOf(step) + 1, count: TOUR_STEPS.length })}
      </p>
      <div aria-live="polite">
        <h2>{t(`${step}.title`)}</h2>
        <p>{text}</p>
        {note && <p className={styles.note}>{note}</p>}
      </div>
      <div className={styles.actions}>
        {onGoThere && <Button onClick={onGoThere}>{t("goThere")}</Button>}
        <Button look={onGoThere ? "plain" : "primary"} onClick={goOn}>
          {t(next ? "next" : "finish")}
        </Button>
        {before && (
          <Button look="quiet" onClick={() => onStep(before)}>
            {t("back")}
          </Button>
        )}
        {next && (
          <Button look="quiet" onClick={onEnd}>
            {t("end")}
          </Button>
        )}
      </div>
      <p className={styles.keys}>{t("keys")}</p>
    </section>
  );
}
