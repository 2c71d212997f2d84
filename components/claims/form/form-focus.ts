import type { KeyboardEvent } from "react";

const EDITOR = '[contenteditable="true"]';
const FOCUSABLE = ["input", "select", "textarea", "button", EDITOR].join(", ");

/** Where the next thing happens in a claim's form. */
const FIELDS = {
  verdict: "[data-verdict] input",
  rationale: `[data-rationale] ${EDITOR}, [data-rationale] textarea`,
  invalid: "[aria-invalid], [data-invalid]",
} as const;

/** Moves the focus to a field of a form: to its chosen or first verdict, its rationale, or what is wrong first. */
export function focusField(form: HTMLElement | null, field: keyof typeof FIELDS): void {
  const checked = field === "verdict" && form?.querySelector<HTMLElement>("[data-verdict] input:checked");
  // A failure that belongs to no field has only its message.
  const message = field === "invalid" && form?.querySelector<HTMLElement>("[role=alert]");
  const found = checked || form?.querySelector<HTMLElement>(FIELDS[field]) || message;
  if (!found) return;
  const target =
    field === "invalid" && !found.matches(`${FOCUSABLE}, [tabindex]`)
      ? (found.querySelector<HTMLElement>(EDITOR) ?? found.querySelector<HTMLElement>(FOCUSABLE) ?? found)
      : found;
  target.focus({ preventScroll: field === "verdict" });
  // A field that has the focus already is not scrolled to, and the messages may have moved it out of sight.
  if (field === "invalid") target.scrollIntoView?.({ block: "nearest" });
}

/** The digit of a key press with no modifier but Alt; null for other keys. The keys of the upper row count on every layout. */
export function digitOf(event: KeyboardEvent): number | null {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return null;
  const found = /^(?:Digit|Numpad)(\d)$/.exec(event.code) ?? /^(\d)$/.exec(event.key);
  return found ? Number(found[1]) : null;
}
