import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test, vi } from "vitest";
import { CALL_EXAMPLES, WITHOUT_EXAMPLE } from "@/lib/api/examples/call-example";
import { OPERATIONS } from "@/lib/api/operations/all";
import { insertReportJob } from "@/lib/db/report-jobs";
import { inTransaction } from "@/lib/db/transaction";
import type { Actor } from "@/lib/policies/actor";
import { API_SCOPES } from "@/lib/policies/api-scope";
import { ok } from "@/lib/result";
import { type ExampleRecorder, ifMatch, makeExampleRecorder } from "@/lib/testing/contract/example-recorder";
import { loadHandlers } from "@/lib/testing/contract/route-handlers";
import { articleWorkStory } from "@/lib/testing/contract/stories/article-work-story";
import { deskChangesStory } from "@/lib/testing/contract/stories/desk-changes-story";
import { deskItselfStory } from "@/lib/testing/contract/stories/desk-itself-story";
import { teamworkStory } from "@/lib/testing/contract/stories/teamwork-story";
import { docxFile, paragraph, run } from "@/lib/testing/docx-file";
import { makeArticle, makeClaim, makePerson, must, revisionOf } from "@/lib/testing/factories";
import { runSql } from "@/lib/testing/run-sql";
import { setEnv } from "@/lib/testing/set-env";
import { withTestDatabase } from "@/lib/testing/test-database";
import { createToken } from "@/lib/workflows/people/api-tokens";
import { requestPublication } from "@/lib/workflows/publication/request-publication";

// No request leaves this machine: every page is this one.
vi.mock("@/lib/fetching/guarded-fetch", async (load) => ({
  ...(await load<typeof import("@/lib/fetching/guarded-fetch")>()),
  guardedFetch: async (address: string) => {
    const bytes = new TextEncoder().encode(
      "<title>Trade in goods</title><p>Exports rose to $160 billion.</p>",
    );
    return ok({ address, bytes, charset: "utf-8" });
  },
}));
vi.mock("@/lib/fetching/guarded-post", () => ({
  guardedPost: async () => ({ kind: "answered", status: 204, retryAfter: null, answer: "", durationMs: 40 }),
}));

withTestDatabase();

/** Writes what the calls answer now to the file of examples, instead of comparing it: `OBELUS_RECORD_EXAMPLES=1`. */
const RECORDS = process.env.OBELUS_RECORD_EXAMPLES === "1";

const PAGE = "https://customs.example.org/goods";
const TEXT =
  "Trade between the two countries rose to $240 billion in 2023.\nTwo thirds of it were exports, the ministry said.";

let noor: Actor;
let recorder: ExampleRecorder;
let call: ExampleRecorder["call"];
let second = "";

beforeAll(async () => {
  setEnv({ NEXTAUTH_SECRET: "s".repeat(40), SMTP_URL: "smtp://127.0.0.1:1", MAIL_FROM: "desk@example.org" });
  noor = await makePerson({ role: "administrator", name: "Noor Haddad" });
  const tokenOf = async (owner: Actor) =>
    must(await createToken(owner, { name: "Examples", scopes: [...API_SCOPES] })).token;
  recorder = makeExampleRecorder(await loadHandlers(import.meta.dirname), await tokenOf(noor));
  call = recorder.call;
  second = await tokenOf(await makePerson({ name: "Ann Lee" }));
});

test("each example is what the call answers", async () => {
  const { answer: source } = await call("createSource", {
    body: {
      title: "Trade in goods 2023",
      authors: ["Customs Office"],
      url: PAGE,
      kind: "dataset",
      primary: true,
    },
  });
  const changed = await call("getSource", { params: { id: source.id } });
  await call("updateSource", {
    params: { id: source.id },
    ...ifMatch(changed.etag),
    body: { publisher: "Customs Office" },
  });
  await call("listSources", { query: { q: "goods", limit: "10" } });
  await call("takeSnapshot", { params: { id: source.id }, body: {} });

  const { answer: made } = await call("createArticle", {
    body: {
      title: "Trade reaches a record",
      language: "en",
      publisher: "The Herald",
      content: { format: "text", value: TEXT },
    },
  });
  const { id } = made;
  const article = { params: { id } };
  await call("listArticles", { query: { q: "record", limit: "10" } });
  const read = await call("getArticle", article);
  await call("updateArticle", {
    ...article,
    ...ifMatch(read.etag),
    body: { finding: "Trade rose, but less than the article says." },
  });
  await call("suggestClaims", { body: { articleId: id } });

  const { answer: claim, etag } = await call("createClaim", {
    ...article,
    body: {
      anchor: { exact: "rose to $240 billion" },
      statement: "Trade between the two countries rose to $240 billion in 2023.",
      claimant: { name: "Ministry of Trade", kind: "organisation" },
      kind: "number",
      verdict: { rating: "false", rationale: "Customs counted $219 billion." },
      evidence: [{ stance: "refutes", excerpt: "Exports rose to $160 billion.", source: { id: source.id } }],
    },
  });
  const one = { params: { id: claim.id } };
  await call("getClaim", one);
  await call("listClaims", { ...article, query: { limit: "10" } });
  const edited = await call("updateClaim", { ...one, ...ifMatch(etag), body: { tags: ["trade"] } });
  const cited = await call("addEvidence", {
    ...one,
    ...ifMatch(edited.etag),
    body: {
      stance: "context",
      source: { title: "Ministry of Trade: annual report", url: "https://trade.example.org/2023" },
    },
  });
  const submitted = await call("transitionClaim", {
    ...one,
    ...ifMatch(cited.etag),
    body: { action: "submit" },
  });
  await call("transitionClaim", { ...one, ...ifMatch(submitted.etag), body: { action: "approve" } }, second);
  await call("searchClaims", { query: { q: "trade billion", limit: "10" } });

  const annotation = {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    type: "Annotation",
    motivation: "assessing",
    body: [
      { type: "TextualBody", purpose: "classifying", value: "True" },
      { type: "TextualBody", purpose: "describing", value: "Two thirds of the trade were exports." },
    ],
    target: {
      source: `http://localhost:3000/articles/${made.slug}`,
      selector: [{ type: "TextQuoteSelector", exact: "Two thirds" }],
    },
  };
  const annotated = await call("createAnnotation", { ...article, body: annotation });
  await call("listAnnotations", article);
  const named = { params: { id, annotation: annotated.answer.id.split("/").at(-1) } };
  await call("getAnnotation", named);
  const body = [{ type: "TextualBody", purpose: "classifying", value: "False" }, ...annotation.body.slice(1)];
  const replaced = await call("replaceAnnotation", {
    ...named,
    ...ifMatch(annotated.etag),
    body: { ...annotation, body },
  });
  await call("deleteAnnotation", { ...named, ...ifMatch(replaced.etag) });

  const content = { format: "text", value: TEXT.replace("between the two countries ", "") };
  await call("previewVersion", { ...article, body: { content } });
  const before = await call("getArticle", article);
  await call("createVersion", { ...article, ...ifMatch(before.etag), body: { content } });

  const ready = await call("getArticle", article);
  await call("publishArticle", { ...article, ...ifMatch(ready.etag), body: {} });
  await call("exportArticle", { params: { id, format: "md" }, query: { lang: "es" } });
  await call("redactArticle", {
    ...article,
    body: {
      target: { kind: "text", text: "Ministry of Trade" },
      reason: "A mistake of ours",
      privateNote: "They called us.",
    },
  });
  await call("listRedactions", article);
  await call("listChecks", { ...article, query: { limit: "10" } });
  const period = { from: "2026-01-01", to: "2026-12-31" };
  await call("exportDigest", { query: { ...period, format: "csv" } });
  await call("exportEvidencePack", { query: { ...period, format: "csv" } });

  await readsFiles();
  await showsJobs();

  const { answer: webhook } = await call("addWebhook", {
    body: { url: "https://example.org/obelus", kinds: ["claim.approved", "publication.published"] },
  });
  await call("listWebhooks");
  await call("deleteWebhook", { params: { id: webhook.id } });

  const message = crypto.randomUUID();
  await runSql(
    `INSERT INTO "ReaderMessage" ("id", "kind", "state", "text", "email", "formKey", "textHash", "articleId")
     VALUES ($1::uuid, 'error', 'new', 'The year is wrong.', 'reader@example.org', $1::text, $1::text, $2::uuid)`,
    message,
    id,
  );
  await call("listMessages", { query: { state: "new" } });
  const opened = await call("getMessage", { params: { id: message } });
  await call("updateMessage", {
    params: { id: message },
    ...ifMatch(opened.etag),
    body: { answer: "Thank you. It is corrected." },
  });
  const last = await makeClaim({ author: noor });
  await call("deleteClaim", { params: { id: last.id }, headers: { "If-Match": "*" } });
  await teamworkStory({ call, noor, second });
  await deskChangesStory({ call, noor, published: id });
  await deskItselfStory({ call, noor });
  await articleWorkStory({ call, noor });

  const file = join(process.cwd(), "lib/api/examples/call-examples.json");
  if (RECORDS) writeFileSync(file, JSON.stringify(recorder.examples));
  expect(recorder.examples).toEqual(RECORDS ? JSON.parse(readFileSync(file, "utf8")) : CALL_EXAMPLES);
  expect([...Object.keys(recorder.examples), ...Object.keys(WITHOUT_EXAMPLE)].sort()).toEqual(
    OPERATIONS.map((operation) => operation.id).sort(),
  );
});

/** Calls that take a file. */
async function readsFiles() {
  const value = "Taxes rose. Prices fell by half.";
  const made = await makeArticle({ author: noor, content: { format: "text", value } });
  const article = { params: { id: made.id } };
  await makeClaim({ author: noor, article: made, anchor: { exact: "Taxes" } });
  await call("importClaims", {
    ...article,
    query: { preview: "true" },
    body: { name: "claims.csv", content: "quote,statement,rating\nPrices fell,Prices fell by half.,false\n" },
  });
  const comments = readFileSync("lib/ingest/fixtures/libreoffice-comments.docx").toString("base64");
  await call("importComments", { ...article, body: { file: comments } });
  const tracked = [
    run("Taxes rose. Prices fell by "),
    '<w:del w:id="1" w:author="Bo Lind"><w:r><w:delText>half</w:delText></w:r></w:del>',
    `<w:ins w:id="2" w:author="Bo Lind">${run("a third")}</w:ins>`,
    run("."),
  ];
  const word = Buffer.from(docxFile(paragraph(tracked.join("")))).toString("base64");
  await call("acceptWordChanges", { ...article, body: { file: word } });
}

/** Calls that ask how far a job is. */
async function showsJobs() {
  const request = { kind: "digest", options: {} };
  const report = await inTransaction(async (tx) =>
    ok(await insertReportJob(tx, { request, requestKey: "example", requestedById: noor.id })),
  );
  await call("getReportJob", { params: { id: must(report).id } });
  const article = await makeArticle({ author: noor });
  const { id } = article;
  await makeClaim({ author: noor, article, state: "approved" });
  const input = { articleId: id, revision: await revisionOf(id), corrections: [] };
  const { job } = must(await requestPublication(noor, input, { scheduled: false }));
  await call("getPublishJob", { params: { id, job: job.id } });
}
