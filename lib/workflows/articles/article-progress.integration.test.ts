import pg from "pg";
import { describe, expect, test } from "vitest";
import { findSchedule } from "@/lib/db/scheduled-publications";
import type { Actor } from "@/lib/policies/actor";
import { articleStage } from "@/lib/review/article-transition";
import { publicationReadiness } from "@/lib/review/publication-readiness";
import { makeArticle, makeClaim, makePerson, must, reloadClaim, revisionOf } from "@/lib/testing/factories";
import { withTestDatabase } from "@/lib/testing/test-database";
import { publishArticle } from "@/lib/workflows/publication/publish-article";
import { schedulePublication, unschedulePublication } from "@/lib/workflows/publication/schedule-publication";
import { unpublishArticle } from "@/lib/workflows/publication/unpublish-article";
import { transitionClaim } from "@/lib/workflows/review/transition-claim";
import { assignArticle } from "./assign-article";
import { getDeskArticle } from "./get-desk-article";
import { replaceText } from "./replace-text";

withTestDatabase();

const at = async (article: { id: string }) => ({
  articleId: article.id,
  revision: await revisionOf(article.id),
});

describe("where an article stands, as the database keeps it", () => {
  async function progressOf(articleId: string): Promise<{ stage: string; since: Date; activeAt: Date }> {
    const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
    await client.connect();
    try {
      const { rows } = await client.query(
        'SELECT "stage", "since", "activeAt" FROM "ArticleProgress" WHERE "articleId" = $1',
        [articleId],
      );
      return rows[0];
    } finally {
      await client.end();
    }
  }

  test("is what the state machine says, after every step", async () => {
    const editor = await makePerson();
    const administrator = await makePerson({ role: "administrator" });
    const article = await makeArticle({ author: editor });
    const check = async (expected: string) => {
      const desk = must(await getDeskArticle(editor, { articleId: article.id }));
      const { ready } = publicationReadiness(
        desk.claims.map((claim) => ({ ...claim, anchorOutcome: claim.anchor.outcome })),
      );
      const plan = await findSchedule(article.id);
      const computed = articleStage(
        { status: desk.article.status, scheduledFor: plan?.at ?? null, ready },
        desk.claims,
      );
      const { stage } = await progressOf(article.id);
      expect({ stage, computed }).toEqual({ stage: expected, computed: expected });
    };
    const step = async (actor: Actor, id: string, action: "submit" | "approve" | "exclude" | "reopen") => {
      const { revision } = await reloadClaim({ id });
      must(await transitionClaim(actor, { claimId: id, revision, action, note: "So." }));
    };
    await check("draft");
    const one = await makeClaim({ article, author: editor });
    await check("in_progress");
    await step(editor, one.id, "submit");
    await check("in_review");
    const two = await makeClaim({ article, author: editor, anchor: { exact: "Then it fell" } });
    await check("in_progress");
    await step(administrator, two.id, "exclude");
    await check("in_review");
    await step(administrator, one.id, "approve");
    await check("ready");
    const soon = new Date(Date.now() + 3_600_000).toISOString();
    must(await schedulePublication(editor, { ...(await at(article)), at: soon }));
    await check("scheduled");
    must(await unschedulePublication(editor, { articleId: article.id }));
    await check("ready");
    must(await publishArticle(editor, await at(article)));
    await check("published");
    await step(administrator, one.id, "reopen");
    await check("in_progress");
    await step(editor, one.id, "submit");
    await step(administrator, one.id, "approve");
    await check("ready");
    must(await unpublishArticle(administrator, { ...(await at(article)), reason: "Wrong one." }));
    await check("unpublished");
    const desk = must(await getDeskArticle(editor, { articleId: article.id }));
    must(
      await replaceText(editor, {
        articleId: article.id,
        versionId: desk.version.id,
        content: { format: "text", value: "Quite another text about ships.\nNothing of it stood before." },
      }),
    );
    expect((await progressOf(article.id)).stage).toBe("unpublished");
  });

  test("the start of its stage stays while the stage does, and the time of the last change moves on", async () => {
    const editor = await makePerson();
    const claim = await makeClaim({ author: editor });
    const before = await progressOf(claim.articleId);
    must(await assignArticle(editor, { ...(await at({ id: claim.articleId })), priority: "high" }));
    const after = await progressOf(claim.articleId);
    expect(after.stage).toBe("in_progress");
    expect(after.since).toEqual(before.since);
    expect(after.activeAt.getTime()).toBeGreaterThan(before.activeAt.getTime());
  });

  test("two who sign off the last two claims at once are both counted", async () => {
    const editor = await makePerson();
    const article = await makeArticle({ author: editor });
    const claims = [
      await makeClaim({ article, author: editor, state: "in_review" }),
      await makeClaim({ article, author: editor, anchor: { exact: "Then it fell" }, state: "in_review" }),
    ];
    const [bea, cem] = [await makePerson(), await makePerson()];
    const approve = (actor: Actor, claim: (typeof claims)[number] | undefined) =>
      transitionClaim(actor, { claimId: claim?.id ?? "", revision: claim?.revision ?? 0, action: "approve" });
    for (const result of await Promise.all([approve(bea, claims[0]), approve(cem, claims[1])])) must(result);
    expect((await progressOf(article.id)).stage).toBe("ready");
  });
});
