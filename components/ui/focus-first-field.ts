/** Focuses the first field of the form, section or page around a control that is about to go. */
export function focusFirstField(control: HTMLElement): void {
  control
    .closest("form, section, main")
    ?.querySelector<HTMLElement>("input, select, textarea, [contenteditable]")
    ?.focus();
}
