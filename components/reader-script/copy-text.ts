/** Copies the text of an element, with the language and direction that it has where it is: the copy stands elsewhere. */
export function copyText(from: HTMLElement | null | undefined, to: HTMLElement): void {
  to.textContent = from?.textContent ?? "";
  copyLanguage(from, to);
}

/** Gives an element the language and direction of another one. */
export function copyLanguage(from: Element | null | undefined, to: HTMLElement): void {
  const nearest = (name: string) => from?.closest(`[${name}]`)?.getAttribute(name) ?? "";
  to.lang = nearest("lang");
  to.dir = nearest("dir") || "ltr";
}
