/** A claim of the page, as its entry describes it. */
export interface PageClaim {
  number: string;
  entry: HTMLElement;
  /** Key of its rating. */
  rating: string;
  isWrong: boolean;
  claimant: string;
  topics: readonly string[];
}

const ENTRY = "claim-";

let claims: readonly PageClaim[] | undefined;

/** The claims of the page, in the order of the text. */
export function pageClaims(): readonly PageClaim[] {
  if (claims) return claims;
  const ratings = new Map(
    [...document.querySelectorAll<HTMLInputElement>("claim-tools [data-label]")].map(({ dataset, value }) => [
      dataset.label,
      { rating: value, isWrong: dataset.wrong !== undefined },
    ]),
  );
  claims = [...document.querySelectorAll<HTMLElement>(`article[id^="${ENTRY}"]`)].map((entry) => {
    const { claimant = "", topics = "[]" } = entry.dataset;
    const { rating = "", isWrong = false } = ratings.get(ratingLabelOf(entry)?.textContent ?? "") ?? {};
    return {
      number: entry.id.slice(ENTRY.length),
      entry,
      rating,
      isWrong,
      claimant,
      topics: JSON.parse(topics) as string[],
    };
  });
  return claims;
}

/** The entry of a claim on the page. */
export function entryOf(number: string): HTMLElement | null {
  return document.getElementById(`${ENTRY}${number}`);
}

/** The label of an entry's rating. */
export function ratingLabelOf(entry: Element): HTMLElement | null {
  return entry.querySelector<HTMLElement>("[data-rating]");
}

let shown: readonly PageClaim[] | undefined;

/** The claims that the filter shows. Marks out of sight and entries follow when the browser is idle. */
export function shownClaims(): readonly PageClaim[] {
  return shown ?? pageClaims();
}

/** Chooses the claims that are shown. */
export function setShownClaims(claims: readonly PageClaim[]): void {
  shown = claims;
}

/** What readers choose to see. Empty strings mean everything. */
export interface ClaimFilter {
  /** Key of a rating, or "wrong" for all that are wrong. */
  rating: string;
  claimant: string;
  topic: string;
}

/** Whether a filter shows a claim. */
export function matchesFilter(
  { rating, isWrong, claimant, topics }: Omit<PageClaim, "entry" | "number">,
  filter: ClaimFilter,
): boolean {
  return (
    (filter.rating === "" || (filter.rating === "wrong" ? isWrong : filter.rating === rating)) &&
    (filter.claimant === "" || filter.claimant === claimant) &&
    (filter.topic === "" || topics.includes(filter.topic))
  );
}

/** Who made a claim, when and where it was published, as its entry has it above the verdict; null if that is not known. */
export function attributionOf(entry: Element | null): Element | null {
  const before = entry?.querySelector("[data-card-content]")?.previousElementSibling;
  return before?.localName === "p" ? before : null;
}

/** The words of the article that a claim is about. An entry does not repeat them where the statement is the same. */
export function quoteOf(entry: Element | null): HTMLElement | null {
  return (
    entry?.querySelector<HTMLElement>("[data-quote]") ??
    entry?.querySelector<HTMLElement>("[data-statement]") ??
    null
  );
}
