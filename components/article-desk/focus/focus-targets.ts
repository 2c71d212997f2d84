import { focusAfterRender } from "@/components/ui/focus-after-render";

/** Moves the focus to the head of a claim's card. */
export function focusClaim(claimId: string): void {
  focusAfterRender(() => document.querySelector<HTMLElement>(`[data-claim-card="${claimId}"]`));
}

/** Moves the focus to the card of a claim that the server does not have yet, and shows it. @param key that of its form */
export function focusUnsentClaim(key: string): void {
  focusAfterRender(() => {
    const card = document.querySelector<HTMLElement>(`[data-unsent-card="${key}"]`);
    card?.scrollIntoView({ block: "nearest" });
    return card;
  });
}

/** Moves the focus into the open form of a claim: to its chosen verdict, or to its first field. */
export function focusClaimForm(): void {
  focusAfterRender(() => {
    const form = document.querySelector("[data-claim-form]");
    return (
      form?.querySelector<HTMLElement>("[data-verdict] input:checked") ??
      form?.querySelector<HTMLElement>("input, textarea, [contenteditable=true]")
    );
  });
}

/** Moves the focus to the heading of the claims: what follows when no claim is left, or none is open. */
export function focusClaimsHeading(): void {
  focusAfterRender(() => document.querySelector<HTMLElement>("[data-claims-heading]"));
}

/** Moves the focus to the button of the article's menu, where panels and actions of the article end. */
export function focusArticleMenu(): void {
  focusAfterRender(() => document.querySelector<HTMLElement>("[data-article-menu] button"));
}
