import { focusUnsentClaim } from "@/components/article-desk/focus/focus-targets";
import { keyOfUnsentMark } from "@/components/article-desk/marks/unsent-spans";
import { Store } from "@/components/article-desk/operations/store";
import type { EditorRef } from "@/components/article-desk/text/editor-handle";
import { type ClaimFilter, NO_FILTER, passes } from "@/components/claims/claims-panel";
import type { Claim } from "@/lib/claims/claim";

/** Filters the claims and opens one of them, from the text, the list or the keyboard. */
export function createChoice({
  list,
  selectedId,
  editor,
  numbers = null,
  closeComments,
  onChosen = () => {},
}: {
  list: Store<readonly Claim[]>;
  /** The claim whose card is open. */
  selectedId: Store<string | null>;
  editor: EditorRef;
  /** Numbers of the only claims to show at first; null for all. */
  numbers?: readonly number[] | null;
  closeComments: () => void;
  /** The person opens or closes a claim: their next step has begun. */
  onChosen?: () => void;
}) {
  // Claims can be gone since the link was made.
  const isAnyLeft = list.get().some(({ number }) => numbers?.includes(number));
  const filter = new Store<ClaimFilter>(isAnyLeft ? { ...NO_FILTER, numbers } : NO_FILTER);
  /** Overlapping claims to choose from, and the point on the screen where they were clicked. */
  const picker = new Store<{ ids: string[]; at: { x: number; y: number } } | null>(null);
  /** Whether only the open claim is shown. */
  const isFocused = new Store(false);

  function select(id: string): void {
    onChosen();
    picker.set(null);
    const unsent = keyOfUnsentMark(id);
    if (unsent !== null) {
      closeComments();
      focusUnsentClaim(unsent);
      return;
    }
    selectedId.set(id);
    closeComments();
    // Clear a filter that would hide the claim.
    const isShown = list.get().some((claim) => claim.id === id && passes(claim, filter.get()));
    if (!isShown) filter.set(NO_FILTER);
  }

  function reveal(id: string): void {
    const claim = list.get().find((each) => each.id === id);
    if (claim && claim.anchor.outcome !== "orphaned") editor.current?.reveal(claim.anchor.start);
  }

  /** Opens a claim and scrolls the text to it. */
  function goTo(id: string): void {
    select(id);
    reveal(id);
  }

  function toggle(id: string): void {
    onChosen();
    selectedId.update((before) => (before === id ? null : id));
    reveal(id);
  }

  /** Opens the claim at a point of the text, or shows the picker for several. Claims that are not sent yet have no number to pick them by. */
  function pick(all: string[], at: { x: number; y: number }): void {
    const sent = all.filter((id) => keyOfUnsentMark(id) === null);
    const ids = sent.length > 0 ? sent : all.slice(0, 1);
    const [only, another] = ids;
    if (only && !another) select(only);
    else picker.set({ ids, at });
  }

  const closePicker = () => picker.set(null);

  /**
   * Opens the next or previous claim among those shown.
   * @param fromId the claim to go on from
   * @returns false where no claim follows
   */
  function step(by: 1 | -1, fromId = selectedId.get()): boolean {
    const shown = list.get().filter((claim) => passes(claim, filter.get()));
    const index = shown.findIndex((claim) => claim.id === fromId);
    const next = shown[by === 1 ? index + 1 : index === -1 ? shown.length - 1 : index - 1];
    if (!next) return false;
    goTo(next.id);
    document.querySelector<HTMLElement>(`[data-claim-card="${next.id}"]`)?.focus({ preventScroll: true });
    return true;
  }

  const toggleFocus = () => isFocused.update((before) => !before);

  return {
    selectedId,
    filter,
    picker,
    isFocused,
    select,
    goTo,
    toggle,
    pick,
    closePicker,
    step,
    toggleFocus,
  };
}
