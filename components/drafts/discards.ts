/** Something that was typed or chosen and thrown away, with the way to bring it back. */
export interface Discard {
  id: number;
  /** "Comment discarded." */
  message: string;
  /** Brings it back. @returns false if that is not possible yet, for example because another form is open */
  undo: () => boolean | undefined;
}

/** What was thrown away on a page. Each can be brought back until the page is closed or the notice is dismissed. */
export class Discards {
  private list: readonly Discard[] = [];
  private lastId = 0;
  private readonly watchers = new Set<() => void>();
  private readonly openForms = new Map<string, Set<(draft: unknown) => void>>();
  /** What forms discarded themselves, by the key of their drafts: a form that is closed and opened again still offers to undo it. */
  private readonly ofForms = new Map<string, readonly unknown[]>();

  /** The notices to show, the oldest first. The same list until it changes. */
  readonly all = (): readonly Discard[] => this.list;

  /** @param watcher called when the list changes @returns how to stop */
  readonly watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };

  /** Offers to bring something back. */
  add(message: string, undo: Discard["undo"]): void {
    this.lastId += 1;
    this.set([...this.list, { id: this.lastId, message, undo }]);
  }

  /** Brings something back. Its notice goes, unless that was not possible. */
  undo(id: number): void {
    const discard = this.list.find((each) => each.id === id);
    if (discard && discard.undo() !== false) this.dismiss(id);
  }

  /** Removes a notice. */
  dismiss(id: number): void {
    this.set(this.list.filter((each) => each.id !== id));
  }

  /** Shows a draft in the form that it belongs to. @param key of the draft @returns whether the form is open */
  showIn(key: string, draft: unknown): boolean {
    const show = [...(this.openForms.get(key) ?? [])].at(-1);
    show?.(draft);
    return show !== undefined;
  }

  /** To be called when a form opens. @param show called with a draft to show @returns to be called when it closes */
  whileOpen(key: string, show: (draft: unknown) => void): () => void {
    const forms = this.openForms.get(key) ?? new Set();
    this.openForms.set(key, forms.add(show));
    return () => forms.delete(show);
  }

  /** What a form discarded, the oldest first. @param key of its draft */
  ofForm<T>(key: string): readonly T[] {
    return (this.ofForms.get(key) as readonly T[] | undefined) ?? [];
  }

  /** Remembers what a form discarded. */
  setOfForm(key: string, discarded: readonly unknown[]): void {
    this.ofForms.set(key, discarded);
  }

  private set(list: readonly Discard[]): void {
    this.list = list;
    for (const watcher of this.watchers) watcher();
  }
}
