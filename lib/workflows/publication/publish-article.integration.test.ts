import pg from "pg";
import { describe, expect, test } from "vitest";
import { findArticle, findArticleBySlug } from "@/lib/db/articles";
import { listClaimsOfArticle } from "@/lib/db/claims";
import { findCurrentPublication, listPublications } from "@/lib/db/public-publications";
import type { Actor } from "@/lib/policies/actor";
import { rationale } from "@/lib/testing/builders";
import {
  makeArticle,
  makeClaim,
  makePerson,
  must,
  reloadClaim,
  revisionOf,
  TEXT,
} from "@/lib/testing/factories";
import { withTestDatabase } from "@/lib/testing/test-database";
import { createArticle } from "@/lib/workflows/articles/create-article";
import { getDeskArticle } from "@/lib/workflows/articles/get-desk-article";
import { replaceText } from "@/lib/workflows/articles/replace-text";
import { updateArticleDetails } from "@/lib/workflows/articles/update-article-details";
import { updateClaim } from "@/lib/workflows/claims/update-claim";
import { transitionClaim } from "@/lib/workflows/review/transition-claim";
import { loadDemo } from "@/prisma/demo/load-demo";
import { publishArticle } from "./publish-article";

withTestDatabase();

async function publishable() {
  const article = await makeArticle();
  const claim = await makeClaim({ article, author: article.author, state: "approved" });
  return { article, claim, editor: await makePerson() };
}

async function query(sql: string, values: unknown[] = []) {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  try {
    return await client.query(sql, values);
  } finally {
    await client.end();
  }
}

describe("publishing", () => {
  test("readers see nothing of a draft, and all of it once it is published", async () => {
    const { article, editor } = await publishable();
    expect(await findCurrentPublication(article.slug)).toBeNull();
    expect((await listPublications({ limit: 100 })).items.map((item) => item.slug)).not.toContain(
      article.slug,
    );
    const published = must(
      await publishArticle(editor, { articleId: article.id, revision: await revisionOf(article.id) }),
    );
    const publication = await findCurrentPublication(article.slug);
    expect(publication).toMatchObject({
      ...(published.kind === "published" && { id: published.publicationId }),
      report: {
        summary: { total: 1 },
        claims: [{ quote: "$240 billion", ratingKey: "true", evidence: [{ source: 1 }] }],
      },
    });
    expect((await listPublications({ limit: 100 })).items.map((item) => item.slug)).toContain(article.slug);
  });

  type Change = (editor: Actor, article: { id: string; version: { id: string } }) => Promise<unknown>;
  const details = { title: "Trade", publisher: null, byline: null, sourceUrl: null };
  test.each<[string, Change, boolean]>([
    ["nothing", async () => {}, false],
    [
      "its byline, which readers see with the next publication",
      async (editor, { id: articleId }) => {
        const { title } = (await findArticle(articleId)) ?? { title: "" };
        const revision = await revisionOf(articleId);
        must(await updateArticleDetails(editor, { ...details, title, byline: "Ann", articleId, revision }));
      },
      false,
    ],
    [
      "its title",
      async (editor, { id: articleId }) =>
        must(
          await updateArticleDetails(editor, {
            ...details,
            articleId,
            revision: await revisionOf(articleId),
          }),
        ),
      true,
    ],
    [
      "its finding",
      async (editor, { id: articleId }) => {
        const { title } = (await findArticle(articleId)) ?? { title: "" };
        const revision = await revisionOf(articleId);
        must(await updateArticleDetails(editor, { ...details, title, finding: "New.", articleId, revision }));
      },
      true,
    ],
    [
      "its text",
      async (editor, { id: articleId, version }) =>
        must(
          await replaceText(editor, {
            articleId,
            versionId: version.id,
            content: { format: "text", value: `${TEXT} Again.` },
          }),
        ),
      true,
    ],
  ])(
    "the desk knows whether readers see an article as it is: %s was changed",
    async (_, change, isOutdated) => {
      const { article, editor } = await publishable();
      must(await publishArticle(editor, { articleId: article.id, revision: await revisionOf(article.id) }));
      await change(editor, article);
      const page = must(await getDeskArticle(editor, { articleId: article.id }));
      expect(page.article.currentPublication).toMatchObject({ number: 1, isOutdated });
    },
  );

  test("a checker cannot publish", async () => {
    const { article } = await publishable();
    const checker = await makePerson({ role: "checker" });
    expect(
      await publishArticle(checker, { articleId: article.id, revision: await revisionOf(article.id) }),
    ).toMatchObject({
      ok: false,
      error: { kind: "forbidden" },
    });
  });

  test("a draft claim prevents it until it is approved or excluded", async () => {
    const { article, editor } = await publishable();
    const draft = await makeClaim({ article, author: article.author });
    const publish = async () =>
      publishArticle(editor, { articleId: article.id, revision: await revisionOf(article.id) });
    expect(await publish()).toMatchObject({
      ok: false,
      error: { kind: "invalid", message: expect.stringContaining("Claim 2 is a draft") },
    });
    must(
      await transitionClaim(editor, {
        claimId: draft.id,
        revision: draft.revision,
        action: "exclude",
        note: "Trivial.",
      }),
    );
    must(await publish());
  });

  test("published twice at the same time, it is published once", async () => {
    const { article, editor } = await publishable();
    const revision = await revisionOf(article.id);
    const results = await Promise.all(
      [1, 2].map(() => publishArticle(editor, { articleId: article.id, revision })),
    );
    expect(results.map((result) => result.ok).sort()).toEqual([false, true]);
  });

  test("a changed finding can be published, without a public note", async () => {
    const { article, editor } = await publishable();
    const publish = async () =>
      publishArticle(editor, { articleId: article.id, revision: await revisionOf(article.id) });
    must(await publish());
    const shown = async () => (await findCurrentPublication(article.slug))?.report.finding;
    expect(await shown()).toBeNull();
    for (const finding of ["It holds up.", null]) {
      const details = { articleId: article.id, title: "Trade", finding };
      must(await updateArticleDetails(editor, { ...details, revision: await revisionOf(article.id) }));
      must(await publish());
      expect(await shown()).toBe(finding);
    }
    expect(await publish()).toMatchObject({ ok: false, error: { message: /Nothing has changed/ } });
  });

  test("what readers had seen changes only with a public note", async () => {
    const { article, claim, editor } = await publishable();
    const publish = async (corrections: { claimId: string; note: string }[] = []) =>
      publishArticle(editor, { articleId: article.id, revision: await revisionOf(article.id), corrections });
    must(await publish());
    expect(await publish()).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining("Nothing has changed") },
    });
    const now = await reloadClaim(claim);
    const edited = must(
      await updateClaim(article.author, {
        claimId: now.id,
        revision: now.revision,
        statement: now.statement,
        kind: now.kind,
        verdict: { ratingKey: "false", rationaleDoc: rationale("A new count.") },
        evidence: now.evidence.map(({ id: _, source, ...each }) => ({ ...each, source: { id: source.id } })),
      }),
    );
    expect((await findCurrentPublication(article.slug))?.report.claims[0]?.ratingKey).toBe("true");
    const submitted = must(
      await transitionClaim(article.author, {
        claimId: edited.id,
        revision: edited.revision,
        action: "submit",
      }),
    );
    must(
      await transitionClaim(editor, { claimId: edited.id, revision: submitted.revision, action: "approve" }),
    );
    expect(await publish()).toMatchObject({
      ok: false,
      error: { fields: { [`corrections.${claim.id}`]: expect.arrayContaining(["Verdict: True → False"]) } },
    });
    must(await publish([{ claimId: claim.id, note: "Customs revised the figure." }]));
    expect((await findCurrentPublication(article.slug))?.report).toMatchObject({
      publication: { number: 2 },
      claims: [{ ratingKey: "false" }],
      corrections: expect.arrayContaining([
        expect.objectContaining({
          claim: 1,
          field: "verdict",
          from: "True",
          to: "False",
          note: "Customs revised the figure.",
        }),
      ]),
    });
  });
});

describe("importing", () => {
  test.each([
    ["an empty article", { content: { format: "text" as const, value: " \n" } }, /has no text/],
    [
      "an article of 5 MB",
      { content: { format: "text" as const, value: "x".repeat(5_000_000) } },
      /5,000,000 characters; the limit is 4,000,000/,
    ],
    ["no title", { title: " " }, /Enter a title/],
    ["a script address", { sourceUrl: "javascript:alert(1)" }, /http and https/],
    ["an invalid day", { publishedOn: "yesterday" }, /not a date/],
  ])("%s is refused with a clear message", async (_, change, message) => {
    const result = await createArticle(await makePerson(), {
      title: "T",
      content: { format: "text", value: "x" },
      ...change,
    });
    expect(result).toMatchObject({
      ok: false,
      error: { kind: "invalid", message: expect.stringMatching(message) },
    });
  });

  test("equal titles, and titles in other letters, get addresses of their own", async () => {
    const author = await makePerson();
    const slugs: string[] = [];
    for (const title of ["Äpfel & Birnen", "Äpfel & Birnen", "Правда", "真相"])
      slugs.push((await makeArticle({ author, title })).slug);
    expect(slugs).toEqual(["aepfel-and-birnen", "aepfel-and-birnen-2", "правда", "真相"]);
  });

  test.each<[string, string | null | undefined, string | null]>([
    ["is stored as one paragraph", " Both claims\n\nare wrong. ", "Both claims are wrong."],
    ["is emptied by null", null, null],
    ["is emptied by blanks", " \n", null],
    ["stays if it is missing", undefined, "First."],
  ])("a finding %s", async (_, finding, expected) => {
    const { id, author } = await makeArticle();
    const details = { articleId: id, title: "T" };
    must(await updateArticleDetails(author, { ...details, revision: 1, finding: "First." }));
    must(await updateArticleDetails(author, { ...details, revision: 2, finding }));
    expect(await findArticle(id)).toMatchObject({ finding: expected, revision: 3 });
  });

  test.each<[string, string, RegExp | null]>([
    ["of 1,000 characters is stored", "x".repeat(1000), null],
    [
      "of 1,001 is refused",
      "x".repeat(1001),
      /The finding has 1,001 characters; the limit is 1,000. Shorten it./,
    ],
  ])("a finding %s", async (_, finding, refusal) => {
    const { id, author } = await makeArticle();
    const stored = await updateArticleDetails(author, { articleId: id, revision: 1, title: "T", finding });
    expect(stored).toMatchObject(
      refusal
        ? {
            ok: false,
            error: { kind: "invalid", fields: { finding: [expect.stringMatching(refusal)] } },
          }
        : { ok: true, value: { finding } },
    );
  });

  test("details edited on an older state are refused with those that are there", async () => {
    const { id, author } = await makeArticle();
    const details = { articleId: id, revision: 1, title: "New title", finding: "New finding." };
    must(await updateArticleDetails(author, details));
    expect(await updateArticleDetails(author, { ...details, title: "Late", finding: "Late." })).toMatchObject(
      {
        ok: false,
        error: { kind: "stale", current: { title: "New title", finding: "New finding." } },
      },
    );
  });
});

describe("Postgres itself refuses", () => {
  test.each([
    [`UPDATE "ArticleVersion" SET "text" = 'x'`],
    [`DELETE FROM "ArticleVersion"`],
    [`TRUNCATE "AuditEvent"`],
    [`UPDATE "AuditEvent" SET "action" = 'x'`],
    [`UPDATE "Publication" SET "report" = '{}'`],
    [`DELETE FROM "Publication"`],
    [`UPDATE "Verdict" SET "rationaleText" = 'x'`],
    [`DELETE FROM "Review"`],
    [`UPDATE "Anchor" SET "end" = "start"`],
    [`UPDATE "Anchor" SET "start" = 5000, "end" = 5001`],
    [`UPDATE "Article" SET "requiredApprovals" = 0`],
    [`UPDATE "Article" SET "finding" = ''`],
    [`UPDATE "Claim" SET "excluded" = true`],
    [`UPDATE "Source" SET "url" = 'javascript:alert(1)'`],
  ])("%s", async (sql) => {
    const { article, editor } = await publishable();
    must(await publishArticle(editor, { articleId: article.id, revision: await revisionOf(article.id) }));
    await expect(query(sql)).rejects.toThrow(/never change|violates check|must end within|restrict/);
  });
});

test("each write leaves its audit event, with who and from what to what", async () => {
  const { article, claim, editor } = await publishable();
  must(await publishArticle(editor, { articleId: article.id, revision: await revisionOf(article.id) }));
  const { rows } = await query(
    `SELECT "action", "actorId" FROM "AuditEvent" WHERE "articleId" = $1 ORDER BY "id"`,
    [article.id],
  );
  expect(rows.map((row) => row.action)).toEqual([
    "article.import",
    "claim.create",
    "claim.submit",
    "claim.approve",
    "article.publish",
  ]);
  expect(rows.at(-1).actorId).toBe(editor.id);
  expect(claim.state).toBe("approved");
});

test("the demo loads once, and as often as it is asked", async () => {
  await loadDemo();
  await loadDemo();
  const { items } = await listPublications({ limit: 100 });
  expect(items.filter((item) => item.claimCount === 21)).toHaveLength(1);
  // Another is in the middle of its check.
  const started = await findArticleBySlug("ferry-fares-in-lindhaven-to-double-in-january");
  const claims = await listClaimsOfArticle(started?.id ?? "");
  expect(claims.map(({ state }) => state)).toEqual(["in_review", "approved", "draft", "draft"]);
});
