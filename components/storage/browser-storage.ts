import { indexedDatabase, type KeyValueDatabase } from "./key-value-database";
import type { StorageArea } from "./storage-area";
import { lossOf, reportLoss } from "./storage-loss";
import { withEdits } from "./with-edits";

/** What the storage needs of the browser. */
export interface StorageEnvironment {
  /** The browser's own storage, which may throw; undefined on a server, where nothing is stored. */
  open: () => StorageArea | undefined | null;
  /** Where texts go that the browser's own storage has no room for; null for nowhere. */
  overflow: KeyValueDatabase<string> | null;
  /** Called with the cause when a text is stored in memory only. */
  onLoss: (cause: unknown) => void;
}

/** UTF-16 units above which a text goes to the overflow at once: it would take a large part of the 5 million that all drafts share. */
const LARGE = 200_000;

/**
 * Texts by key, like `localStorage`, but no call throws. A text that the browser has no room for goes to the overflow, and where that
 * fails or the browser blocks storage, to memory, where it stays until the page is closed. Nothing is synchronised between tabs: a page
 * reads what was stored last, by any tab.
 */
export class BrowserStorage {
  private readonly environment: StorageEnvironment;
  /** Texts of the overflow, and those that could be stored nowhere else. */
  private readonly memory = new Map<string, string>();
  private readonly overflowed = new Set<string>();
  /** Those of `overflowed` that are there: a write takes longer than a page that is left has. */
  private readonly arrived = new Set<string>();
  /** Keys that were set or removed before the overflow was read. */
  private readonly touched = new Set<string>();
  private loading: Promise<void> | null = null;
  private isLoaded = false;

  constructor(environment: StorageEnvironment) {
    this.environment = environment;
  }

  /** The text of a key; null for none. Texts of the overflow are found once `ready` has resolved. */
  get(key: string): string | null {
    const held = this.memory.get(key);
    if (held !== undefined) return held;
    try {
      return this.environment.open()?.getItem(key) ?? null;
    } catch {
      return null;
    }
  }

  /**
   * Stores a text. It is there for `get` immediately.
   * @returns whether it survives a reload
   */
  set(key: string, text: string): Promise<boolean> {
    this.touch(key);
    const refusal =
      text.length <= LARGE && !this.overflowed.has(key) ? this.setDirectly(key, text) : "no-room";
    if (refusal === null) {
      this.memory.delete(key);
      return Promise.resolve(true);
    }
    if (refusal === "server") return Promise.resolve(false);
    this.memory.set(key, text);
    // Where storage is blocked, the overflow is too, or should be.
    if (refusal !== "no-room" && lossOf(refusal) === "blocked") return this.lose(refusal);
    return this.overflow(key, text, refusal);
  }

  /** Removes a text. */
  remove(key: string): void {
    this.touch(key);
    this.memory.delete(key);
    this.removeDirectly(key);
    this.arrived.delete(key);
    if (this.overflowed.delete(key) || !this.isLoaded) this.removeFromOverflow(key);
  }

  /** The keys that begin with a prefix, in no order. */
  keys(prefix: string): string[] {
    const found = new Set([...this.memory.keys()].filter((key) => key.startsWith(prefix)));
    try {
      const area = this.environment.open();
      for (let index = 0; index < (area?.length ?? 0); index++) {
        const key = area?.key(index);
        if (key?.startsWith(prefix)) found.add(key);
      }
    } catch {
      // What is in memory is all there is.
    }
    return [...found];
  }

  /** Reads the overflow, once. It resolves even if that fails. */
  ready(): Promise<void> {
    this.loading ??= this.load();
    return this.loading;
  }

  /** Reports a loss if the browser blocks storage, before anything is typed. */
  probe(): void {
    try {
      if (this.environment.open() !== null) return;
      this.environment.onLoss(new DOMException("unavailable", "SecurityError"));
    } catch (cause) {
      this.environment.onLoss(cause);
    }
  }

  private async load(): Promise<void> {
    try {
      for (const [key, text] of (await this.environment.overflow?.entries()) ?? [])
        if (!this.touched.has(key) && typeof text === "string") {
          this.overflowed.add(key);
          this.arrived.add(key);
          this.memory.set(key, text);
        }
    } catch (cause) {
      console.warn("the database of this browser could not be read", cause);
    }
    this.isLoaded = true;
    this.touched.clear();
  }

  private touch(key: string): void {
    if (!this.isLoaded) this.touched.add(key);
  }

  /** @returns why it was refused; null if it is stored */
  private setDirectly(key: string, text: string): unknown {
    try {
      const area = this.environment.open();
      if (area === undefined) return "server";
      if (area === null) return new DOMException("unavailable", "SecurityError");
      area.setItem(key, text);
      return null;
    } catch (cause) {
      return cause;
    }
  }

  private async overflow(key: string, text: string, refusal: unknown): Promise<boolean> {
    const { overflow } = this.environment;
    if (!overflow) return this.lose(refusal);
    this.overflowed.add(key);
    // Until it has arrived, it is stored where that takes no time, if there is room.
    const isDirect = refusal === "no-room" && !this.arrived.has(key) && this.setDirectly(key, text) === null;
    try {
      await overflow.set(key, text);
      // Only now, so that a crash loses neither. (If the text was removed meanwhile, a newer one may be there.)
      if (this.overflowed.has(key)) {
        this.arrived.add(key);
        this.removeDirectly(key);
      }
      return true;
    } catch (cause) {
      return isDirect || this.lose(cause);
    }
  }

  private async lose(cause: unknown): Promise<boolean> {
    this.environment.onLoss(cause);
    return false;
  }

  private removeDirectly(key: string): void {
    try {
      this.environment.open()?.removeItem(key);
    } catch {
      // Blocked: nothing was stored there.
    }
  }

  private removeFromOverflow(key: string): void {
    this.environment.overflow?.delete(key).catch((cause: unknown) => {
      console.warn("a stored text could not be removed", cause);
    });
  }
}

/** What survives until it is removed: drafts. */
export const browserStorage = new BrowserStorage({
  open: () => globalThis.localStorage,
  overflow: withEdits(indexedDatabase<string>("obelus-drafts", "texts"), () => globalThis.localStorage),
  onLoss: reportLoss,
});

/** What survives a reload of this tab: the list of actions that can be undone. */
export const tabStorage = new BrowserStorage({
  open: () => globalThis.sessionStorage,
  overflow: null,
  // Nothing typed is lost with it.
  onLoss: (cause) => console.warn("this tab could not store its state", cause),
});
