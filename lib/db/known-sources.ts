import type { Source } from "@/lib/sources/source";
import { toSource, withKept } from "./sources";
import { clientOf, type Tx } from "./transaction";

/** A source with what it is known by. */
export type KnownSource = Source & { urlKey: string | null };

/** Lets one transaction at a time take in sources, so that two of them never make the same source twice. */
export async function lockSourceImport(tx: Tx): Promise<void> {
  await clientOf(tx).$executeRaw`SELECT pg_advisory_xact_lock(hashtext('take-in-sources'))`;
}

/**
 * Sources that have one of some addresses or DOIs, or into which one was merged that had it (known by that), and those without either
 * that have one of some titles.
 */
export async function listKnownSources(
  tx: Tx | undefined,
  { urlKeys, dois, titles }: { urlKeys: string[]; dois: string[]; titles: string[] },
): Promise<KnownSource[]> {
  const rows = await clientOf(tx).source.findMany({
    where: {
      confidential: false,
      OR: [
        { urlKey: { in: urlKeys } },
        { doi: { in: dois } },
        { title: { in: titles }, urlKey: null, doi: null },
      ],
    },
    include: withKept,
  });
  const merged = await clientOf(tx).sourceAlias.findMany({
    where: {
      key: { in: [...urlKeys.map((key) => `url:${key}`), ...dois.map((doi) => `doi:${doi}`)] },
      source: { confidential: false },
    },
    include: { source: { include: withKept } },
  });
  return [
    ...merged.map(({ key, source }) => ({
      ...toSource(source),
      ...(key.startsWith("doi:") ? { urlKey: source.urlKey, doi: key.slice(4) } : { urlKey: key.slice(4) }),
    })),
    // The last of one key counts: what a source is found by itself goes before what was merged into another.
    ...rows.map((row) => ({ ...toSource(row), urlKey: row.urlKey })),
  ];
}

/** The addresses of all sources that are found by them, with the normal form under which each is found. */
export async function listUrlKeys(): Promise<{ id: string; url: string; urlKey: string }[]> {
  return clientOf().$queryRaw`
    SELECT "id", "url", "urlKey" FROM "Source" WHERE "url" IS NOT NULL AND "urlKey" IS NOT NULL`;
}

/** Has a source found under another normal form of its address, unless another source is found under it. It is no edit. */
export async function changeUrlKey(id: string, from: string, to: string): Promise<void> {
  await clientOf().$executeRaw`
    UPDATE "Source" SET "urlKey" = ${to} WHERE "id" = ${id}::uuid AND "urlKey" = ${from}
    AND NOT EXISTS (SELECT 1 FROM "Source" WHERE "urlKey" = ${to})`;
}
