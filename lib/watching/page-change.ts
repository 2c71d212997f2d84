import type { ExcerptCheck } from "@/lib/sources/check-excerpt";
import type { FlagKind } from "./flag";

/** How an excerpt compares with a saved copy. */
type Found = ExcerptCheck["kind"];

/** From worst to best. */
const RANKS: Record<Found, number> = { missing: 0, differs: 1, found: 2 };

/** The text of a page as it is compared: white space and Unicode forms that no reader can see make no difference. */
export function comparableText(text: string): string {
  return text
    .normalize("NFC")
    .split("\n")
    .map((line) => line.replace(/[\s\u00a0\u200b\ufeff]+/gu, " ").trim())
    .filter((line) => line !== "")
    .join("\n");
}

/** Whether two readable texts of a page say the same. */
export function isSamePage(before: string, now: string): boolean {
  return before === now || comparableText(before) === comparableText(now);
}

/** An excerpt that is used as evidence, in the copy before and in the page now. */
export interface ExcerptThen {
  text: string;
  before: Found;
  now: Found;
}

/**
 * What a changed page means for a claim that uses it.
 * @param excerpts those that the claim quotes from it
 * @param lostBefore excerpts that an earlier change took away, while no one has looked at that yet
 */
export function changeForClaim(
  excerpts: readonly ExcerptThen[],
  lostBefore: readonly string[] = [],
): {
  kind: Extract<FlagKind, "page_changed" | "excerpt_gone">;
  /** The excerpts that are no longer in it. */
  lost: string[];
} {
  const lost = excerpts
    .filter(
      ({ text, before, now }) => RANKS[now] < RANKS[before] || (now !== "found" && lostBefore.includes(text)),
    )
    .map(({ text }) => text);
  return { kind: lost.length > 0 ? "excerpt_gone" : "page_changed", lost };
}
