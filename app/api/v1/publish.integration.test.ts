import { beforeEach, expect, test } from "vitest";
import { migrateJobQueue } from "@/lib/db/job-queue-tables";
import { setPublicationRenderer } from "@/lib/documents/render-publication";
import { env } from "@/lib/env";
import { err } from "@/lib/result";
import { callApi, makeToken } from "@/lib/testing/call-api";
import { makeArticle, makeClaim, makePerson } from "@/lib/testing/factories";
import { renderInProcess } from "@/lib/testing/reports/render-in-process";
import { withTestDatabase } from "@/lib/testing/test-database";
import { runPublicationJob } from "@/lib/workflows/publication/run-publication-job";
import * as publishRoute from "./articles/[id]/publish/route";
import * as jobRoute from "./articles/[id]/publish-jobs/[job]/route";

withTestDatabase();
beforeEach(async () => {
  setPublicationRenderer(renderInProcess);
  await migrateJobQueue(process.env.DATABASE_URL ?? "");
});

const failure = err({
  format: "pdf",
  kind: "failed",
  fault: { kind: "claim", number: 1 },
  cause: "why",
} as const);

async function publishable(length: "short" | "long") {
  const value = `Trade rose fast to $240 billion.\n${"And so on. ".repeat(length === "long" ? 9_100 : 1)}`;
  const article = await makeArticle({ content: { format: "text", value } });
  await makeClaim({ article, author: article.author, state: "approved" });
  const token = await makeToken(await makePerson());
  const publish = (headers: Record<string, string> = {}) =>
    callApi(publishRoute.POST, {
      token,
      params: { id: article.id },
      headers: { "if-match": "*", ...headers },
    });
  const look = (job: string, at = article.id) =>
    callApi(jobRoute.GET, { method: "GET", token, params: { id: at, job } });
  return { article, publish, look };
}

test("a short article is published by the call", async () => {
  const { article, publish } = await publishable("short");
  expect(await publish()).toMatchObject({ status: 201, body: { number: 1, articleId: article.id } });
});

test("a file that can't be made refuses it, with the file and the claim", async () => {
  const { publish } = await publishable("short");
  setPublicationRenderer(async () => failure);
  expect(await publish()).toMatchObject({
    status: 422,
    body: {
      type: expect.stringMatching(/outputs-failed$/),
      detail: expect.stringContaining("in claim 1"),
      outputs: ["pdf"],
    },
  });
});

test("a file that was not ready in time can be asked for again", async () => {
  const { publish } = await publishable("short");
  setPublicationRenderer(async () => err({ ...failure.error, kind: "too-slow" }));
  expect(await publish()).toMatchObject({ status: 503, headers: { "retry-after": "30" } });
});

test("a long article is accepted, and its job is read until it is published", async () => {
  const { article, publish, look } = await publishable("long");
  const key = { "idempotency-key": crypto.randomUUID() };
  const accepted = await publish(key);
  expect(accepted).toMatchObject({
    status: 202,
    headers: { "retry-after": "1" },
    body: { articleId: article.id, state: "preparing", progress: null, publication: null },
  });
  const { id } = accepted.body as { id: string };
  expect(accepted.headers.location).toBe(
    `${env().publicUrl}/api/v1/articles/${article.id}/publish-jobs/${id}`,
  );
  // The same call again gets the same job.
  expect(await publish(key)).toMatchObject({
    status: 202,
    headers: { location: accepted.headers.location, "idempotency-replayed": "true" },
    body: { id },
  });
  expect(await look(id)).toMatchObject({
    status: 200,
    headers: { "retry-after": "1" },
    body: { state: "preparing" },
  });
  await runPublicationJob({ publicationJobId: id });
  const done = await look(id);
  expect(done).toMatchObject({
    status: 200,
    body: { state: "published", failure: null, publication: { number: 1, slug: article.slug } },
  });
  expect(done.headers["retry-after"]).toBeUndefined();
});

test("a job that failed says why, and nothing was published", async () => {
  const { publish, look } = await publishable("long");
  setPublicationRenderer(async () => failure);
  const { id } = (await publish()).body as { id: string };
  await runPublicationJob({ publicationJobId: id });
  expect(await look(id)).toMatchObject({
    status: 200,
    body: { state: "failed", failure: expect.stringContaining("in claim 1"), publication: null },
  });
});

test("a job is found at its own article, by those who can publish", async () => {
  const { article, publish, look } = await publishable("long");
  const { id } = (await publish()).body as { id: string };
  const other = await makeArticle();
  expect(await look(id, other.id)).toMatchObject({ status: 404 });
  expect(await look("1")).toMatchObject({ status: 404 });
  const checker = await makeToken(await makePerson({ role: "checker" }));
  const asked = { method: "GET", token: checker, params: { id: article.id, job: id } };
  expect(await callApi(jobRoute.GET, asked)).toMatchObject({ status: 403 });
});
