import { expect, test } from "vitest";
import { lockArticle } from "@/lib/db/articles";
import { lockClaim } from "@/lib/db/claims";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { ok } from "@/lib/result";
import { makeArticle, makeClaim, must } from "@/lib/testing/factories";
import { withTestDatabase } from "@/lib/testing/test-database";

withTestDatabase();

test("writes that wait for one another are both done: the one that Postgres gives up is run again", async () => {
  const article = await makeArticle();
  const claim = await makeClaim({ article });
  const locks = [(tx: Tx) => lockArticle(tx, article.id), (tx: Tx) => lockClaim(tx, claim.id)] as const;
  let runs = 0;
  /** Kept once both hold their first lock. */
  const both = Promise.withResolvers<void>();
  const take = (first: 0 | 1) =>
    inTransaction(async (tx) => {
      runs += 1;
      await locks[first](tx);
      if (runs === 2) both.resolve();
      await both.promise;
      await locks[first === 0 ? 1 : 0](tx);
      return ok(first);
    });
  expect((await Promise.all([take(0), take(1)])).map(must)).toEqual([0, 1]);
  expect(runs).toBe(3);
});
