import { LRUCache } from "lru-cache";
import type { SearchChoices } from "@/lib/archive/archive-content";
import type { Publication } from "@/lib/db/read-publication";
import type { EncodedDocument } from "./encode-document";

/** Everything that a lost document costs is rendering it again. */
const MAX_BYTES = 128 * 1024 * 1024;

/** Parsed publications are large in memory: a megabyte of Report takes several. They serve the pages of claims, which come in groups. */
const MAX_PUBLICATIONS = 8;

interface Stored {
  document: EncodedDocument;
  /** The article it is about; null for lists, which are about all. */
  articleId: string | null;
}

/**
 * The documents that this instance has made, by address, and what the latest were made from. A document is stored only if nothing that it may show has changed since it was
 * begun to be made: see `begin`.
 */
export class DocumentCache {
  private readonly stored = new LRUCache<string, Stored>({
    maxSize: MAX_BYTES,
    sizeCalculation: ({ document }) => document.size,
  });
  /** The current publications of articles that documents were made from lately, by slug. */
  private readonly publications = new LRUCache<string, Publication>({ max: MAX_PUBLICATIONS });
  /** What searches can be narrowed by, since the last change. */
  private choices: { at: number; read: Promise<SearchChoices> } | null = null;
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
      if (this.isUnchanged(articleId, begunAt)) this.stored.set(key, { document, articleId });
    };
  }

  /**
   * The current publication of an article: the one that is stored, unless the article has changed since, or else what is read.
   * @param read reads it from the database
   */
  async publicationOf(
    slug: string,
    read: (slug: string) => Promise<Publication | null>,
  ): Promise<Publication | null> {
    const known = this.publications.get(slug);
    if (known) return known;
    const begunAt = this.count;
    const publication = await read(slug);
    if (publication && this.isUnchanged(publication.articleId, begunAt))
      this.publications.set(slug, publication);
    return publication;
  }

  /**
   * What searches can be narrowed by: as it was read since the last change, because every search shows it.
   * @param read reads it from the database
   */
  choicesFor(read: () => Promise<SearchChoices>): Promise<SearchChoices> {
    if (this.choices?.at === this.count) return this.choices.read;
    const own = { at: this.count, read: read() };
    this.choices = own;
    own.read.catch(() => {
      if (this.choices === own) this.choices = null;
    });
    return own.read;
  }

  private isUnchanged(articleId: string | null, since: number): boolean {
    const changedAt = articleId === null ? this.count : (this.changes.get(articleId) ?? this.droppedAt);
    return changedAt <= since;
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
    for (const [slug, publication] of this.publications.entries())
      if (publication.articleId === articleId) this.publications.delete(slug);
  }

  /** Drops everything. */
  dropAll(): void {
    this.count++;
    this.droppedAt = this.count;
    this.changes.clear();
    this.stored.clear();
    this.publications.clear();
  }
}
