import { expect, test } from "vitest";
import { withTestDatabase } from "@/lib/testing/test-database";
import { clientOf } from "./transaction";

withTestDatabase();

/** Tables of pg-boss are its own. */
test("every foreign key is served by an index", async () => {
  const missing = await clientOf().$queryRaw<{ table: string; columns: string }[]>`
    SELECT f.conrelid::regclass::text AS "table", string_agg(a.attname, ', ' ORDER BY k.nth) AS "columns"
    FROM pg_constraint f
    CROSS JOIN LATERAL unnest(f.conkey) WITH ORDINALITY k(attnum, nth)
    JOIN pg_attribute a ON a.attrelid = f.conrelid AND a.attnum = k.attnum
    WHERE f.contype = 'f' AND f.connamespace = 'public'::regnamespace AND NOT EXISTS (
      SELECT 1 FROM pg_index i WHERE i.indrelid = f.conrelid AND i.indpred IS NULL
        AND (i.indkey::int2[])[0:cardinality(f.conkey) - 1] = f.conkey
    )
    GROUP BY f.oid, f.conrelid ORDER BY 1, 2`;
  expect(missing).toEqual([]);
});
