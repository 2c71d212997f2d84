/** The claims at a point of the text. */
export interface ClaimsAt {
  /** Numbers, innermost first. */
  numbers: string[];
  /** The element that the card is put next to. */
  anchor: HTMLElement;
}

const MARKS = "[data-marked-text] [data-reference], [data-marked-text] [data-claim]";

/** The claims at an element of the text; null if there are none. */
export function claimsAt(target: EventTarget | null): ClaimsAt | null {
  const anchor = target instanceof Element ? target.closest<HTMLElement>(MARKS) : null;
  if (!anchor) return null;
  const { reference } = anchor.dataset;
  if (reference) return { numbers: [reference], anchor };
  const numbers: string[] = [];
  for (
    let mark: HTMLElement | null | undefined = anchor;
    mark;
    mark = mark.parentElement?.closest<HTMLElement>("[data-claim]")
  )
    if (mark.dataset.claim) numbers.push(mark.dataset.claim);
  return { numbers, anchor };
}

/** The link at the end of a claim's text, which the keyboard reaches. */
export function referenceOf(number: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-reference="${number}"]`);
}
