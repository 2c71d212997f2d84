import { setTimeout as pause } from "node:timers/promises";
import { type DeskReadName, READS_ADDRESS } from "../../../lib/live/desk-read";
import { apiOperations, markdownOperations } from "./api-operations";
import type { DeskClient } from "./desk-client";
import { deskOperations } from "./desk-operations";
import type { Subject } from "./fill-article";
import { empties, importOperations } from "./import-operations";
import { randomText } from "./random-text";
import type { StallOperation } from "./stall-operation";
import { newsroomOperations, visitorOperations } from "./visitor-operations";
import { claimImportOperations, exportOperations, workOperations } from "./work-operations";

/** How often, and at most how many times, it is asked whether a publication is finished. */
const WAIT_MS = 500;
const MAX_WAITS = 240;
const claim = (fields: object) => ({ anchor: { start: 0, end: 5 }, ...fields });

/** In the order in which they are run: the article is published in between, and replaced at the end. */
export const STALL_OPERATIONS: readonly StallOperation[] = [
  {
    // How noisy the machine is.
    name: "nothing, for three seconds",
    expected: [0],
    alone: true,
    run: () => pause(3000, 0),
  },
  ...lookups(),
  {
    name: "API: publish",
    expected: [201, 202],
    run: publish,
  },
  {
    name: "API: publish, nothing changed",
    expected: [409, 422],
    run: (client, { id }) => client.api("POST", `/articles/${id}/publish`, {}),
  },
  ...readerPages(),
  ...markdownOperations(),
  ...apiOperations(),
  ...exportOperations(),
  ...redactions(),
  ...sourceChecks(),
  ...importOperations(),
  ...inputs(),
  ...visitorOperations(),
  ...newsroomOperations(),
  ...deskOperations(),
  ...workOperations(),
  {
    name: "desk: suggest positions of a claim",
    expected: [200],
    run: (client, { claimId }) => client.post("/desk/reads/positions", { claimId }),
  },
  {
    name: "API: preview of an unrelated new text",
    expected: [200],
    run: (client, { id, words }) =>
      client.api("POST", `/articles/${id}/versions/preview`, {
        content: { format: "text", value: randomText(words, words + 1) },
      }),
  },
  {
    name: "API: replace the text by an unrelated one",
    expected: [201],
    run: (client, { id, words }) =>
      client.api("POST", `/articles/${id}/versions`, {
        content: { format: "text", value: randomText(words, words + 1) },
      }),
  },
  {
    name: "desk: compare two unrelated versions",
    expected: [200],
    run: (client, { id }) => client.desk(`/desk/articles/${id}/versions?from=2&to=3`),
  },
  // Last, as the article has twice as many claims afterwards.
  ...claimImportOperations(),
];

/** Publishes an article and waits until readers can open it: a long one is published by a job. */
async function publish(client: DeskClient, { id, slug }: Subject): Promise<number> {
  const status = await client.api("POST", `/articles/${id}/publish`, {});
  if (status !== 201 && status !== 202) return status;
  for (let waits = 0; waits < MAX_WAITS; waits++) {
    if ((await client.read(`/articles/${slug}/claims/1`)) === 200) return status;
    await pause(WAIT_MS);
  }
  return 0;
}

function lookups(): StallOperation[] {
  const get = (name: string, path: (subject: Subject) => string): StallOperation => ({
    name,
    expected: [200],
    run: (client, subject) => client.api("GET", path(subject)),
  });
  const page = (name: string, path: (subject: Subject) => string): StallOperation => ({
    name,
    expected: [200],
    run: (client, subject) => client.desk(path(subject)),
  });
  return [
    get("API: article", ({ id }) => `/articles/${id}`),
    get("API: 100 claims", ({ id }) => `/articles/${id}/claims?limit=100`),
    get("API: one claim of the list", ({ id }) => `/articles/${id}/claims?limit=1`),
    get("API: 100 checks of the record", ({ id }) => `/articles/${id}/checks?limit=100`),
    get("API: search for claims", () => `/search/claims?q=${"%25_a ".repeat(40)}`),
    {
      name: "API: suggestions for a text of 200,000 characters",
      expected: [200],
      alone: true,
      run: (client) => client.api("POST", "/suggestions", { text: "Mr. A said “5 %. ".repeat(11_000) }),
    },
    get("API: search for articles", () => `/articles?q=${"%25_".repeat(50)}`),
    page("desk: open the article", ({ id }) => `/desk/articles/${id}`),
    page("desk: compare two versions", ({ id }) => `/desk/articles/${id}/versions`),
    page("desk: history", ({ id }) => `/desk/articles/${id}/history`),
    page("desk: record of checking", ({ id }) => `/desk/articles/${id}/checks`),
    page("desk: record of checking as CSV", ({ id }) => `/desk/articles/${id}/checks/export`),
    page("desk: board", () => "/desk/board"),
    page("desk: review", () => "/desk/review"),
    page("desk: sources", () => "/desk/sources?q=release"),
    page("desk: claimants", () => `/desk/claimants?q=${"a".repeat(100)}`),
    {
      name: "desk: search for 200 characters",
      expected: [200],
      run: (client) => client.post("/desk/reads/desk-search", { query: "a b ".repeat(50) }),
    },
    {
      name: "desk: suggest claimants",
      expected: [200],
      run: (client) => client.post("/desk/reads/claimants", { query: "%_a ".repeat(25) }),
    },
    {
      name: "desk: all ticks",
      expected: [200],
      run: (client, { id }) => client.post("/desk/ticks", { articleId: id, ids: null }),
    },
    {
      name: "desk: all changes since the beginning",
      expected: [200],
      run: (client, { id }) => client.post("/desk/changes", { articleId: id, since: 0 }),
    },
  ];
}

function readerPages(): StallOperation[] {
  const page = (name: string, path: (slug: string) => string): StallOperation => ({
    name: `reader: ${name}`,
    expected: [200],
    run: (client, { slug }) => client.read(path(slug)),
  });
  return [
    page("article", (slug) => `/articles/${slug}`),
    page("report", (slug) => `/articles/${slug}/report`),
    page("one claim", (slug) => `/articles/${slug}/claims/1`),
    // The latest publication's claims have the shorter address.
    {
      ...page("one claim of the first publication", (slug) => `/articles/${slug}/publications/1/claims/1`),
      expected: [200, 307],
    },
    page("embedded article", (slug) => `/embed/articles/${slug}`),
    page("embedded claim", (slug) => `/embed/articles/${slug}/claims/1`),
    page("offline file", (slug) => `/articles/${slug}/report.html`),
    { ...page("first publication", (slug) => `/articles/${slug}/publications/1`), expected: [200, 307] },
    page("front page", () => "/"),
    page("corrections", () => "/corrections"),
    page("PDF, first time", (slug) => `/articles/${slug}/report.pdf`),
    page("PDF, from memory", (slug) => `/articles/${slug}/report.pdf`),
    page("picture of the article, first time", (slug) => `/articles/${slug}/card.png`),
    page("picture of the article, from memory", (slug) => `/articles/${slug}/card.png`),
    {
      name: "reader: pictures of 500 claims at once",
      // Those that would wait too long are asked to come back.
      expected: [200, 503],
      run: async (client, { slug }) => {
        const numbers = Array.from({ length: 500 }, (_, index) => index + 1);
        const answers = await Promise.all(
          numbers.map((number) => client.read(`/articles/${slug}/claims/${number}/card.png`)),
        );
        return Math.max(...answers);
      },
    },
    page("marks for the publisher's page", (slug) => `/articles/${slug}/marks.json`),
    page("feed", () => "/feed.xml"),
    page("sitemap of a month", () => `/sitemap.xml?period=${new Date().toISOString().slice(0, 7)}`),
    page("ClaimReviews of all articles", () => "/claimreview.json"),
    page("ClaimReviews as a table", () => "/data/fact-checks.csv"),
  ];
}

/** Takes a word out of every claim, and reads afterwards what readers can reach. */
function redactions(): StallOperation[] {
  const page = (name: string, path: (slug: string) => string): StallOperation => ({
    name: `reader: ${name}, redacted`,
    expected: [200],
    run: (client, { slug }) => client.read(path(slug)),
  });
  const target = { kind: "text", text: "says" };
  return [
    {
      name: "desk: preview a redaction in every claim",
      expected: [200],
      run: (client, { id }) => client.post("/desk/reads/redaction-preview", { articleId: id, target }),
    },
    {
      name: "API: redact a word in every claim",
      expected: [201],
      run: (client, { id }) =>
        client.api("POST", `/articles/${id}/redactions`, { target, reason: "At a court's order." }),
    },
    page("article", (slug) => `/articles/${slug}`),
    { ...page("first publication", (slug) => `/articles/${slug}/publications/1`), expected: [200, 307] },
    page("report", (slug) => `/articles/${slug}/report`),
    page("one claim", (slug) => `/articles/${slug}/claims/1`),
    page("ClaimReviews of all articles", () => "/claimreview.json"),
    {
      name: "API: export html, redacted",
      expected: [200],
      run: (client, { id }) => client.api("GET", `/articles/${id}/exports/html`),
    },
  ];
}

function sourceChecks(): StallOperation[] {
  const read = (
    name: string,
    address: DeskReadName,
    input: (subject: Subject) => object,
  ): StallOperation => ({
    name: `desk: ${name}`,
    expected: [200],
    run: (client, subject) => client.post(`${READS_ADDRESS}/${address}`, input(subject)),
  });
  return [
    read("check an excerpt of 20 parts in “1,” × 500,000", "excerpt", ({ sourceId }) => ({
      sourceId,
      excerpt: "1,1,1 … ".repeat(20),
    })),
    read("check an excerpt of 1,200 parts", "excerpt", ({ sourceId }) => ({
      sourceId,
      excerpt: "1,1,1 … ".repeat(1200),
    })),
    read("open a copy of a million characters", "copy-text", ({ sourceId }) => ({ sourceId })),
    read("check all excerpts of a claim", "evidence-copies", ({ claimId }) => ({ claimId })),
    read("suggest sources", "sources", () => ({ query: "rel" })),
  ];
}

function inputs(): StallOperation[] {
  const create = (name: string, fields: () => object, expected = [422]): StallOperation => ({
    name: `API: claim with ${name}`,
    expected,
    run: (client, { id }) => client.api("POST", `/articles/${id}/claims`, claim(fields())),
  });
  const write = (name: string, rationaleDoc: unknown): StallOperation => ({
    name: `desk: claim with ${name}`,
    expected: [200],
    run: (client, { id, versionId }) =>
      client.post("/desk/writes", {
        kind: "claim.create",
        input: {
          articleId: id,
          versionId,
          idempotencyKey: crypto.randomUUID(),
          anchor: { start: 0, end: 5 },
          statement: "It rose.",
          kind: "event",
          verdict: { ratingKey: "true", rationaleDoc },
        },
      }),
  });
  const citations = (name: string, value: () => string): StallOperation => ({
    name: `desk: read ${name}`,
    expected: [200],
    run: (client) => client.post("/desk/reads/citations", { text: value() }),
    alone: true,
  });
  return [
    create(
      "a rationale of 60,000 empty paragraphs",
      () => ({
        verdict: { rating: "true", rationale: `a${"\n".repeat(60_000)}b` },
      }),
      [201, 422],
    ),
    write("a rationale of 60,000 empty paragraphs", empties(60_000)),
    write("a rationale of 1,900 empty paragraphs", empties(1900)),
    create("300,000 tags", () => ({ tags: Array.from({ length: 300_000 }, () => "a") })),
    create("300,000 sources", () => ({ evidence: Array.from({ length: 300_000 }, () => ({})) }), [413, 422]),
    create(
      "a quote of a million characters",
      () => ({ anchor: { exact: "a ".repeat(500_000) } }),
      [404, 409, 422],
    ),
    citations("BibTeX with an entry of a megabyte", () => `@article{a, title={${"{".repeat(1_000_000)}}`),
    citations("BibTeX with 1,000 entries", () =>
      Array.from({ length: 1000 }, (_, index) => `@article{a${index}, title={T ${index}}, year={2020}}`).join(
        "\n",
      ),
    ),
    citations("RIS with a field of a megabyte", () => `TY  - JOUR\nTI  - ${"a ".repeat(500_000)}\nER  - `),
    citations("CSL-JSON with a name of a megabyte", () =>
      JSON.stringify([{ type: "book", title: "T", author: [{ literal: "a".repeat(1_000_000) }] }]),
    ),
  ];
}
