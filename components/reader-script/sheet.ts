import { followSwipe } from "../gestures/follow-swipe";
import type { Box } from "./place-card";

/** Matches the width in claim-cards.module.css below which a card is a sheet. */
const NARROW = "(max-width: 40rem)";
/** Pixels that stay free between the tapped words and the sheet. */
const CLEARANCE = 24;

/** Whether cards are sheets: the screen is narrow. */
export function isSheet(): boolean {
  return matchMedia(NARROW).matches;
}

/** What a card is on narrow screens: a sheet at the lower edge that leaves its text visible, and that Back and a swipe close. */
export class Sheet {
  private card: HTMLElement | null = null;
  /** Whether the history has an entry for the open sheet. */
  private hasEntry = false;

  constructor(private readonly onClose: () => void) {
    addEventListener("popstate", () => {
      if (!this.hasEntry) return;
      this.hasEntry = false;
      this.onClose();
    });
  }

  /**
   * Opens a card as a sheet if the screen is narrow.
   * @param text the words of the claim
   * @param line the line of them that was tapped, which is what counts where they are too long for the rest of the screen
   * @returns whether it is
   */
  open(card: HTMLElement, text: Box, line: Box): boolean {
    if (!isSheet()) return false;
    if (this.card !== card) followSwipe(card, () => this.onClose());
    this.card = card;
    // The sheet is at the lower edge.
    const top = innerHeight - card.offsetHeight;
    const words = text.bottom - text.top < top - 2 * CLEARANCE ? text : line;
    const covered = words.bottom + CLEARANCE - top;
    if (covered > 0) scrollBeyondEnd(covered, card.offsetHeight);
    if (!this.hasEntry) {
      history.pushState({ claimCard: true }, "");
      this.hasEntry = true;
    }
    return true;
  }

  /** Call before a link of the sheet is followed, which goes on from the present entry of the history. */
  leave(): void {
    this.hasEntry = false;
  }

  close(): void {
    document.body.style.paddingBottom = "";
    if (!this.hasEntry) return;
    this.hasEntry = false;
    history.back();
  }
}

/**
 * Scrolls down, with room below the text if there is too little: its last lines can then be above the sheet as well. The room is padding and
 * not a custom property, which every element would inherit.
 */
function scrollBeyondEnd(by: number, room: number): void {
  const { scrollHeight } = document.documentElement;
  if (scrollHeight - innerHeight - scrollY < by) document.body.style.paddingBottom = `${room}px`;
  scrollBy({ top: by });
}
