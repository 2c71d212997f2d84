import { afterAll, describe, expect, test } from "vitest";
import { listClaimsOfArticle } from "@/lib/db/claims";
import { disconnect } from "@/lib/db/client";
import { clientOf } from "@/lib/db/transaction";
import { blockText } from "@/lib/reports/block-text";
import { renderJson } from "@/lib/reports/renderers/json/json";
import { renderCsv } from "@/lib/reports/renderers/tables/csv";
import { makeArticle, makeGuest, makePerson, must } from "@/lib/testing/factories";
import { sampleReport } from "@/lib/testing/reports/sample-report";
import { withTestDatabase } from "@/lib/testing/test-database";
import { deleteClaim } from "@/lib/workflows/claims/delete-claim";
import { listThreads } from "@/lib/workflows/comments/list-threads";
import { listArticleHistory } from "@/lib/workflows/history/list-article-history";
import { importClaims } from "./import-claims";
import { previewClaimImport } from "./preview-claim-import";

withTestDatabase();
afterAll(() => disconnect());

async function scene(value?: string) {
  const author = await makePerson();
  const article = await makeArticle({ author, ...(value && { content: { format: "text", value } }) });
  return { author, articleId: article.id, versionId: article.version.id };
}

const table = (...rows: string[]) => ["quote,statement,rating,rationale,note,source_url", ...rows].join("\n");

test.each(["json", "csv"] as const)(
  "a report as %s gives an article with the same text the same claims",
  async (format) => {
    const report = sampleReport();
    const { author, ...at } = await scene(blockText(report.article.blocks));
    const content =
      format === "json" ? renderJson(report, "https://a.example") : renderCsv(report, "https://a.example/b");
    const imported = must(await importClaims(author, { ...at, content, name: `report.${format}` }));
    expect(imported.imported).toHaveLength(report.claims.length);
    const claims = await listClaimsOfArticle(at.articleId);
    expect(
      claims.map(
        ({
          anchor: { exact, start },
          statement,
          claimant,
          carriedBy,
          claimedOn,
          kind,
          tags,
          state,
          verdict,
          evidence,
        }) => ({
          exact,
          start,
          statement,
          claimant: claimant?.name ?? null,
          carriedBy,
          claimedOn,
          kind,
          tags,
          state,
          rating: verdict?.ratingKey,
          reasons: verdict?.rationaleText,
          evidence: evidence.map(({ stance, excerpt, note, source }) => [stance, excerpt, note, source.url]),
        }),
      ),
    ).toEqual(
      report.claims.map((claim) => ({
        exact: claim.quote,
        start: claim.start,
        statement: claim.statement,
        claimant: claim.claimant?.name ?? null,
        carriedBy: claim.carriedBy,
        claimedOn: claim.claimedOn,
        kind: claim.kind,
        tags: claim.tags,
        state: "draft",
        rating: claim.ratingKey,
        reasons: claim.rationaleText,
        evidence: claim.evidence.map(({ stance, excerpt, note, source }) => [
          stance,
          excerpt,
          note,
          report.sources[source - 1]?.url ?? null,
        ]),
      })),
    );

    // The same file adds nothing a second time, also to claims that were edited.
    await clientOf().claim.updateMany({ where: { articleId: at.articleId }, data: { statement: "Edited." } });
    expect(
      must(
        await importClaims(author, { ...at, content, rows: imported.imported.map(({ row }) => ({ row })) }),
      ),
    ).toEqual({
      articleId: at.articleId,
      imported: [],
      known: report.claims.length,
    });
    expect(must(await listArticleHistory(author, { articleId: at.articleId })).events[0]?.did).toBe(
      `imported ${report.claims.length} claims from report.${format}`,
    );
  },
);

describe("choices", () => {
  test("rows without a clear passage are imported at the chosen one, and known there from then on", async () => {
    const { author, ...at } = await scene();
    const content = table("rose,It rose.,,,,", "plummeted badly,It fell.,,,,");
    expect(
      must(await previewClaimImport(author, { articleId: at.articleId, content })).claims.map(
        ({ place }) => place.kind,
      ),
    ).toEqual(["choose", "not-found"]);
    expect(must(await importClaims(author, { ...at, content })).imported).toEqual([]);
    expect(await importClaims(author, { ...at, content, rows: [{ row: 1 }] })).toMatchObject({
      error: { kind: "invalid", message: expect.stringContaining("Claim 2 of the file") },
    });
    const rows = [{ row: 1, start: 93, end: 100 }];
    expect(must(await importClaims(author, { ...at, content, rows })).imported).toHaveLength(1);
    const { claims } = must(await previewClaimImport(author, { articleId: at.articleId, content }));
    expect(claims.map(({ known }) => known)).toEqual([null, { kind: "claim", number: 1 }]);
  });

  test("a rating that the scale doesn't have is asked for; without a verdict, rating and reasons become a comment", async () => {
    const { author, ...at } = await scene();
    const content = table("rose fast,It rose.,Pants on Fire,Not at all.,Look again,");
    const missing = await importClaims(author, { ...at, content });
    expect(missing).toMatchObject({
      error: { kind: "invalid", fields: { "ratings.Pants on Fire": [expect.any(String)] } },
    });
    expect(
      await importClaims(author, { ...at, content, ratings: { "Pants on Fire": "no-such" } }),
    ).toMatchObject({
      error: { kind: "invalid" },
    });
    expect(await listClaimsOfArticle(at.articleId)).toEqual([]);
    must(await importClaims(author, { ...at, content, ratings: { "Pants on Fire": null } }));
    const [claim] = await listClaimsOfArticle(at.articleId);
    expect(claim?.verdict).toBe(null);
    const { threads } = must(await listThreads(author, { articleId: at.articleId }));
    expect(threads.map(({ claimId, comments }) => [claimId, comments[0]?.body])).toEqual([
      [claim?.id, "Imported with the claim:\nLook again\n\nRating in the file: Pants on Fire\n\nNot at all."],
    ]);
  });
});

describe("all or nothing", () => {
  test("one that can't be stored keeps all from being imported", async () => {
    const { author, ...at } = await scene();
    const content = table("rose fast,It rose.,,,,", "a record,A record.,,,,");
    const rows = [{ row: 0 }, { row: 1, start: 5_000, end: 5_010 }];
    expect(await importClaims(author, { ...at, content, rows })).toMatchObject({
      error: { kind: "invalid" },
    });
    expect(await listClaimsOfArticle(at.articleId)).toEqual([]);
  });

  test("two at the same moment make no doubles; a repeated call gets the first answer", async () => {
    const { author, ...at } = await scene();
    const content = table("rose fast,It rose.,,,,");
    const both = await Promise.all([
      importClaims(author, { ...at, content }),
      importClaims(author, { ...at, content }),
    ]);
    expect(both.map((each) => must(each).imported.length).sort()).toEqual([0, 1]);
    const call = { ...at, content: table("a record,A record.,,,,"), operationId: crypto.randomUUID() };
    const first = must(await importClaims(author, call));
    expect(must(await importClaims(author, call))).toEqual(first);
  });

  test("a claim that was deleted can be imported again", async () => {
    const { author, ...at } = await scene();
    const content = table("rose fast,It rose.,,,,");
    for (const number of [1, 2, 3]) {
      const { imported } = must(await importClaims(author, { ...at, content }));
      expect(imported).toMatchObject([{ number }]);
      const [claim] = await listClaimsOfArticle(at.articleId);
      must(await deleteClaim(author, { claimId: claim?.id ?? "", revision: claim?.revision ?? 0 }));
    }
  });
});

test.each([
  ["a text that was changed meanwhile", { versionId: crypto.randomUUID() }, "stale"],
  ["an unknown article", { articleId: crypto.randomUUID() }, "not-found"],
  ["rows that the file doesn't have", { rows: [{ row: 7 }] }, "invalid"],
  ["a file without claims", { content: "Nothing." }, "invalid"],
])("%s is refused", async (_, change, kind) => {
  const { author, ...at } = await scene();
  expect(
    await importClaims(author, { ...at, content: table("rose fast,It rose.,,,,"), ...change }),
  ).toMatchObject({
    error: { kind },
  });
});

test("guests can't import", async () => {
  const { author, ...at } = await scene();
  const guest = await makeGuest({ id: at.articleId }, author);
  const content = table("rose fast,It rose.,,,,");
  expect(await previewClaimImport(guest, { articleId: at.articleId, content })).toMatchObject({
    error: { kind: "forbidden" },
  });
  expect(await importClaims(guest, { ...at, content })).toMatchObject({ error: { kind: "forbidden" } });
});
