import { ok } from "@/lib/result";
import { readCurrentIn } from "./read-publication";
import { clientOf, inTransaction, type Tx } from "./transaction";

/*
 * The rows from which the archive, the search, and the pages of claimants and sources are read: what readers see now, and nothing else. They are made
 * of the Report of the current publication without what was redacted. Triggers drop them with every change; who makes the change makes them again.
 */

/** Makes the rows of an article from its current publication. Without one, it has none. */
export async function storePublicRows(tx: Tx, articleId: string): Promise<void> {
  const current = await readCurrentIn(tx, articleId);
  if (!current) return;
  const { id, publishedAt, report } = current;
  // What the rows are made of; the text of the article would only be sent along.
  const { article, finding, scale, claims, sources } = report;
  const { blocks: _, ...head } = article;
  await clientOf(tx).$executeRaw`
    SELECT store_public_rows(${articleId}::uuid, ${id}::uuid, ${publishedAt}::timestamptz,
      ${JSON.stringify({ article: head, finding, scale, claims: claims.map(withoutReasons), sources })}::jsonb)`;
}

/** Rationales are long, and nothing is made of them. */
function withoutReasons<Claim extends { rationale: unknown; rationaleText: string }>({
  rationale: _,
  rationaleText: __,
  ...rest
}: Claim) {
  return rest;
}

/** Articles read at a time. */
const BATCH_SIZE = 100;

/**
 * Makes the rows of published articles that have none: those of earlier releases, and of restored databases. A second run finds nothing to do. For
 * use under the start lock: see `migrate`.
 * @returns for how many articles it made rows
 */
export async function makeMissingPublicRows(): Promise<number> {
  let made = 0;
  let last = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const rows = await clientOf().$queryRaw<{ id: string }[]>`
      SELECT a."id" FROM "Article" a
      WHERE a."id" > ${last}::uuid AND a."status" = 'published' AND a."currentPublicationId" IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM "PublicArticle" p WHERE p."articleId" = a."id")
      ORDER BY a."id" LIMIT ${BATCH_SIZE}`;
    for (const { id } of rows) {
      const stored = await inTransaction(async (tx) => ok(await storePublicRows(tx, id)));
      if (!stored.ok) throw new Error(stored.error.message);
      last = id;
    }
    made += rows.length;
    if (rows.length < BATCH_SIZE) return made;
  }
}
