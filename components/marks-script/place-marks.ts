import type { MarkedClaim } from "@/lib/syndication/page-marks";
import { foldPage } from "./fold-page";
import { type PageText, rangeOf, readPageText } from "./page-text";
import { quoteFinder } from "./quote-finder";

/** A claim that is on the page. */
export interface PlacedClaim {
  claim: MarkedClaim;
  /** UTF-16 offsets into the text of the page. */
  start: number;
  end: number;
  range: Range;
}

export interface PlacedClaims {
  page: PageText;
  /** In the order of the page. */
  placed: PlacedClaim[];
  /** How many claims are not on it. */
  missing: number;
}

/** What one task takes at most: a page stays responsive. */
const SLICE_MS = 8;

/** Finds the claims of a fact-check on a page, a few at a time. */
export async function placeMarks(claims: readonly MarkedClaim[], root: Element): Promise<PlacedClaims> {
  const page = readPageText(root);
  const folding = foldPage(page.text);
  let began = Number.NEGATIVE_INFINITY;
  const pause = async () => {
    if (performance.now() - began <= SLICE_MS) return;
    await nextTask();
    began = performance.now();
  };
  let folded = folding.next();
  for (; !folded.done; folded = folding.next()) await pause();
  const find = quoteFinder(folded.value);
  const placed: PlacedClaim[] = [];
  for (const claim of claims) {
    await pause();
    const found = find(claim);
    if (found) placed.push({ claim, ...found, range: rangeOf(page, found.start, found.end) });
  }
  placed.sort((one, other) => one.start - other.start || other.end - one.end);
  return { page, placed, missing: claims.length - placed.length };
}

/** Timers that follow each other wait four milliseconds each; messages do not. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
