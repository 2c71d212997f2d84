import { anchorFinder } from "@/lib/anchoring/find-anchor";
import type { TextRange } from "@/lib/anchoring/text-range";
import type { PreviewedClaim } from "@/lib/claim-imports/claim-import-preview";
import type { ImportChoices } from "./claim-import-types";

/** What became of words that were entered for a claim. */
export type EnteredWords = { kind: "none" | "missing" | "repeated" } | { kind: "found"; range: TextRange };

/** Finds entered words in the text of the article. */
export function wordsFinder(text: string): (entered: string) => EnteredWords {
  const find = anchorFinder(text);
  return (entered) => {
    const exact = entered.trim();
    if (exact === "") return { kind: "none" };
    const found = find({ exact });
    if (found.ok) return { kind: "found", range: found.value };
    return { kind: found.error.kind === "quote-ambiguous" ? "repeated" : "missing" };
  };
}

/** Where a reviewed claim will be marked; null if that is not clear yet. @returns UTF-16 offsets */
export function chosenRange(
  { row, place }: Pick<PreviewedClaim, "row" | "place">,
  { passages, words }: Pick<ImportChoices, "passages" | "words">,
  find: ReturnType<typeof wordsFinder>,
): TextRange | null {
  if (place.kind === "placed") return place.passage;
  const chosen = passages[row];
  if (chosen === "own") {
    const entered = find(words[row] ?? "");
    return entered.kind === "found" ? entered.range : null;
  }
  return place.kind === "choose" && chosen !== undefined ? (place.passages[chosen] ?? null) : null;
}
