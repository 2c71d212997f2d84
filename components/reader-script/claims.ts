/** A claim of the page, as its entry describes it. */
export interface PageClaim {
  number: string;
  entry: HTMLElement;
  rating: string;
  isWrong: boolean;
  claimant: string;
  topics: readonly string[];
}

let claims: readonly PageClaim[] | undefined;

/** The claims of the page, in the order of the text. */
export function pageClaims(): readonly PageClaim[] {
  claims ??= [...document.querySelectorAll<HTMLElement>("[data-entry]")].map((entry) => {
    const { entry: number = "", rating = "", claimant = "", topics = "[]" } = entry.dataset;
    return {
      number,
      entry,
      rating,
      isWrong: entry.dataset.wrong !== undefined,
      claimant,
      topics: JSON.parse(topics) as string[],
    };
  });
  return claims;
}

/** The claims that the filter shows. */
export function shownClaims(): PageClaim[] {
  return pageClaims().filter(({ entry }) => !entry.hidden);
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
