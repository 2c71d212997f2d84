import { entryOf, pageClaims, quoteOf } from "./claims";
import { titleOf } from "./claims-at";

/**
 * Fills the choice between the claims that cover the same text: a button for each, in the order of the text as their numbers in it.
 * @param choice hidden where there is only one claim
 * @param onChoose called with the number of a claim
 */
export function fillChoice(
  choice: HTMLElement,
  { numbers, shown }: { numbers: readonly string[]; shown: string },
  onChoose: (number: string) => void,
): void {
  choice.hidden = numbers.length < 2;
  const buttons = choice.hidden ? [] : inOrderOfText(numbers).map(buttonOf);
  choice.replaceChildren(...choice.querySelectorAll("legend"), ...buttons);

  function buttonOf(number: string): HTMLElement {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = titleOf(number);
    button.title = quoteOf(entryOf(number))?.textContent ?? "";
    button.setAttribute("aria-pressed", String(number === shown));
    button.addEventListener("click", () => onChoose(number));
    return button;
  }
}

function inOrderOfText(numbers: readonly string[]): string[] {
  return pageClaims()
    .map(({ number }) => number)
    .filter((number) => numbers.includes(number));
}
