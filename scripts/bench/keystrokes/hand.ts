import type { Locator, Page } from "@playwright/test";

/** Works on a page as a person does, and counts: each key or chord, and each click. Words that are typed do not count. */
export class Hand {
  keys = 0;
  clicks = 0;
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Presses keys, one after the other. @param chords as Playwright names them; "Control+Enter" counts once */
  async press(...chords: string[]): Promise<void> {
    for (const chord of chords) {
      await this.page.keyboard.press(chord);
      this.keys += 1;
    }
  }

  /** Types words where the focus is. */
  async type(words: string): Promise<void> {
    await this.page.keyboard.type(words);
  }

  async click(target: Locator): Promise<void> {
    await target.click();
    this.clicks += 1;
  }

  /** Starts counting again. */
  reset(): void {
    this.keys = 0;
    this.clicks = 0;
  }
}
