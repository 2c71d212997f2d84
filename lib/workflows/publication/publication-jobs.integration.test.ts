import { beforeEach, describe, expect, test } from "vitest";
import { countJobs } from "@/lib/db/job-queue";
import { migrateJobQueue } from "@/lib/db/job-queue-tables";
import { findCurrentPublication, listPublicationNumbers } from "@/lib/db/public-publications";
import { findPublicationJob } from "@/lib/db/publication-jobs";
import { findSchedule } from "@/lib/db/scheduled-publications";
import { clientOf } from "@/lib/db/transaction";
import { type PublicationRenderer, setPublicationRenderer } from "@/lib/documents/render-publication";
import type { Actor } from "@/lib/policies/actor";
import { err } from "@/lib/result";
import { makeArticle, makeClaim, makePerson, must, revisionOf } from "@/lib/testing/factories";
import { renderInProcess } from "@/lib/testing/reports/render-in-process";
import { withTestDatabase } from "@/lib/testing/test-database";
import { getDeskArticle } from "@/lib/workflows/articles/get-desk-article";
import { updateArticleDetails } from "@/lib/workflows/articles/update-article-details";
import { listActivity } from "@/lib/workflows/history/list-activity";
import { listNotifications } from "@/lib/workflows/notifications/notifications";
import { setPersonDisabled } from "@/lib/workflows/people/people";
import { transitionClaim } from "@/lib/workflows/review/transition-claim";
import { getPublicationJob } from "./get-publication-job";
import { publishArticle } from "./publish-article";
import { runPublicationJob, tidyPublicationJobs } from "./run-publication-job";
import { publishDue, schedulePublication, unschedulePublication } from "./schedule-publication";

withTestDatabase();
beforeEach(async () => {
  setPublicationRenderer(renderInProcess);
  await migrateJobQueue(process.env.DATABASE_URL ?? "");
});

// A document, because text of this length is parsed in a process of its own.
const LONG = {
  type: "doc",
  content: ["Trade rose fast to $240 billion.", "And so on. ".repeat(9_100).trim()].map((text) => ({
    type: "paragraph",
    content: [{ type: "text", text }],
  })),
};

async function longArticle() {
  const article = await makeArticle({ content: { format: "document", value: LONG } });
  const claim = await makeClaim({ article, author: article.author, state: "approved" });
  const editor = await makePerson();
  return { article, claim, editor };
}

/** Asks for the publication of a long article. @returns the job */
async function request(editor: Actor, article: { id: string }) {
  const asked = must(
    await publishArticle(editor, { articleId: article.id, revision: await revisionOf(article.id) }),
  );
  if (asked.kind !== "preparing") throw new Error("it was published at once");
  return asked.job;
}

const run = ({ id }: { id: string }) => runPublicationJob({ publicationJobId: id });
const reload = async ({ id }: { id: string }) => {
  const job = await findPublicationJob(id);
  if (!job) throw new Error("the job is gone");
  return job;
};

describe("a long article", () => {
  test("is published by a job, which says how far it is", async () => {
    const { article, editor } = await longArticle();
    const job = await request(editor, article);
    expect(job).toMatchObject({ state: "preparing", progress: null, publication: null, failure: null });
    expect(await countJobs("publish-article")).toBeGreaterThan(0);
    expect(await findCurrentPublication(article.slug)).toBeNull();
    const seen: unknown[] = [];
    setPublicationRenderer(async (request) => {
      request.onProgress?.({ format: "pdf", position: 2, total: 3 });
      await expect
        .poll(
          async () =>
            must(await getPublicationJob(editor, { articleId: article.id, jobId: job.id })).progress,
        )
        .not.toBeNull();
      seen.push((await reload(job)).progress);
      return renderInProcess({ report: request.report, address: request.address });
    });
    await run(job);
    expect(seen).toEqual([{ format: "pdf", position: 2, total: 3 }]);
    const publication = await findCurrentPublication(article.slug);
    expect(publication).toMatchObject({ number: 1, report: { summary: { total: 1 } } });
    expect(await reload(job)).toMatchObject({
      state: "published",
      publication: { id: publication?.id, number: 1 },
    });
  });

  test("is published once, though its job is run again after a crash, or twice at the same time", async () => {
    const { article, editor } = await longArticle();
    const job = await request(editor, article);
    await Promise.all([run(job), run(job)]);
    await run(job);
    expect((await listPublicationNumbers(article.slug)).map(({ number }) => number)).toEqual([1]);
    expect(await reload(job)).toMatchObject({ state: "published", failure: null });
  });

  test("is rendered again if a copy of a source was saved meanwhile", async () => {
    const { article, editor } = await longArticle();
    const job = await request(editor, article);
    const shown: unknown[] = [];
    setPublicationRenderer(async (asked) => {
      shown.push(asked.report.sources[0]?.archiveUrl);
      if (shown.length === 1)
        await clientOf().source.updateMany({ data: { archiveUrl: "https://archive.example/customs" } });
      return renderInProcess(asked);
    });
    await run(job);
    expect(shown).toEqual([null, "https://archive.example/customs"]);
    expect(await reload(job)).toMatchObject({ state: "published" });
  });

  test("is asked for twice by one person in one job, and not by another meanwhile", async () => {
    const { article, editor } = await longArticle();
    const job = await request(editor, article);
    expect((await request(editor, article)).id).toBe(job.id);
    expect(
      await publishArticle(await makePerson(), {
        articleId: article.id,
        revision: await revisionOf(article.id),
      }),
    ).toMatchObject({
      ok: false,
      error: { kind: "invalid", message: expect.stringContaining(`${editor.name} is already publishing`) },
    });
  });

  test("that is not ready is refused at once", async () => {
    const { article, editor } = await longArticle();
    await makeClaim({ article, author: article.author });
    expect(
      await publishArticle(editor, { articleId: article.id, revision: await revisionOf(article.id) }),
    ).toMatchObject({ ok: false, error: { message: expect.stringContaining("Claim 2 is a draft") } });
  });

  test("shows its job on its page, and a failure to the person who asked for it until the article changes", async () => {
    const { article, editor } = await longArticle();
    const onPage = async (actor: Actor) =>
      must(await getDeskArticle(actor, { articleId: article.id })).article.publicationJob;
    const job = await request(editor, article);
    expect(await onPage(editor)).toMatchObject({ id: job.id, state: "preparing" });
    expect(await onPage(await makePerson())).toMatchObject({ id: job.id });
    expect(await onPage(await makePerson({ role: "checker" }))).toBeNull();
    setPublicationRenderer(failing);
    await run(job);
    expect(await onPage(editor)).toMatchObject({ id: job.id, state: "failed" });
    expect(await onPage(await makePerson())).toBeNull();
    await rename(editor, article);
    expect(await onPage(editor)).toBeNull();
  });
});

const failing: PublicationRenderer = async () =>
  err({ format: "pdf", kind: "failed", fault: { kind: "claim", number: 1 }, cause: "why" });

async function rename(editor: Actor, article: { id: string }) {
  must(
    await updateArticleDetails(editor, {
      articleId: article.id,
      revision: await revisionOf(article.id),
      title: `Trade ${crypto.randomUUID()}`,
      publisher: null,
      byline: null,
      sourceUrl: null,
      publishedOn: null,
      language: "en",
    }),
  );
}

describe("a job that can't publish says why", () => {
  type Scene = Awaited<ReturnType<typeof longArticle>>;
  test.each<[string, (scene: Scene) => unknown, string]>([
    [
      "a file can't be rendered",
      () => setPublicationRenderer(failing),
      "The PDF of this report can't be made",
    ],
    [
      "a claim is excluded while it renders",
      async ({ article, claim, editor }) => {
        await makeClaim({
          article,
          author: article.author,
          anchor: { exact: "Trade rose fast" },
          state: "approved",
        });
        setPublicationRenderer(async (request) => {
          must(
            await transitionClaim(editor, {
              claimId: claim.id,
              revision: claim.revision,
              action: "exclude",
              note: "Trivial.",
            }),
          );
          return renderInProcess(request);
        });
      },
      "The article changed while its files were prepared, so nothing was published. Claim 1 is no longer part of it. Review it, then publish again.",
    ],
    [
      "its title is changed while it renders",
      ({ article, editor }) =>
        setPublicationRenderer(async (request) => {
          await rename(editor, article);
          return renderInProcess(request);
        }),
      "The article changed while its files were prepared, so nothing was published. Its details changed. Review it, then publish again.",
    ],
    [
      "its title was changed before it began",
      ({ article, editor }) => rename(editor, article),
      "The article was changed or published in the meantime. Review it again before you publish.",
    ],
    [
      "a claim was marked before it began",
      ({ article }) => makeClaim({ article, author: article.author }),
      "Claim 2 is a draft",
    ],
    [
      "the person is gone",
      async ({ editor }) =>
        must(
          await setPersonDisabled(await makePerson({ role: "administrator" }), {
            userId: editor.id,
            disabled: true,
          }),
        ),
      "who requested it, no longer has an account",
    ],
  ])("%s", async (_, happen, message) => {
    const scene = await longArticle();
    const { article, editor } = scene;
    const job = await request(editor, article);
    await happen(scene);
    await run(job);
    expect(await reload(job)).toMatchObject({
      state: "failed",
      publication: null,
      failure: expect.stringContaining(message),
    });
    expect(await findCurrentPublication(article.slug)).toBeNull();
    const { items } = must(await listActivity(await makePerson(), { articleId: article.id }));
    expect(items.map(({ did }) => did)).toContain("could not publish the article");
  });

  test("to the person who asked for it, wherever they are", async () => {
    const { article, editor } = await longArticle();
    setPublicationRenderer(failing);
    await run(await request(editor, article));
    expect((await listNotifications(editor, {})).items).toMatchObject([
      { kind: "publish-failed", actor: null, article: { id: article.id } },
    ]);
  });

  test("nobody works on it any more", async () => {
    const { article, editor } = await longArticle();
    const job = await request(editor, article);
    const in_ = (minutes: number) => new Date(Date.now() + minutes * 60_000);
    await tidyPublicationJobs(in_(29));
    expect(await reload(job)).toMatchObject({ state: "preparing" });
    await tidyPublicationJobs(in_(31));
    expect(await reload(job)).toMatchObject({
      state: "failed",
      failure: expect.stringContaining("The server stopped"),
    });
    // It can be asked for again; the outcome of the first can be read for a week.
    expect((await request(editor, article)).id).not.toBe(job.id);
    await tidyPublicationJobs(in_(8 * 24 * 60));
    expect(await findPublicationJob(job.id)).toBeNull();
  });
});

describe("a long article that is due", () => {
  const NOON = new Date("2030-05-17T12:00:00Z");
  const later = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000);

  async function due() {
    const scene = await longArticle();
    const { article, editor } = scene;
    must(
      await schedulePublication(
        editor,
        { articleId: article.id, revision: await revisionOf(article.id), at: later(10).toISOString() },
        NOON,
      ),
    );
    expect(await publishDue(later(10))).toBe(0);
    const { publicationJob } = must(await getDeskArticle(editor, { articleId: article.id })).article;
    if (!publicationJob) throw new Error("there is no job");
    return { ...scene, job: publicationJob };
  }

  test("is published by one job, however often the schedule is looked at", async () => {
    const { article, job, editor } = await due();
    expect(await publishDue(later(11))).toBe(0);
    expect(must(await getDeskArticle(editor, { articleId: article.id })).article.publicationJob?.id).toBe(
      job.id,
    );
    await run(job);
    expect(await reload(job)).toMatchObject({ state: "published", scheduled: true });
    expect(await findSchedule(article.id)).toBeNull();
    expect(await publishDue(later(12))).toBe(0);
  });

  test("is left to people if a file can't be rendered", async () => {
    const { article, job, editor } = await due();
    setPublicationRenderer(failing);
    await run(job);
    expect((await findSchedule(article.id))?.failure).toContain("The PDF of this report can't be made");
    expect((await listNotifications(editor, {})).items).toMatchObject([{ kind: "publish-failed" }]);
    await publishDue(later(12));
    expect(await reload(job)).toMatchObject({ state: "failed" });
    must(await unschedulePublication(editor, { articleId: article.id }));
  });

  test("is prepared again if it changed at that very moment", async () => {
    const { article, job, editor } = await due();
    await rename(editor, article);
    await run(job);
    expect(await findSchedule(article.id)).toMatchObject({ failure: null });
    expect(await publishDue(later(11))).toBe(0);
    const again = must(await getDeskArticle(editor, { articleId: article.id })).article.publicationJob;
    expect(again?.id).not.toBe(job.id);
    await run(again ?? job);
    expect(await findCurrentPublication(article.slug)).not.toBeNull();
  });
});
