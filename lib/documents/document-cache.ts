import { LRUCache } from "lru-cache";
import type { EncodedDocument } from "./encode-document";

/** Everything that a lost document costs is rendering it again. */
const MAX_BYTES = 128 * 1024 * 1024;

interface Stored {
  document: EncodedDocument;
  /** The article it is about; null for lists, which are about all. */
  articleId: string | null;
}

/**
 * The documents that this instance has made, by address. A document is stored only if nothing that it may show has changed since it was
 * begun to be made: see `begin`.
 */
export class DocumentCache {
  private readonly stored = new LRUCache<string, Stored>({
    maxSize: MAX_BYTES,
    sizeCalculation: ({ document }) => document.size,
  });
  /** How often something changed: of each article lately, and in all. */
  private readonly changes = new LRUCache<string, number>({ max: 10_000 });
  private count = 0;
  /** The count at which everything was dropped. */
  private droppedAt = 0;

  find(key: string): EncodedDocument | null {
    return this.stored.get(key)?.document ?? null;
  }

  /** Call before reading what a document shows. @returns a function that stores it unless it is out of date */
  begin(): (key: string, document: EncodedDocument, articleId: string | null) => void {
    const begunAt = this.count;
    return (key, document, articleId) => {
      const changedAt = articleId === null ? this.count : (this.changes.get(articleId) ?? this.droppedAt);
      if (changedAt <= begunAt) this.stored.set(key, { document, articleId });
    };
  }

  /** How often something has changed. Requests wait for the same rendering only if nothing changed after it began. */
  get generation(): number {
    return this.count;
  }

  /** Drops the documents of an article, and all lists. */
  dropArticle(articleId: string): void {
    this.count++;
    this.changes.set(articleId, this.count);
    for (const [key, stored] of this.stored.entries())
      if (stored.articleId === null || stored.articleId === articleId) this.stored.delete(key);
  }

  /** Drops everything. */
  dropAll(): void {
    this.count++;
    this.droppedAt = this.count;
    this.changes.clear();
    this.stored.clear();
  }
}
