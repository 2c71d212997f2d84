import pg from "pg";
import { describe, expect, test } from "vitest";
import { EMPTY_QUERY, readBoardQuery } from "@/lib/board/board-query";
import { COUNT_READS } from "@/lib/capped-count";
import type { Actor } from "@/lib/policies/actor";
import { makeArticle, makeClaim, makePerson, must, revisionOf } from "@/lib/testing/factories";
import { withTestDatabase } from "@/lib/testing/test-database";
import { publishArticle } from "@/lib/workflows/publication/publish-article";
import { assignArticle } from "./assign-article";
import { listBoard, listBoardByStage } from "./list-board";

withTestDatabase();

const now = new Date();
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000).toISOString();

async function query(text: string, values: unknown[]): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  try {
    await client.query(text, values);
  } finally {
    await client.end();
  }
}

/** A desk with an article of every kind, named by what it is. */
async function makeDesk(): Promise<{ editor: Actor; other: Actor }> {
  const editor = await makePerson({ name: "Edna" });
  const other = await makePerson({ name: "Otto" });
  const plan = async (
    id: string,
    change: Omit<Parameters<typeof assignArticle>[1], "articleId" | "revision">,
  ) => must(await assignArticle(editor, { ...change, articleId: id, revision: await revisionOf(id) }));
  const draft = await makeArticle({ author: editor, title: "Alpha draft", publisher: "The 100% Post" });
  await plan(draft.id, { leadId: other.id, priority: "low", dueAt: hours(100) });
  const late = await makeArticle({ author: editor, title: "Beta late" });
  await makeClaim({ article: late, author: editor });
  await plan(late.id, { leadId: editor.id, dueAt: hours(-2) });
  const idle = await makeArticle({ author: editor, title: "Gamma idle" });
  await makeClaim({ article: idle, author: editor, state: "in_review" });
  await query(`UPDATE "ArticleProgress" SET "since" = $2, "activeAt" = $2 WHERE "articleId" = $1`, [
    idle.id,
    hours(-30),
  ]);
  const ready = await makeArticle({ author: editor, title: "delta ready" });
  await makeClaim({ article: ready, author: editor, state: "approved" });
  await plan(ready.id, { priority: "urgent", dueAt: hours(5) });
  const published = await makeArticle({ author: editor, title: "Epsilon published" });
  await makeClaim({ article: published, author: editor, state: "approved" });
  await plan(published.id, { priority: "urgent", leadId: editor.id, dueAt: hours(-50) });
  must(await publishArticle(editor, { articleId: published.id, revision: await revisionOf(published.id) }));
  return { editor, other };
}

describe("the board of articles", () => {
  test("is filtered and sorted, and says what is stuck", async () => {
    const { editor, other } = await makeDesk();
    const titles = async (search: string, actor = editor) => {
      const { items, total } = must(await listBoard(actor, { query: readBoardQuery(search), page: 0, now }));
      expect(total).toBe(items.length);
      return items.map(({ title }) => title.split(" ")[0]).join(" ");
    };
    const rows: [string, string][] = [
      ["sort=title", "Alpha Beta delta Epsilon Gamma"],
      ["sort=priority", "delta Beta Gamma Alpha Epsilon"],
      ["sort=due", "Beta delta Alpha Gamma Epsilon"],
      ["", "Epsilon delta Gamma Beta Alpha"],
      ["stage=ready", "delta"],
      ["stage=in_progress", "Beta"],
      ["lead=me&sort=title", "Beta Epsilon"],
      [`lead=${other.id}`, "Alpha"],
      ["lead=nobody&sort=title", "delta Gamma"],
      ["due=overdue", "Beta"],
      ["due=day", "delta"],
      ["due=week&sort=title", "Alpha delta"],
      ["due=none", "Gamma"],
      ["stuck=1&sort=title", "Beta Gamma"],
      ["q=100%25", "Alpha"],
      ["q=_", ""],
      ["q=LATE&lead=me", "Beta"],
    ];
    const found: [string, string][] = [];
    for (const [search] of rows) found.push([search, await titles(search)]);
    expect(found).toEqual(rows);
    expect((await titles("sort=waiting")).startsWith("Gamma")).toBe(true);
    expect(await titles("lead=me", other)).toBe("Alpha");

    const { items, counts, people } = must(await listBoard(editor, { query: EMPTY_QUERY, page: 0, now }));
    expect(counts).toEqual({ total: 5, stuck: 2, mine: 1, unled: 2 });
    expect(people).toContainEqual({ id: other.id, name: "Otto" });
    const of = (title: string) => items.find((item) => item.title.startsWith(title));
    expect(of("Beta")).toMatchObject({
      stuck: { reason: "overdue", since: hours(-2) },
      lead: { name: "Edna" },
    });
    expect(of("Gamma")).toMatchObject({ stuck: { reason: "idle", since: hours(-30) }, stage: "in_review" });
    expect(of("delta")).toMatchObject({
      priority: "urgent",
      stuck: null,
      claims: { draft: 0, in_review: 0, disputed: 0, approved: 1, excluded: 0 },
    });

    const { columns } = must(await listBoardByStage(editor, { query: EMPTY_QUERY, now }));
    expect(columns.map(({ stage, total, items }) => [stage, total, items.length])).toEqual([
      ["draft", 1, 1],
      ["in_progress", 1, 1],
      ["in_review", 1, 1],
      ["ready", 1, 1],
      ["scheduled", 0, 0],
      ["published", 1, 1],
      ["unpublished", 0, 0],
    ]);
  });

  test("pages as far as it counts, and goes back to the first behind the last of a short list", async () => {
    const editor = await makePerson();
    for (let number = 0; number < 3; number += 1) await makeArticle({ author: editor, title: "Paged" });
    await query(
      `WITH made AS (
        INSERT INTO "Article" ("id", "slug", "title", "scaleId", "createdById", "currentVersionId", "updatedAt")
        SELECT gen_random_uuid(), 'many-' || n, 'Many ' || n, a."scaleId", a."createdById", NULL, now()
        FROM generate_series(1, 3000) n, (SELECT * FROM "Article" WHERE "createdById" = $1 LIMIT 1) a RETURNING "id"
      ) INSERT INTO "ArticleProgress" SELECT "id", 'draft', now(), now() FROM made`,
      [editor.id],
    );
    const page = async (number: number) =>
      must(await listBoard(editor, { query: readBoardQuery("q=many&sort=title"), page: number }));
    const [first, second, beyond] = [await page(0), await page(1), await page(5000)];
    expect(first).toMatchObject({ total: COUNT_READS, pages: 40, page: 0 });
    expect(first.items).toHaveLength(25);
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(50);
    expect(beyond).toMatchObject({ page: 39, total: COUNT_READS });
    expect(beyond.items).toHaveLength(25);
    const columns = must(await listBoardByStage(editor, { query: EMPTY_QUERY })).columns;
    expect(columns.find(({ stage }) => stage === "draft")?.total).toBe(COUNT_READS);
    const short = must(await listBoard(editor, { query: readBoardQuery("q=paged"), page: 7 }));
    expect(short).toMatchObject({ page: 0, pages: 1, total: 3 });
  });
});
