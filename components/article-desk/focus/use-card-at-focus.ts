import { useSyncExternalStore } from "react";

/** The claim whose card has the focus on its head; null while the focus is elsewhere. */
let claimId: string | null = null;

/** A dialog, such as the command palette, is about what had the focus before it. */
const DIALOG = "dialog, [role=dialog], [role=menu]";

function read(): string | null {
  const { activeElement } = document;
  if (!activeElement?.closest(DIALOG))
    claimId = activeElement?.closest<HTMLElement>("[data-claim-card]")?.dataset.claimCard ?? null;
  return claimId;
}

function watch(onChange: () => void): () => void {
  // On its way to another element, the focus is nowhere for a moment.
  const onFocusOut = ({ relatedTarget }: FocusEvent) => relatedTarget === null && onChange();
  document.addEventListener("focusin", onChange);
  document.addEventListener("focusout", onFocusOut);
  return () => {
    document.removeEventListener("focusin", onChange);
    document.removeEventListener("focusout", onFocusOut);
  };
}

/** The claim whose card has the focus on its head, open or closed: the keys of a claim act on it. Null for none. */
export function useCardAtFocus(): string | null {
  return useSyncExternalStore(watch, read, () => null);
}
