import { setTimeout as pause } from "node:timers/promises";
import type { DeskClient } from "./desk-client";
import { randomText, type Subject } from "./fill-article";

/** An operation with its worst input. */
export interface StallOperation {
  name: string;
  /** The statuses that are right: a refusal is right for an input beyond the limits. */
  expected: readonly number[];
  run(client: DeskClient, subject: Subject): Promise<number>;
  /** Its input does not depend on the article, so it is measured once. */
  alone?: true;
}

const LONG = 2_000_000;
/** How often, and at most how many times, it is asked whether a publication is finished. */
const WAIT_MS = 500;
const MAX_WAITS = 240;
const empties = (length: number) => ({
  type: "doc",
  content: Array.from({ length }, () => ({ type: "paragraph" })),
});
const text = (value: string) => ({ title: "A text", content: { format: "text", value } });
const html = (value: string) => ({ title: "A text", content: { format: "html", value } });
const bytes = (value: string) => new TextEncoder().encode(value);
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
  ...exports(),
  ...sourceChecks(),
  ...imports(),
  ...inputs(),
  {
    name: "action: suggest positions of a claim",
    expected: [200],
    run: (client, { id, claimId }) => client.action(`/desk/articles/${id}`, "suggestPositions", { claimId }),
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
];

/** Publishes an article and waits until readers can open it: a long one is published by a job. */
async function publish(client: DeskClient, { id, slug }: Subject): Promise<number> {
  const status = await client.api("POST", `/articles/${id}/publish`, {});
  for (let waits = 0; status === 202 && waits < MAX_WAITS; waits++) {
    if ((await client.read(`/articles/${slug}/claims/1`)) === 200) return status;
    await pause(WAIT_MS);
  }
  return status === 202 ? 0 : status;
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
    get("API: search for articles", () => `/articles?q=${"%25_".repeat(50)}`),
    page("desk: open the article", ({ id }) => `/desk/articles/${id}`),
    page("desk: compare two versions", ({ id }) => `/desk/articles/${id}/versions`),
    page("desk: history", ({ id }) => `/desk/articles/${id}/history`),
    page("desk: board", () => "/desk/board"),
    page("desk: review", () => "/desk/review"),
    page("desk: sources", () => "/desk/sources?q=release"),
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
    { ...page("first publication", (slug) => `/articles/${slug}/publications/1`), expected: [200, 307] },
    page("front page", () => "/"),
    page("corrections", () => "/corrections"),
    page("PDF, first time", (slug) => `/articles/${slug}/report.pdf`),
    page("PDF, from memory", (slug) => `/articles/${slug}/report.pdf`),
  ];
}

function exports(): StallOperation[] {
  return ["html", "claimreview", "pdf"].map((format) => ({
    name: `API: export ${format}`,
    expected: [200],
    run: (client, { id }) => client.api("GET", `/articles/${id}/exports/${format}`),
  }));
}

function sourceChecks(): StallOperation[] {
  const action = (name: string, action: string, input: (subject: Subject) => object): StallOperation => ({
    name: `action: ${name}`,
    expected: [200],
    run: (client, subject) => client.action(`/desk/articles/${subject.id}`, action, input(subject)),
  });
  return [
    action("check an excerpt of 20 parts in “1,” × 500,000", "checkExcerpt", ({ sourceId }) => ({
      sourceId,
      excerpt: "1,1,1 … ".repeat(20),
    })),
    action("check an excerpt of 1,200 parts", "checkExcerpt", ({ sourceId }) => ({
      sourceId,
      excerpt: "1,1,1 … ".repeat(1200),
    })),
    action("open a copy of a million characters", "readCopy", ({ sourceId }) => ({ sourceId })),
    action("check all excerpts of a claim", "checkEvidenceCopies", ({ claimId }) => ({ claimId })),
    action("suggest sources", "suggestSources", () => ({ query: "rel" })),
  ];
}

function imports(): StallOperation[] {
  const article = (name: string, body: () => object, expected = [201]): StallOperation => ({
    name: `API: import ${name}`,
    expected,
    alone: true,
    run: (client) => client.api("POST", "/articles", { ...body(), ifKnown: "import" }),
  });
  const file = (name: string, content: () => Uint8Array, expected: number[]): StallOperation => ({
    name: `API: import the file ${name}`,
    expected,
    alone: true,
    run: (client) => client.upload(name, content()),
  });
  return [
    article("text of 100,000 words", () => text(randomText(100_000, 7))),
    article("a line of two million letters", () => text("a".repeat(LONG))),
    article("600,000 short lines", () => text("ab\n".repeat(600_000)), [422]),
    article("20,000 wrapped lines", () => text(`${"word ".repeat(12)}and\n`.repeat(20_000))),
    article("20,000 levels of quotation", () => text(`${">".repeat(20_000)}a\n`.repeat(3))),
    article("two million Chinese characters", () => text("贸易增长".repeat(LONG / 4))),
    article("HTML of 100,000 nested elements", () => html("<div>".repeat(100_000)), [422]),
    article("HTML with 300,000 elements", () => html("<p><b>a</b>".repeat(300_000)), [201, 422]),
    article("HTML with an attribute of 3 MB", () => html(`<p title="${"a".repeat(3_000_000)}">One</p>`)),
    article("HTML with 100,000 raised figures", () => html("1<sup>2</sup>".repeat(100_000)), [201, 422]),
    article(
      "HTML with a list that counts down from 100,000",
      () => html(`<ol reversed>${"<li>a".repeat(100_000)}</ol>`),
      [201, 422],
    ),
    file("notes.md", () => bytes("[^1]: a\n".repeat(200_000)), [201, 422]),
    file("nested.md", () => bytes(">".repeat(1_000_000)), [422]),
    file("links.md", () => bytes("[a](b)".repeat(300_000)), [201, 422]),
    file("broken.pdf", () => bytes(`%PDF-1.4\n${"1 0 obj<<".repeat(300_000)}`), [422]),
    file("groups.rtf", () => bytes(`{\\rtf1 ${"{".repeat(3_000_000)}`), [422]),
    file("cells.rtf", () => bytes(`{\\rtf1 ${"\\cell ".repeat(500_000)}`), [422]),
    file(
      "blanks.eml",
      () =>
        bytes(
          `MIME-Version: 1.0\nContent-Type: text/plain\nContent-Transfer-Encoding: quoted-printable\n\n${" ".repeat(3_000_000)}x`,
        ),
      [201, 422],
    ),
    file("broken.docx", () => bytes(`PK\u0003\u0004${"a".repeat(3_000_000)}`), [422]),
    {
      name: "action: import a document of 60,000 empty paragraphs",
      expected: [200],
      alone: true,
      run: (client) =>
        client.action("/desk/articles/new", "importArticleAction", {
          title: "Empty",
          content: { format: "document", value: empties(60_000) },
        }),
    },
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
    name: `action: read ${name}`,
    expected: [200],
    run: (client, { id }) => client.action(`/desk/articles/${id}`, "readCitations", { text: value() }),
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
