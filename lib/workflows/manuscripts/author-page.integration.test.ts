import { describe, expect, test } from "vitest";
import { contentOfClaim } from "@/lib/claims/claim-content";
import { listAuditEvents } from "@/lib/db/audit-events";
import { listNotificationRows } from "@/lib/db/notifications";
import { describeEvent } from "@/lib/history/describe-event";
import {
  makeArticle,
  makeClaim,
  makeManuscript,
  makePerson,
  must,
  reloadClaim,
  TEXT,
} from "@/lib/testing/factories";
import { runSql } from "@/lib/testing/run-sql";
import { withTestDatabase } from "@/lib/testing/test-database";
import { updateClaim } from "@/lib/workflows/claims/update-claim";
import { createComment } from "@/lib/workflows/comments/create-comment";
import { createAuthorLink, listAuthorLinks, revokeAuthorLink } from "./author-links";
import { answerQuestion, getAuthorPage } from "./author-page";
import { changePurpose } from "./change-purpose";

withTestDatabase();

const key = () => crypto.randomUUID();

/** A manuscript with a query and a suggested wording, and a link for its author. */
async function setUp() {
  const editor = await makePerson();
  const article = await makeManuscript({ author: editor });
  const claim = await makeClaim({
    article,
    author: editor,
    verdict: null,
    outcome: { kind: "query", question: "Who counted?", note: "CANARY note" },
    statement: "CANARY statement",
    evidence: [
      {
        stance: "supports",
        note: "CANARY use",
        source: {
          title: "CANARY source",
          confidential: true,
          publicDescription: "CANARY description",
          kind: "interview",
        },
      },
    ],
  });
  const wording = await makeClaim({
    article,
    author: editor,
    verdict: null,
    anchor: { exact: "a record" },
    statement: "CANARY second statement",
    outcome: { kind: "change", wording: "a high", note: "CANARY reason" },
  });
  must(
    await createComment(editor, {
      target: { on: "claim", claimId: claim.id },
      body: "CANARY comment",
      idempotencyKey: key(),
    }),
  );
  const made = must(await createAuthorLink(editor, { articleId: article.id, name: "Ann Lee", days: 7 }));
  const token = made.link.slice(made.link.lastIndexOf("/") + 1);
  const visit = { token, address: key() };
  const answer = (overrides: Partial<Parameters<typeof answerQuestion>[0]> = {}) =>
    answerQuestion({
      ...visit,
      outcomeId: claim.outcome?.id ?? "",
      decision: "answer",
      text: "The customs office.",
      key: key(),
      ...overrides,
    });
  return { editor, article, claim, wording, made, token, visit, answer };
}

const gone = {
  ok: false,
  error: { kind: "not-found", message: "This link no longer works. Ask the newsroom for a new one." },
};

describe("the page of the author", () => {
  test("has the text, the passages and what is asked, and nothing else of the desk", async () => {
    const { visit, article, claim, wording, editor } = await setUp();
    const page = must(await getAuthorPage(visit));
    expect(page).toMatchObject({
      name: "Ann Lee",
      text: TEXT,
      questions: [
        { kind: "query", question: "Who counted?", passage: "$240 billion", outcomeId: claim.outcome?.id },
        { kind: "change", wording: "a high", passage: "a record", outcomeId: wording.outcome?.id },
      ],
    });
    const sent = JSON.stringify(page);
    for (const secret of ["CANARY", editor.name, editor.id, article.id, claim.id, wording.id])
      expect(sent).not.toContain(secret);
  });

  test.each<[string, (set: Awaited<ReturnType<typeof setUp>>) => Promise<unknown>]>([
    [
      "an expired link",
      ({ article }) =>
        runSql(
          `UPDATE "AuthorLink" SET "createdAt" = now() - interval '8 days', "expiresAt" = now() - interval '1 day'
           WHERE "articleId" = $1`,
          article.id,
        ),
    ],
    [
      "a withdrawn link",
      async ({ editor, article }) => {
        const { links } = must(await listAuthorLinks(editor, { articleId: article.id }));
        return must(await revokeAuthorLink(editor, { articleId: article.id, linkId: links[0]?.id ?? "" }));
      },
    ],
    [
      "an article that is no manuscript any more",
      async ({ editor, article }) => {
        const [{ revision } = { revision: 0 }] = await runSql(
          `SELECT "revision" FROM "Article" WHERE "id" = $1`,
          article.id,
        );
        const input = { articleId: article.id, revision: Number(revision) };
        return must(await changePurpose(editor, { ...input, purpose: "published_text" }));
      },
    ],
  ])("%s shows and takes nothing", async (_, end) => {
    const set = await setUp();
    must(await getAuthorPage(set.visit));
    await end(set);
    expect(await getAuthorPage(set.visit)).toMatchObject(gone);
    expect(await set.answer()).toMatchObject(gone);
    expect((await reloadClaim(set.claim)).outcome?.answers).toEqual([]);
  });

  test("an unknown link shows nothing, and the token is not stored", async () => {
    const { token, visit } = await setUp();
    expect(await getAuthorPage({ ...visit, token: `${token}x` })).toMatchObject(gone);
    const rows = await runSql(`SELECT * FROM "AuthorLink"`);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  test("an address that tries too often has to wait", async () => {
    const { visit } = await setUp();
    await runSql(
      `INSERT INTO "RateLimit" ("key", "count", "windowEnd") VALUES ($1, 600, now() + interval '5 minutes')`,
      `author-page:address:${visit.address}`,
    );
    expect(await getAuthorPage(visit)).toMatchObject({ ok: false, error: { kind: "rate-limited" } });
  });
});

describe("an answer of the author", () => {
  test("is at the claim, in its history, and notified to the person who asked", async () => {
    const { editor, claim, answer } = await setUp();
    must(await answer());
    const after = await reloadClaim(claim);
    expect(after.revision).toBe(claim.revision + 1);
    expect(after.outcome?.answers).toMatchObject([
      { decision: "answer", text: "The customs office.", by: "Ann Lee" },
    ]);
    const [event] = (await listAuditEvents({}, 1)).events;
    if (!event) throw new Error("nothing was logged");
    const context = { claimNumber: () => 1, ratingLabel: (name: string) => name, people: [] };
    expect(describeEvent(event, context)).toMatchObject({
      who: "Ann Lee",
      did: "answered the query on claim 1",
      differences: [{ label: "Answer" }],
    });
    const { items } = await listNotificationRows(editor.id, { limit: 10 });
    expect(items).toMatchObject([{ kind: "author-answered", actor: null, claim: { id: claim.id } }]);
  });

  test("counts once, however often its form is sent", async () => {
    const { claim, answer } = await setUp();
    const same = { key: key() };
    await Promise.all([answer(same), answer(same)]);
    must(await answer(same));
    expect((await reloadClaim(claim)).outcome?.answers).toHaveLength(1);
  });

  test("counts once when the page is loaded and sent again, and again when it is another one", async () => {
    const { claim, answer } = await setUp();
    must(await answer());
    must(await answer());
    expect((await reloadClaim(claim)).outcome?.answers).toHaveLength(1);
    must(await answer({ text: "And the ministry." }));
    expect((await reloadClaim(claim)).outcome?.answers).toHaveLength(2);
  });

  test.each([
    ["agrees without a comment", "agree", "", true],
    ["agrees with a comment", "agree", "Sorry.", true],
    ["disagrees with a comment", "disagree", "It was one.", true],
    ["disagrees without a comment", "disagree", "", false],
    ["answers what was not asked", "answer", "So.", false],
  ] as const)("to a suggested wording: %s", async (_, decision, text, ok) => {
    const { wording, answer } = await setUp();
    const outcomeId = wording.outcome?.id ?? "";
    expect((await answer({ outcomeId, decision, text })).ok).toBe(ok);
    const { outcome } = await reloadClaim(wording);
    // The desk decides what becomes of it.
    expect(outcome?.kind).toBe("change");
    expect(outcome?.answers).toHaveLength(ok ? 1 : 0);
  });

  test("is refused without a text, or with one that is too long", async () => {
    const { answer } = await setUp();
    for (const text of ["  ", "a".repeat(10_001)])
      expect(await answer({ text })).toMatchObject({ ok: false, error: { kind: "invalid" } });
  });

  test("is refused where another outcome was chosen meanwhile", async () => {
    const { claim, editor, answer } = await setUp();
    must(
      await updateClaim(editor, {
        ...contentOfClaim(claim),
        outcome: { kind: "stands" },
        claimId: claim.id,
        revision: claim.revision,
      }),
    );
    expect(await answer()).toMatchObject({ ok: false, error: { kind: "invalid" } });
  });

  test("is refused for a question of another article", async () => {
    const [here, there] = [await setUp(), await setUp()];
    expect(await here.answer({ outcomeId: there.claim.outcome?.id ?? "" })).toMatchObject({ ok: false });
    expect((await reloadClaim(there.claim)).outcome?.answers).toEqual([]);
  });
});

describe("the links of a manuscript", () => {
  test("are listed with their state, for editors", async () => {
    const { editor, article } = await setUp();
    expect(must(await listAuthorLinks(editor, { articleId: article.id }))).toMatchObject({
      questions: 2,
      links: [{ name: "Ann Lee", revokedAt: null }],
    });
    const checker = await makePerson({ role: "checker" });
    expect(await createAuthorLink(checker, { articleId: article.id, name: "Ann", days: 7 })).toMatchObject({
      ok: false,
      error: { kind: "forbidden" },
    });
  });

  test("are only made for manuscripts", async () => {
    const article = await makeArticle();
    expect(
      await createAuthorLink(article.author, { articleId: article.id, name: "Ann", days: 7 }),
    ).toMatchObject({
      ok: false,
      error: { kind: "invalid" },
    });
  });

  test("are withdrawn once, and only with their article", async () => {
    const { editor, article } = await setUp();
    const { links } = must(await listAuthorLinks(editor, { articleId: article.id }));
    const linkId = links[0]?.id ?? "";
    const other = await makeManuscript();
    expect((await revokeAuthorLink(editor, { articleId: other.id, linkId })).ok).toBe(false);
    must(await revokeAuthorLink(editor, { articleId: article.id, linkId }));
    expect((await revokeAuthorLink(editor, { articleId: article.id, linkId })).ok).toBe(false);
  });
});
