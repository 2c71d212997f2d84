import type { TourFacts, TourStep } from "@/lib/personal/tour";

const main = () => document.getElementById("content");

/** The text of the article. */
export function articleText(): HTMLElement | null {
  return main()?.querySelector<HTMLElement>("[role=textbox][aria-readonly=true]") ?? null;
}

const RADIO = "input[type=radio][name=rating]";

/** The form of a claim: the one with verdicts. */
export function claimForm(): HTMLElement | null {
  return main()?.querySelector(RADIO)?.closest("form") ?? null;
}

/** The parts of the form. */
const verdictIn = (form: Element) => form.querySelector(RADIO)?.closest("fieldset") ?? null;
const rationaleIn = (form: Element) =>
  form.querySelector<HTMLElement>("[role=textbox][contenteditable=true]");
const sourcesIn = (form: Element) => form.querySelector<HTMLElement>("section[aria-label]");

/** What the page shows of the steps of the tour, apart from saved claims. A rationale counts once the focus has left it. */
export function readFormFacts(): Omit<TourFacts, "ownClaim"> {
  const form = claimForm();
  const rationale = form && rationaleIn(form);
  const selection = document.getSelection();
  return {
    hasSelection: Boolean(
      selection && !selection.isCollapsed && articleText()?.contains(selection.anchorNode),
    ),
    isFormOpen: form !== null,
    hasVerdict: Boolean(form?.querySelector(`${RADIO}:checked`)),
    hasRationale: Boolean(rationale?.textContent?.trim() && !rationale.contains(document.activeElement)),
    hasSource: Boolean(form && sourcesIn(form)?.querySelector("fieldset")),
  };
}

/** The control that a step is about; null if it is not on the page. @param submitLabel the text of the button that submits a claim */
export function tourTarget(step: TourStep, submitLabel: string): HTMLElement | null {
  const form = claimForm();
  switch (step) {
    case "select":
    case "mark":
      return articleText();
    case "verdict":
      return form && verdictIn(form);
    case "rationale":
      return form && rationaleIn(form);
    case "source":
      return form && sourcesIn(form);
    case "save":
      return form?.querySelector<HTMLElement>("button[type=submit]") ?? null;
    case "submit":
      return (
        [...(main()?.querySelectorAll("button") ?? [])].find(
          ({ textContent }) => textContent?.trim() === submitLabel,
        ) ?? null
      );
    case "done":
      return null;
  }
}
