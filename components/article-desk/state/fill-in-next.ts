import { nextToFillIn } from "@/lib/claims/to-fill-in";
import type { ArticleDeskState } from "./article-desk-state";

/**
 * Opens the form of the next claim without a verdict, and scrolls the text to it.
 * @param afterId a claim to look behind; null to begin with the first
 * @returns whether there is one
 */
export function fillInNext(
  { claims, choice, form }: Pick<ArticleDeskState, "claims" | "choice" | "form">,
  afterId: string | null,
): boolean {
  const next = nextToFillIn(claims.list.get(), afterId);
  if (!next) return false;
  choice.goTo(next.id);
  form.edit(next);
  return true;
}
