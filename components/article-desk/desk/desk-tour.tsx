import { useEffect, useRef, useState } from "react";
import { useDesk } from "@/components/article-desk/state/desk-context";
import { useHintedKeys } from "@/components/commands/shortcuts-context";
import { TourPanel } from "@/components/tour/tour-panel";
import { useTour } from "@/components/tour/tour-provider";
import { rich } from "@/components/words/rich";
import { useWords } from "@/components/words/use-words";
import { formatKeys } from "@/lib/personal/chord";
import { followTour, missingForTour, type TourFacts, type TourStep } from "@/lib/personal/tour";
import { articleText, claimForm, readFormFacts, tourTarget } from "./tour-target";

/** The tour, while it runs on this article. */
export function DeskTour() {
  const own = useTour();
  const { page } = useDesk();
  return own?.tour.state === "running" && own.articleId === page.articleId ? <RunningTour /> : null;
}

function RunningTour() {
  const t = useWords("tour");
  const review = useWords("review");
  const own = useTour();
  const { page, claims, form } = useDesk();
  const markKey = useHintedKeys("mark", "m");
  const step = own?.tour.step ?? "select";
  const record = own?.record;
  const latest = useRef(step);
  latest.current = step;
  const facts = useRef<TourFacts | null>(null);
  const [isFormOpen, setFormOpen] = useState(false);
  /** Undefined until the page was looked at. */
  const [hasTarget, setHasTarget] = useState<boolean>();
  const submitLabel = review("action.submit");

  useEffect(() => {
    const look = () => {
      const mine = claims.list.get().filter(({ createdBy }) => createdBy.id === page.actor.id);
      const newest = mine.sort((a, b) => b.number - a.number)[0];
      const now: TourFacts = {
        ...readFormFacts(),
        ownClaim: newest ? { state: newest.state, hasVerdict: newest.verdict !== null } : null,
      };
      const before = facts.current ?? now;
      facts.current = now;
      setFormOpen(now.isFormOpen);
      const next = followTour(latest.current, before, now);
      if (next !== latest.current) {
        latest.current = next;
        record?.({ state: "running", step: next });
      }
      setHasTarget(pointAt(tourTarget(latest.current, submitLabel)));
    };
    let frame = 0;
    const lookSoon = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(look);
    };
    look();
    const events = ["selectionchange", "input", "change", "focusin", "focusout"] as const;
    for (const name of events) document.addEventListener(name, lookSoon);
    const observer = new MutationObserver(lookSoon);
    const main = document.getElementById("content");
    if (main) observer.observe(main, { childList: true, subtree: true });
    const unwatch = [claims.list.watch(lookSoon), form.form.watch(lookSoon)];
    return () => {
      cancelAnimationFrame(frame);
      for (const name of events) document.removeEventListener(name, lookSoon);
      observer.disconnect();
      for (const each of unwatch) each();
      pointAt(null);
    };
  }, [claims, form, page, record, submitLabel]);

  function goTo(next: TourStep): void {
    record?.({ state: "running", step: next });
    latest.current = next;
    setHasTarget(pointAt(tourTarget(next, submitLabel)));
  }

  const waitsFor = missingForTour(step, { isFormOpen, hasTarget: hasTarget ?? true });
  return (
    <TourPanel
      step={step}
      text={rich(t, `${step}.text`, {
        hasKey: markKey ? "yes" : "no",
        key: <kbd>{step === "mark" ? markKey : formatKeys("mod+enter")}</kbd>,
        action: submitLabel,
      })}
      note={waitsFor === null ? null : t(waitsFor === "form" ? "formClosed" : "claimClosed")}
      onStep={goTo}
      onEnd={() => {
        record?.({ state: "ended", step });
        focusIn(claimForm() ?? articleText());
      }}
      onGoThere={hasTarget ? () => focusIn(tourTarget(step, submitLabel)) : null}
    />
  );
}

const TARGET = "data-tour-target";

/** Points at one control of the page, and no longer at any other. @returns whether there is one */
function pointAt(target: HTMLElement | null): boolean {
  for (const other of document.querySelectorAll(`[${TARGET}]`))
    if (other !== target) other.removeAttribute(TARGET);
  if (target && !target.hasAttribute(TARGET)) {
    target.setAttribute(TARGET, "");
    target.scrollIntoView({ block: "nearest" });
  }
  return target !== null;
}

const FOCUSABLE =
  "button:not(:disabled), input:not(:disabled), textarea, [contenteditable=true], [tabindex='0']";

function focusIn(target: HTMLElement | null): void {
  const control = target?.matches(FOCUSABLE) ? target : target?.querySelector<HTMLElement>(FOCUSABLE);
  control?.scrollIntoView({ block: "nearest" });
  control?.focus();
}
