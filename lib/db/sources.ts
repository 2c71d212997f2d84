import type { Source, SourceKind } from "@/lib/sources/source";
import type { Source as SourceRow } from "./generated/client";
import { isUuid } from "./is-uuid";
import { clientOf, type Tx } from "./transaction";

export function toSource(row: SourceRow): Source {
  return {
    id: row.id,
    url: row.url,
    title: row.title,
    publisher: row.publisher,
    publishedOn: row.publishedOn,
    kind: row.kind,
    primary: row.primary,
    confidential: row.confidential,
  };
}

export async function findSource(tx: Tx, id: string): Promise<Source | null> {
  if (!isUuid(id)) return null;
  const row = await clientOf(tx).source.findUnique({ where: { id } });
  return row && toSource(row);
}

export async function findSourceByUrlKey(tx: Tx, urlKey: string): Promise<Source | null> {
  const row = await clientOf(tx).source.findUnique({ where: { urlKey } });
  return row && toSource(row);
}

/** Stores a source; if another with its address came in the same moment, that one is returned. */
export async function insertSource(
  tx: Tx,
  source: Omit<Source, "id" | "kind"> & { kind: SourceKind; urlKey: string | null; createdById: string },
): Promise<{ source: Source; created: boolean }> {
  const rows = await clientOf(tx).source.createManyAndReturn({ data: [source], skipDuplicates: true });
  if (rows[0]) return { source: toSource(rows[0]), created: true };
  return {
    source: toSource(await clientOf(tx).source.findUniqueOrThrow({ where: { urlKey: source.urlKey ?? "" } })),
    created: false,
  };
}

/** Sources whose title, publisher or address holds each of the words, the most recently used first. */
export async function searchSources(query: string, limit: number): Promise<Source[]> {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 8);
  const patterns = words.map((word) => `%${word.replace(/[\\%_]/g, "\\$&")}%`);
  const rows = await clientOf().$queryRaw<SourceRow[]>`
    SELECT * FROM "Source"
    WHERE lower("title" || ' ' || coalesce("publisher", '') || ' ' || coalesce("url", '')) LIKE ALL (${patterns}::text[])
    ORDER BY "updatedAt" DESC, "id" LIMIT ${limit}`;
  return rows.map(toSource);
}
