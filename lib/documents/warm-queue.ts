/** Articles that wait at most. What is left out is made for its first reader. */
const MAX_WAITING = 50;

/** Makes the documents of articles that others published, one article at a time and while nobody waits for it. */
export class WarmQueue {
  private readonly waiting = new Set<string>();
  private isRunning = false;

  /** @param warm makes the documents of one article, by its id. It never fails */
  constructor(private readonly warm: (articleId: string) => Promise<void>) {}

  /** An article that already waits is made once. One that is being made is made again: it may have changed since. */
  add(articleId: string): void {
    if (this.waiting.size >= MAX_WAITING) return;
    this.waiting.add(articleId);
    if (!this.isRunning) void this.run();
  }

  private async run(): Promise<void> {
    this.isRunning = true;
    for (const articleId of this.waiting) {
      // Requests that are here already go first.
      await new Promise((resolve) => setImmediate(resolve));
      this.waiting.delete(articleId);
      await this.warm(articleId);
    }
    this.isRunning = false;
  }
}
