import { beforeEach, expect, test } from "vitest";
import { GET as getJob } from "@/app/api/v1/report-jobs/[id]/route";
import { GET as getDigest } from "@/app/api/v1/reports/route";
import { countJobs } from "@/lib/db/job-queue";
import { migrateJobQueue } from "@/lib/db/job-queue-tables";
import { clientOf } from "@/lib/db/transaction";
import { setPublicationRenderer } from "@/lib/documents/render-publication";
import type { EvidencePack } from "@/lib/reports/evidence-packs/evidence-pack";
import { callApi, makeToken } from "@/lib/testing/call-api";
import { makeArticle, makeClaim, makePerson, must, revisionOf } from "@/lib/testing/factories";
import { renderInProcess } from "@/lib/testing/reports/render-in-process";
import { withTestDatabase } from "@/lib/testing/test-database";
import { getProcessFigures } from "@/lib/workflows/figures/get-process-figures";
import { publishArticle } from "@/lib/workflows/publication/publish-article";
import { redactArticle } from "@/lib/workflows/redactions/redact-article";
import { transitionClaim } from "@/lib/workflows/review/transition-claim";
import { downloadReport, getReportJob, listMyReports } from "./get-report-job";
import { requestReport } from "./request-report";
import { runReportJob, tidyReportJobs } from "./run-report-job";

withTestDatabase();
beforeEach(async () => {
  setPublicationRenderer(renderInProcess);
  await migrateJobQueue(process.env.DATABASE_URL ?? "");
});

const today = new Date().toISOString().slice(0, 10);
const PERIOD = { from: today, to: "2999-12-31" };

/** A published article about trade. What is secret in it must reach no report. */
async function published() {
  const editor = await makePerson();
  const title = `Trade ${crypto.randomUUID()}`;
  const article = await makeArticle({ author: editor, title });
  await makeClaim({
    article,
    author: editor,
    anchor: { exact: "$240 billion" },
    state: "approved",
    evidence: [{ stance: "supports", source: { title: "secret-title", confidential: true } }],
  });
  must(
    await publishArticle(await makePerson(), {
      articleId: article.id,
      revision: await revisionOf(article.id),
    }),
  );
  const draft = await makeArticle({ author: editor, title: "secret-draft" });
  await makeClaim({ article: draft, author: editor, anchor: { exact: "$240 billion" }, state: "approved" });
  return { editor, article: { ...article, title } };
}

/** Makes every period large. */
async function pretendLarge(articleId: string) {
  await clientOf().$executeRaw`ALTER TABLE "Publication" DISABLE TRIGGER USER`;
  await clientOf()
    .$executeRaw`UPDATE "Publication" SET "claimCount" = 1000 WHERE "articleId" = ${articleId}::uuid`;
  await clientOf().$executeRaw`ALTER TABLE "Publication" ENABLE TRIGGER USER`;
}

const pack = { kind: "evidence-pack", options: { ...PERIOD, format: "json" } } as const;

test("a small pack is made at once, and has nothing that readers can't see", async () => {
  const { editor, article } = await published();
  const made = must(await requestReport(editor, pack));
  if (made.kind !== "file") throw new Error("it was queued");
  const { checks } = JSON.parse(String(made.file.bytes)) as EvidencePack;
  const check = checks.find(({ title }) => title === article.title);
  expect(check).toMatchObject({
    address: expect.stringContaining(`/articles/${article.slug}`),
    sources: { total: 1, confidential: 1 },
    claims: [{ number: 1, rating: "True" }],
  });
  expect(String(made.file.bytes)).not.toContain("secret");
});

test("a large pack is made in the background, once, for the person who requested it", async () => {
  const { editor, article } = await published();
  await pretendLarge(article.id);
  const [first, again] = [must(await requestReport(editor, pack)), must(await requestReport(editor, pack))];
  if (first.kind !== "preparing" || again.kind !== "preparing") throw new Error("it was made at once");
  const { id } = first.job;
  expect(again.job.id).toBe(id);
  expect(await countJobs("make-report")).toBeGreaterThan(0);
  expect(await downloadReport(editor, { jobId: id })).toMatchObject({
    ok: false,
    error: { kind: "invalid" },
  });
  await runReportJob({ reportJobId: id });
  const ready = must(await getReportJob(editor, { jobId: id }));
  expect(ready).toMatchObject({
    state: "ready",
    file: { name: `evidence-pack-${today}-to-2999-12-31.json` },
  });
  expect(must(await listMyReports(editor, {})).map((job) => job.id)).toEqual([id]);
  expect(String(must(await downloadReport(editor, { jobId: id })).bytes)).toContain(article.title);
  const other = await makePerson();
  expect(await downloadReport(other, { jobId: id })).toMatchObject({
    ok: false,
    error: { kind: "not-found" },
  });
  // What was redacted since can't be downloaded any more.
  must(
    await redactArticle(editor, {
      articleId: article.id,
      target: { kind: "text", text: "$240 billion" },
      reason: "A legal reason.",
      privateNote: "",
    } as never),
  );
  expect(await downloadReport(editor, { jobId: id })).toMatchObject({
    ok: false,
    error: { message: expect.stringContaining("redacted") },
  });
  expect(must(await getReportJob(editor, { jobId: id }))).toMatchObject({ state: "failed", file: null });
  await tidyReportJobs(new Date(Date.now() + 8 * 86_400_000));
  expect(must(await listMyReports(editor, {}))).toEqual([]);
});

test("the API answers 202 with the address of the job", async () => {
  const { editor, article } = await published();
  await pretendLarge(article.id);
  const token = await makeToken(editor, "read");
  const path = `/reports?${new URLSearchParams(PERIOD)}`;
  const accepted = await callApi(getDigest, { method: "GET", path, token });
  const { id } = accepted.body as { id: string };
  expect(accepted).toMatchObject({
    status: 202,
    headers: { location: expect.stringContaining(`/api/v1/report-jobs/${id}`) },
  });
  await runReportJob({ reportJobId: id });
  const read = await callApi(getJob, { method: "GET", path: `/report-jobs/${id}`, token, params: { id } });
  expect(read).toMatchObject({
    status: 200,
    body: { kind: "digest", state: "ready", file: { url: expect.stringContaining(`${id}/file`) } },
  });
});

test("figures count the steps of claims, and those of others are for editors only", async () => {
  const author = await makePerson({ role: "checker" });
  const reviewer = await makePerson();
  const article = await makeArticle({ author });
  const claim = await makeClaim({ article, author, anchor: { exact: "$240 billion" }, state: "in_review" });
  must(
    await transitionClaim(reviewer, {
      claimId: claim.id,
      revision: claim.revision,
      action: "return",
      note: "Add a source.",
    }),
  );
  const of = (actor: typeof author, person: string) => getProcessFigures(actor, { person }, new Date());
  const { figures } = must(await of(reviewer, reviewer.id));
  expect(figures).toMatchObject({ reviews: 1, stages: { waiting: { count: 1 } }, agreement: null });
  expect(must(await of(reviewer, author.id)).figures.returned).toEqual({ part: 1, of: 1 });
  expect(await of(author, reviewer.id)).toMatchObject({ ok: false, error: { kind: "forbidden" } });
  expect(must(await of(author, "")).figures.returned.part).toBeGreaterThan(0);
});
