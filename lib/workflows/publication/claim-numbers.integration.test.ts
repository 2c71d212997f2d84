import { readFileSync } from "node:fs";
import pg from "pg";
import { describe, expect, test } from "vitest";
import { listClaimsOfArticle } from "@/lib/db/claims";
import { findCurrentPublication, findNumberedPublication } from "@/lib/db/public-publications";
import { clientOf } from "@/lib/db/transaction";
import { findClaim } from "@/lib/reports/find-claim";
import type { Report } from "@/lib/reports/report";
import { makeArticle, makeClaim, makePerson, must, revisionOf } from "@/lib/testing/factories";
import { claimOfVersion1, reportVersion1 } from "@/lib/testing/reports/report-version-1";
import { storeReport } from "@/lib/testing/reports/store-report";
import { withTestDatabase } from "@/lib/testing/test-database";
import { deleteClaim } from "@/lib/workflows/claims/delete-claim";
import { publishArticle } from "./publish-article";

withTestDatabase();

const migration = readFileSync("prisma/migrations/20261129170100_claim_numbers/migration.sql", "utf8");

async function migrate() {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  try {
    await client.query(migration);
  } finally {
    await client.end();
  }
}

type Names = readonly string[];
interface Former {
  /** Names of the claims, by the numbers that the desk gave them. */
  desk: Names;
  /** Names of the claims of each publication, in reading order. */
  publications: readonly Names[];
  /** Deleted after all that. */
  deleted?: Names;
}

/** An article as the former code left it: its publications number their claims by position. */
async function formerArticle({ desk, publications, deleted = [] }: Former) {
  const article = await makeArticle();
  const editor = await makePerson();
  const idOf = new Map<string, string>();
  for (const statement of desk) {
    const claim = await makeClaim({ article, author: article.author, state: "approved", statement });
    idOf.set(statement, claim.id);
  }
  let currentPublicationId = "";
  for (const [index, names] of publications.entries())
    currentPublicationId = await storeReport(
      article,
      editor.id,
      reportVersion1({
        publication: {
          id: crypto.randomUUID(),
          number: index + 1,
          publishedAt: `2026-01-0${index + 1}T00:00:00.000Z`,
          publishedBy: editor.name,
        },
        claims: names.map((name, position) =>
          claimOfVersion1({ id: idOf.get(name) ?? "", number: position + 1, statement: name }),
        ),
      }),
    );
  if (currentPublicationId !== "")
    await clientOf().article.update({
      where: { id: article.id },
      data: { status: "published", currentPublicationId },
    });
  await clientOf().claim.updateMany({
    where: { id: { in: deleted.map((name) => idOf.get(name) ?? "") } },
    data: { deletedAt: new Date() },
  });
  return { ...article, editor };
}

/** "3 b", for all claims of an article, deleted ones included. */
async function numbersOf(articleId: string): Promise<string[]> {
  const claims = await clientOf().claim.findMany({ where: { articleId }, orderBy: { number: "asc" } });
  return claims.map(({ number, statement }) => `${number} ${statement}`);
}

const publicNumbers = (report: Report | null | undefined) =>
  report?.claims.map(({ number, statement }) => `${number} ${statement}`);

describe("what claims are called after the change", () => {
  test.each<[string, Former, string[]]>([
    ["a draft keeps its numbers", { desk: ["a", "b"], publications: [] }, ["1 a", "2 b"]],
    ["the same order", { desk: ["a", "b"], publications: [["a", "b"]] }, ["1 a", "2 b"]],
    [
      "another order in the text than in the desk",
      { desk: ["a", "b", "c"], publications: [["c", "a", "b"]] },
      ["1 c", "2 a", "3 b"],
    ],
    [
      "a claim that was not published steps aside for those that were",
      { desk: ["draft", "a", "b"], publications: [["a", "b"]] },
      ["1 a", "2 b", "4 draft"],
    ],
    [
      "a claim that was not published stays where its number was never public",
      { desk: ["b", "a", "later"], publications: [["a", "b"]] },
      ["1 a", "2 b", "3 later"],
    ],
    [
      "a deleted claim steps aside as well",
      { desk: ["gone", "a"], publications: [["a"]], deleted: ["gone"] },
      ["1 a", "3 gone"],
    ],
    [
      "added before others, the latest publication counts",
      {
        desk: ["a", "b", "new"],
        publications: [
          ["a", "b"],
          ["new", "a", "b"],
        ],
      },
      ["1 new", "2 a", "3 b"],
    ],
    [
      "one that left keeps its last public number while nothing else has it",
      { desk: ["x", "a", "b"], publications: [["a", "b", "x"], ["a"]] },
      ["1 a", "2 b", "3 x"],
    ],
    [
      "one that left loses its number to a claim that readers see now",
      {
        desk: ["a", "b", "c"],
        publications: [
          ["a", "b", "c"],
          ["b", "c"],
        ],
        deleted: ["a"],
      },
      ["1 b", "2 c", "4 a"],
    ],
    [
      "one cut in two",
      {
        desk: ["whole", "b", "second half"],
        publications: [
          ["whole", "b"],
          ["whole", "second half", "b"],
        ],
      },
      ["1 whole", "2 second half", "3 b"],
    ],
  ])("%s", async (_, former, expected) => {
    const article = await formerArticle(former);
    await migrate();
    expect(await numbersOf(article.id)).toEqual(expected);
    await migrate();
    expect(await numbersOf(article.id), "a second time").toEqual(expected);
  });
});

test("addresses go on naming the same claims, through later publications", async () => {
  const article = await formerArticle({
    desk: ["a", "b", "c", "d"],
    publications: [
      ["d", "a", "b"],
      ["c", "d", "a"],
    ],
  });
  const earlier = await findNumberedPublication(article.slug, 1);
  const before = (await findCurrentPublication(article.slug))?.report;
  await migrate();
  expect(await findNumberedPublication(article.slug, 1), "earlier publications are frozen").toEqual(earlier);
  expect((await findCurrentPublication(article.slug))?.report).toEqual(before);

  // Before all others in the text, and the last in the desk.
  await makeClaim({
    article,
    author: article.author,
    state: "approved",
    statement: "new",
    anchor: { start: 0, end: 5 },
  });
  const claims = await listClaimsOfArticle(article.id);
  const corrections = claims.map(({ id }) => ({ claimId: id, note: "Moved." }));
  must(
    await publishArticle(article.editor, {
      articleId: article.id,
      revision: await revisionOf(article.id),
      corrections,
    }),
  );
  const now = (await findCurrentPublication(article.slug))?.report as Report;
  for (const claim of before?.claims ?? []) expect(findClaim(now, claim.number)?.id).toBe(claim.id);
  expect(publicNumbers(now)?.toSorted()).toEqual(["1 c", "2 d", "3 a", "5 b", "6 new"]);
  expect(now.claims.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5]);
  expect(now.claims[0]).toMatchObject({ number: 6, statement: "new" });
  expect(publicNumbers((await findNumberedPublication(article.slug, 1))?.report ?? null)).toEqual([
    "1 d",
    "2 a",
    "3 b",
  ]);
});

describe("a new claim", () => {
  test("gets the number after all that there ever were, deleted ones included", async () => {
    const article = await makeArticle();
    const add = (statement: string) => makeClaim({ article, author: article.author, statement });
    await add("a");
    const deleted = await add("b");
    must(await deleteClaim(article.author, { claimId: deleted.id, revision: deleted.revision }));
    expect((await add("c")).number).toBe(3);
  });

  test("gets no number that once named another claim in public", async () => {
    const article = await formerArticle({ desk: ["a", "b"], publications: [["b", "a"], ["a"]] });
    await migrate();
    expect(await numbersOf(article.id)).toEqual(["1 a", "3 b"]);
    const lone = await formerArticle({ desk: ["a"], publications: [["a"]] });
    await clientOf().article.update({ where: { id: lone.id }, data: { reservedNumbers: 7 } });
    expect((await makeClaim({ article: lone, author: lone.author, statement: "new" })).number).toBe(8);
  });
});
