import fc from "fast-check";
import { beforeAll, expect, test, vi } from "vitest";
import type { Handler } from "@/lib/api/endpoint";
import { openApiDocument } from "@/lib/api/openapi";
import { OPERATIONS } from "@/lib/api/operations/all";
import { API_SCOPES } from "@/lib/policies/api-scope";
import { err } from "@/lib/result";
import { makeAnswerCheck } from "@/lib/testing/contract/check-answer";
import {
  type ContractDocument,
  type ContractRequest,
  requestArbitrary,
} from "@/lib/testing/contract/request-arbitrary";
import { loadHandlers } from "@/lib/testing/contract/route-handlers";
import { makeArticle, makeClaim, makeManuscript, makePerson, must } from "@/lib/testing/factories";
import { runSql } from "@/lib/testing/run-sql";
import { setEnv } from "@/lib/testing/set-env";
import { withTestDatabase } from "@/lib/testing/test-database";
import { createComment } from "@/lib/workflows/comments/create-comment";
import { createAuthorLink } from "@/lib/workflows/manuscripts/author-links";
import { createToken } from "@/lib/workflows/people/api-tokens";
import { flagDueReviews } from "@/lib/workflows/watching/flag-due-reviews";
import { listWatching } from "@/lib/workflows/watching/list-watching";
import { setReviewDate } from "@/lib/workflows/watching/set-review-date";

// No request leaves this machine: every page is missing.
vi.mock("@/lib/fetching/guarded-fetch", async (load) => ({
  ...(await load<typeof import("@/lib/fetching/guarded-fetch")>()),
  guardedFetch: async () => err({ message: "The page answered with status 404.", status: 404 }),
}));
vi.mock("@/lib/fetching/guarded-post", () => ({
  guardedPost: async () => ({ kind: "failed", message: "The host could not be found.", durationMs: 40 }),
}));

withTestDatabase();

/** npm run contract sends more requests, and others each time. */
const REQUESTS = Number(process.env.OBELUS_CONTRACT_REQUESTS ?? 300);
const SEED = Number(process.env.OBELUS_CONTRACT_SEED ?? 19);

const document = JSON.parse(JSON.stringify(openApiDocument()));
const faultOf = makeAnswerCheck(document);

let handlers = new Map<string, Handler>();
const ids: string[] = [];
let token = "";

beforeAll(async () => {
  // Secrets of webhooks are sealed with it.
  setEnv({ NEXTAUTH_SECRET: "s".repeat(40) });
  handlers = await loadHandlers(import.meta.dirname);
  const owner = await makePerson({ role: "administrator" });
  const article = await makeArticle({ author: await makePerson() });
  const claims = [
    await makeClaim({ article, author: article.author, claimant: { name: "Customs Office" } }),
    await makeClaim({ article, author: article.author, state: "approved", anchor: { exact: "Trade rose" } }),
  ];
  const sourceIds = claims.flatMap(({ evidence }) => evidence.map(({ source }) => source.id));
  const claimantIds = claims.flatMap(({ claimant }) => claimant?.id ?? []);
  const { id: personId } = await makePerson();
  ids.push(
    article.id,
    article.version.id,
    ...claims.map(({ id }) => id),
    ...sourceIds,
    ...claimantIds,
    personId,
  );
  const { thread, commentId } = must(
    await createComment(owner, {
      target: { on: "article", articleId: article.id },
      body: "Look at this.",
      idempotencyKey: crypto.randomUUID(),
    }),
  );
  ids.push(thread.id, commentId);
  const manuscript = await makeManuscript({ author: owner });
  const asked = await makeClaim({
    article: manuscript,
    author: owner,
    verdict: null,
    outcome: { kind: "change", wording: "$204 billion" },
  });
  must(
    await setReviewDate(owner, {
      articleId: manuscript.id,
      claimId: asked.id,
      on: "2099-01-01",
      reason: "New figures",
    }),
  );
  await flagDueReviews(new Date("2099-01-02T12:00:00Z"));
  const [flag] = must(await listWatching(owner, {})).items;
  const link = must(await createAuthorLink(owner, { articleId: manuscript.id, name: "Ben Osei", days: 7 }));
  ids.push(manuscript.id, asked.id, flag?.id ?? "", link.id);
  token = must(await createToken(owner, { name: "Contract", scopes: [...API_SCOPES] })).token;
});

async function send({ operation, params, query, headers, body }: ContractRequest) {
  const handler = handlers.get(`${operation.method} ${operation.path}`);
  if (!handler) throw new Error(`No route handles ${operation.id}.`);
  const leave = new AbortController();
  const request = new Request(`http://localhost:3000/api/v1/x?${new URLSearchParams(query)}`, {
    method: operation.method,
    signal: leave.signal,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body.kind !== "none" && { "content-type": body.kind === "json" ? "application/json" : body.type }),
      ...headers,
    },
    ...(body.kind === "json" && { body: JSON.stringify(body.value) ?? "" }),
    ...(body.kind === "raw" && { body: body.text }),
  });
  const response = await handler(request, { params: Promise.resolve(params) });
  const [type = ""] = (response.headers.get("content-type") ?? "").split(";");
  const isEndless = type === "text/event-stream";
  const text = isEndless ? "" : await response.text();
  leave.abort();
  await response.body?.cancel().catch(() => undefined);
  return { status: response.status, type, text };
}

/** Texts that mean something: words of the article, ratings, a language, a day, an address. */
const TEXTS = [
  "$240 billion",
  "Trade rose fast.",
  "true",
  "en",
  "2024-05-17",
  "https://example.org/customs",
  "10.1000/182",
  "Customs release",
];

test("requests of every kind get an answer that the document declares, and no server error", async () => {
  const causes: unknown[] = [];
  const logs = [vi.spyOn(console, "warn"), vi.spyOn(console, "error")];
  for (const log of logs) log.mockImplementation((...line) => causes.push(...line));
  /** What is wrong, with one request that shows it. */
  const faults = new Map<string, string>();
  /** Operations with an answer that was not a refusal. */
  const served = new Set<string>();
  const requests = requestArbitrary(document as ContractDocument, OPERATIONS, { ids, texts: TEXTS });
  for (const [index, request] of fc.sample(requests, { numRuns: REQUESTS, seed: SEED }).entries()) {
    if (index % 500 === 0) await runSql(`DELETE FROM "RateLimit"`);
    causes.length = 0;
    const answer = await send(request);
    const { operation, ...sent } = request;
    if (answer.status < 300) served.add(operation.id);
    const fault = faultOf(operation, answer);
    if (fault)
      faults.set(
        `${operation.id}: ${fault}`.slice(0, 200),
        `${JSON.stringify(sent).slice(0, 1000)} ${causes.map(String).join("\n")}`,
      );
  }
  for (const log of logs) log.mockRestore();
  expect(Object.fromEntries(faults), `seed ${SEED}`).toEqual({});
  // Requests that are all refused would show nothing.
  expect(served.size).toBeGreaterThan(OPERATIONS.length / 7);
});
