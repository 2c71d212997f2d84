/** Whether keys and pasted text go into an element as text. Radio buttons, checkboxes, buttons and file fields take none. */
export function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest('textarea, select, [contenteditable="true"]')) return true;
  return target instanceof HTMLInputElement && !/^(radio|checkbox|button|submit|file)$/.test(target.type);
}
