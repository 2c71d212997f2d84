/** Copies the text of an element, with the language and direction that are set on it. */
export function copyText(from: HTMLElement | null | undefined, to: HTMLElement): void {
  to.textContent = from?.textContent ?? "";
  to.lang = from?.lang ?? "";
  to.dir = from?.dir ?? "";
  if (to.lang === "") to.removeAttribute("lang");
}
