import { Client } from "pg";
import { expect, it, vi } from "vitest";
import { makeArticle, makePerson, must } from "@/lib/testing/factories";
import { withTestDatabase } from "@/lib/testing/test-database";
import { listPresence, recordPresence } from "./record-presence";
import { type ChangeMessage, watchChanges } from "./watch-changes";

withTestDatabase();

/** Lets time pass for every tab. */
async function makeOlder(seconds: number): Promise<void> {
  const client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  await client.query(`UPDATE "Presence" SET "seenAt" = "seenAt" - make_interval(secs => $1)`, [seconds]);
  await client.end();
}

it("lists who is there, tells others of news only, and forgets who left or fell silent", async () => {
  const [ada, grace, article] = [await makePerson(), await makePerson(), await makeArticle()];
  const messages: ChangeMessage[] = [];
  const stop = await watchChanges(grace, { articleId: article.id, since: null }, (each) =>
    messages.push(each),
  );
  const news = () => messages.filter(({ kind }) => kind === "presence").length;
  const tab = { kind: "here", tabId: crypto.randomUUID(), articleId: article.id, claimId: null } as const;
  const names = async () =>
    must(await listPresence(grace, article.id)).map(({ name, editing }) => [name, editing]);

  must(await recordPresence(ada, { ...tab, editing: false }));
  must(await recordPresence(ada, { ...tab, editing: false }));
  must(await recordPresence(ada, { ...tab, editing: true }));
  expect(await names()).toEqual([[ada.name, true]]);
  await vi.waitFor(() => expect(news()).toBe(2));

  // No one can move or close another person's tab.
  must(await recordPresence(grace, { ...tab, editing: false }));
  must(await recordPresence(grace, { kind: "left", tabId: tab.tabId }));
  expect(await names()).toEqual([[ada.name, true]]);

  await makeOlder(11);
  expect(await names()).toEqual([]);
  must(await recordPresence(ada, { ...tab, editing: true }));
  expect(await names()).toEqual([[ada.name, true]]);
  must(await recordPresence(ada, { kind: "left", tabId: tab.tabId }));
  expect(await names()).toEqual([]);
  await vi.waitFor(() => expect(news()).toBe(4));
  stop();
});
