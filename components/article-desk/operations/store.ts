/** A value that can be watched for changes. Components read it with `useStore`. */
export class Store<T> {
  private value: T;
  private readonly watchers = new Set<() => void>();

  constructor(initial: T) {
    this.value = initial;
  }

  // Arrow functions, so that they can be passed on without their store.
  readonly get = (): T => this.value;

  readonly set = (next: T): void => {
    if (Object.is(next, this.value)) return;
    this.value = next;
    for (const watcher of this.watchers) watcher();
  };

  readonly update = (change: (before: T) => T): void => this.set(change(this.value));

  /** @returns stops watching */
  readonly watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };
}
