/** Moves the focus to the text of an article that is imported. @param form the one that it is part of */
export function focusText(form: HTMLFormElement | null): void {
  form?.querySelector<HTMLElement>("[contenteditable=true][aria-multiline=true]")?.focus();
}
