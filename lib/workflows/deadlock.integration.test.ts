import { expect, test } from "vitest";
import { lockArticle } from "@/lib/db/articles";
import { clientOf, inTransaction, type Tx } from "@/lib/db/transaction";
import { ok } from "@/lib/result";
import { makeArticle, makeClaim, makePerson, must, revisionOf } from "@/lib/testing/factories";
import { withTestDatabase } from "@/lib/testing/test-database";
import { assignClaims } from "./claims/assign-claims";
import { publishArticle } from "./publication/publish-article";
import { unpublishArticle } from "./publication/unpublish-article";

withTestDatabase();

/** Transactions of this database that Postgres has given up because they waited in a circle. */
async function countDeadlocks(): Promise<number> {
  const [row] = await clientOf().$queryRaw<{ count: number }[]>`
    SELECT "deadlocks"::int AS "count" FROM pg_stat_database WHERE "datname" = current_database()`;
  return row?.count ?? 0;
}

test("articles are published while others write their claims, and nobody waits in a circle", async () => {
  const editors = [await makePerson({ role: "administrator" }), await makePerson({ role: "administrator" })];
  const before = await countDeadlocks();
  let running = 0;
  const work = editors.map(async (editor) => {
    const article = await makeArticle();
    const { id: articleId } = article;
    const claims: { id: string }[] = [];
    for (let made = 0; made < 4; made++)
      claims.push(await makeClaim({ article, author: article.author, state: "approved" }));
    running++;
    const publish = async () => {
      for (let round = 0; round < 4; round++) {
        must(await publishArticle(editor, { articleId, revision: await revisionOf(articleId) }));
        must(
          await unpublishArticle(editor, {
            articleId,
            revision: await revisionOf(articleId),
            reason: "Wrong.",
          }),
        );
      }
      running--;
    };
    const assign = async (claimId: string) => {
      for (let turn = 0; running > 0; turn++)
        must(
          await assignClaims(editor, {
            articleId,
            claims: [{ claimId, seenAssigneeId: turn % 2 === 0 ? null : editor.id }],
            assigneeId: turn % 2 === 0 ? editor.id : null,
          }),
        );
    };
    await Promise.all([publish(), ...claims.map(({ id }) => assign(id))]);
  });
  await Promise.all(work);
  expect((await countDeadlocks()) - before).toBe(0);
});

test("writes that wait for one another are both done: the one that Postgres gives up is run again", async () => {
  const articles = [await makeArticle(), await makeArticle()] as const;
  const before = await countDeadlocks();
  let runs = 0;
  /** Kept once both hold their first lock. */
  const both = Promise.withResolvers<void>();
  const take = (first: 0 | 1) =>
    inTransaction(async (tx: Tx) => {
      runs += 1;
      await lockArticle(tx, articles[first].id);
      if (runs === 2) both.resolve();
      await both.promise;
      await lockArticle(tx, articles[first === 0 ? 1 : 0].id);
      return ok(first);
    });
  expect((await Promise.all([take(0), take(1)])).map(must)).toEqual([0, 1]);
  expect(runs).toBe(3);
  // So the count above is one that counts.
  await expect.poll(async () => (await countDeadlocks()) - before).toBe(1);
});
