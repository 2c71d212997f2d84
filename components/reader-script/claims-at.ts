/** The claims at a point of the text. */
export interface ClaimsAt {
  /** Numbers, innermost first. */
  numbers: string[];
  /** The element that the card is put next to. */
  anchor: HTMLElement;
}

const REFERENCE = "mark-";
const MARKS = `[data-marked-text] :is(.mark, [id^="${REFERENCE}"])`;

/** The claims at an element of the text that are shown; null if there are none. */
export function claimsAt(target: EventTarget | null): ClaimsAt | null {
  const anchor = target instanceof Element ? target.closest<HTMLElement>(MARKS) : null;
  if (!anchor || anchor.closest("[data-unmarked]")) return null;
  const numbers: string[] = [];
  if (!anchor.matches(".mark")) return { numbers: [numberOf(anchor)], anchor };
  for (
    let mark: HTMLElement | null | undefined = anchor;
    mark;
    mark = mark.parentElement?.closest<HTMLElement>(".mark")
  )
    if (!mark.hasAttribute("data-muted")) numbers.push(numberOf(mark));
  return numbers.length > 0 ? { numbers, anchor } : null;
}

/** The number of the claim that a mark or a reference belongs to. A reference, and a mark that contains it, has it in its id. */
function numberOf(element: HTMLElement): string {
  return element.dataset.claim ?? element.id.slice(REFERENCE.length);
}

/** The link of a claim in the text, which the keyboard reaches: the reference at the end of its words, or both in one. */
export function referenceOf(number: string): HTMLElement | null {
  return document.getElementById(`${REFERENCE}${number}`);
}

/** Whether an element is the link of a claim in the text that the keyboard reaches. */
export function isReference(element: Element): boolean {
  return element.id.startsWith(REFERENCE);
}

let marks: ReadonlyMap<string, readonly HTMLElement[]> | undefined;

/** The marks of a claim, in the order of the text. The page is searched once: a long one has thousands. */
export function marksOf(number: string): readonly HTMLElement[] {
  marks ??= Map.groupBy(document.querySelectorAll<HTMLElement>("[data-marked-text] .mark"), numberOf);
  return marks.get(number) ?? [];
}

/** "Claim 12: False", as the link in the text says it. */
export function titleOf(number: string): string {
  const reference = referenceOf(number);
  return (reference?.querySelector("sup") ?? reference)?.textContent ?? number;
}

/** Numbers of the claims in the blocks of the text that are in the window. Blocks out of sight need no layout for that. */
export function numbersInSight(): ReadonlySet<string> {
  const blocks = [...(document.querySelector("[data-marked-text]")?.children ?? [])];
  const isInSight = (block: Element) => {
    const { top, bottom } = block.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  };
  return new Set(
    blocks
      .filter(isInSight)
      .flatMap((block) => [...block.querySelectorAll<HTMLElement>(MARKS)].map(numberOf)),
  );
}
