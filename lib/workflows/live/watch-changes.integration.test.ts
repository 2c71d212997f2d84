import { Client } from "pg";
import { expect, it, vi } from "vitest";
import { makeArticle, makeClaim, makePerson, must } from "@/lib/testing/factories";
import { withTestDatabase } from "@/lib/testing/test-database";
import { transitionClaim } from "@/lib/workflows/review/transition-claim";
import { loadChanges } from "./load-changes";
import { type ChangeMessage, watchChanges } from "./watch-changes";

withTestDatabase();

/** Listens to an article as a page would. */
async function watch(articleId: string | null, since: number | null = null) {
  const messages: ChangeMessage[] = [];
  const stop = await watchChanges(await makePerson(), { articleId, since }, (each) => messages.push(each));
  const changes = () => messages.flatMap((each) => (each.kind === "change" ? [each.event] : []));
  return { messages, changes, stop };
}

it("tells every listener of a change once it is written, with ids only", async () => {
  const article = await makeArticle();
  const [first, second] = [await watch(article.id), await watch(null)];
  const claim = await makeClaim({ article, author: article.author });
  for (const { changes } of [first, second])
    await vi.waitFor(() =>
      expect(changes()).toContainEqual({
        seq: expect.any(Number),
        articleId: article.id,
        targetType: "claim",
        targetId: claim.id,
        otherId: null,
        action: "claim.create",
        actorId: article.author.id,
        revision: claim.revision,
      }),
    );
  first.stop();
  second.stop();
});

it("reports nothing of other articles, and nothing that was rolled back", async () => {
  const article = await makeArticle();
  const claim = await makeClaim({ article, author: article.author });
  const { changes, stop } = await watch(article.id);
  await makeClaim();
  const refused = await transitionClaim(article.author, {
    claimId: claim.id,
    revision: claim.revision,
    action: "approve",
  });
  expect(refused.ok).toBe(false);
  const other = await makeClaim({ article, author: article.author, anchor: { exact: "Trade rose fast" } });
  await vi.waitFor(() => expect(changes().map(({ targetId }) => targetId)).toEqual([other.id]));
  stop();
});

it("brings what was missed, then what happens", async () => {
  const article = await makeArticle();
  const before = await watch(article.id);
  const [caughtUp] = before.messages;
  before.stop();
  const missed = await makeClaim({ article, author: article.author });
  const after = await watch(article.id, caughtUp?.kind === "caught-up" ? caughtUp.seq : null);
  expect(after.changes().map(({ targetId }) => targetId)).toContain(missed.id);
  const next = await makeClaim({ article, author: article.author, anchor: { exact: "Trade rose fast" } });
  await vi.waitFor(() => expect(after.changes().map(({ targetId }) => targetId)).toContain(next.id));
  after.stop();
});

it("misses nothing when its connection to Postgres breaks", async () => {
  const article = await makeArticle();
  const { messages, changes, stop } = await watch(article.id);
  const client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  await client.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'obelus live' AND datname = current_database()",
  );
  await client.end();
  const claim = await makeClaim({ article, author: article.author });
  await vi.waitFor(() => expect(changes().map(({ targetId }) => targetId)).toContain(claim.id), 10_000);
  await vi.waitFor(() => expect(messages.filter(({ kind }) => kind === "caught-up").length).toBe(2), 10_000);
  stop();
});

it("loads what changed after an event, and what is gone", async () => {
  const article = await makeArticle();
  const { seq } = must(await loadChanges(article.author, { articleId: article.id, since: 0 }));
  const claim = await makeClaim({ article, author: article.author });
  const changes = must(await loadChanges(article.author, { articleId: article.id, since: seq ?? 0 }));
  expect(changes.claims.map(({ id }) => id)).toEqual([claim.id]);
  expect(changes.people).toEqual({ [article.author.id]: article.author.name });
  const elsewhere = await makeClaim();
  const asked = must(
    await loadChanges(article.author, {
      articleId: article.id,
      claimIds: [claim.id, elsewhere.id],
      actorIds: [],
    }),
  );
  expect(asked).toMatchObject({ claims: [{ id: claim.id }], gone: [elsewhere.id] });
});
