import { quoteOf, ratingLabelOf } from "./claims";
import { titleOf } from "./claims-at";
import { copyText } from "./copy-text";

/** A part of the card, by its name in the template. @throws if the card has no such part */
export function partOf(card: HTMLElement | null, name: string): HTMLElement {
  const found = card?.querySelector<HTMLElement>(`[data-part="${name}"]`);
  if (!found) throw new Error(`the card has no part ${name}`);
  return found;
}

/** Copies what a card says from the claim's entry on the page. @param content the part of the entry that is shown as it is */
export function fillCard(card: HTMLElement, number: string, entry: Element, content: HTMLElement): void {
  card.dataset.colour = ratingLabelOf(entry)?.dataset.colour ?? "";
  card.setAttribute("aria-label", titleOf(number));
  const copy = content.cloneNode(true) as HTMLElement;
  // Ids must stay unique.
  for (const element of copy.querySelectorAll("[id]")) element.removeAttribute("id");
  partOf(card, "content").replaceChildren(copy);
  const [statement, quote] = [partOf(card, "statement"), partOf(card, "quote")];
  copyText(entry.querySelector<HTMLElement>("[data-statement]"), statement);
  copyText(quoteOf(entry), quote);
  quote.hidden = quote.textContent === statement.textContent;
  (partOf(card, "more") as HTMLAnchorElement).href = `#claim-${number}`;
  for (const each of card.querySelectorAll("[data-number]")) each.textContent = number;
}
