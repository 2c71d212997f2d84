import { randomUUID } from "node:crypto";
import type { DeskClient } from "./desk-client";
import type { Subject } from "./fill-article";
import type { StallOperation } from "./stall-operation";

/** The largest bodies that calls accept, in bytes: as JSON, the file in it before it is in base64, and the files of forms. */
const LARGEST = {
  json: 4 * 1024 * 1024 - 1000,
  fileInJson: 3 * 1024 * 1024 - 1000,
  wordFile: 32 * 1024 * 1024,
  /** Four million characters and two million, of three bytes each. */
  claimFile: 12_000_000,
  citations: 6_000_000,
} as const;

/** Calls of the API besides those that articles are imported, replaced and published by: lists of an article, and the largest bodies. */
export function apiOperations(): StallOperation[] {
  const get = (name: string, path: (subject: Subject) => string): StallOperation => ({
    name: `API: ${name}`,
    expected: [200],
    run: (client, subject) => client.api("GET", path(subject)),
  });
  const post = (
    name: string,
    expected: number,
    send: (client: DeskClient, subject: Subject) => Promise<number>,
  ): StallOperation => ({ name: `API: ${name}`, expected: [expected], run: send });
  return [
    get("claims as a container of annotations", ({ id }) => `/articles/${id}/annotations`),
    get("claims as a page of annotations", ({ id }) => `/articles/${id}/annotations?page=0`),
    get("comments", ({ id }) => `/articles/${id}/threads?limit=100`),
    get("history", ({ id }) => `/articles/${id}/history`),
    get("versions", ({ id }) => `/articles/${id}/versions?limit=100`),
    get("one version", ({ id }) => `/articles/${id}/versions/1`),
    get("publications", ({ id }) => `/articles/${id}/publications?limit=100`),
    get("history of a claim", ({ claimId }) => `/claims/${claimId}/history`),
    get("votes on a claim", ({ claimId }) => `/claims/${claimId}/ballot`),
    get("people who can be assigned", () => "/assignees?q=a"),
    get("sources", () => "/sources?q=release&limit=100"),
    get("claimants", () => "/claimants?q=a&limit=100"),
    post("an annotation that a claim can't have", 422, (client, { id }) =>
      client.api("POST", `/articles/${id}/annotations`, {
        type: "Annotation",
        body: Array(10_000).fill({ type: "TextualBody", value: "x" }),
        target: { source: "x", selector: { type: "TextQuoteSelector", exact: "a ".repeat(10_000) } },
      }),
    ),
    post("attach the largest file in base64", 201, (client, { sourceId }) =>
      client.api("POST", `/sources/${sourceId}/attachments`, {
        name: `${randomUUID()}.txt`,
        file: Buffer.alloc(LARGEST.fileInJson, `${randomUUID()} release\n`).toString("base64"),
      }),
    ),
    post("the largest JSON, which is no Word file", 422, (client, { id }) =>
      client.api("POST", `/articles/${id}/word-changes?preview=true`, { file: "A".repeat(LARGEST.json) }),
    ),
    post("a JSON body that is too large", 413, (client, { id }) =>
      client.api("POST", `/articles/${id}/word-changes?preview=true`, { file: "A".repeat(6 * LARGEST.json) }),
    ),
    post("the largest JSON, with another text in it", 422, (client, { id }) =>
      client.api("POST", `/articles/${id}/versions/preview`, {
        content: { format: "text", value: "<&\\\n".repeat(LARGEST.json / 6) },
      }),
    ),
    post("the largest form, which is no Word file", 422, (client, { id }) =>
      client.sendFile(`/articles/${id}/word-changes?preview=true`, Buffer.alloc(LARGEST.wordFile, "A")),
    ),
    post("the largest form, whose comments are chosen one by one", 422, (client, { id }) =>
      client.sendFile(`/articles/${id}/comment-imports?preview=true`, Buffer.alloc(LARGEST.wordFile, "PK"), {
        rows: JSON.stringify(Array.from({ length: 5000 }, (_, row) => row)),
      }),
    ),
    post("the largest form, with another text in it", 422, (client, { id }) =>
      client.sendFile(`/articles/${id}/versions/preview`, Buffer.alloc(LARGEST.wordFile, "<&\\\n")),
    ),
    post("the largest form of claims", 422, (client, { id }) =>
      client.sendFile(`/articles/${id}/imports?preview=true`, Buffer.alloc(LARGEST.claimFile, "贸")),
    ),
    post("the largest form of citations", 422, (client) =>
      client.sendFile("/sources/citations?preview=true", Buffer.alloc(LARGEST.citations, "贸")),
    ),
  ];
}

/** The pages of readers as Markdown. */
export function markdownOperations(): StallOperation[] {
  const month = new Date().toISOString().slice(0, 7);
  const pages: [string, (slug: string) => string][] = [
    ["article", (slug) => `/articles/${slug}.md`],
    ["one claim", (slug) => `/articles/${slug}/claims/1.md`],
    ["first publication", (slug) => `/articles/${slug}/publications/1.md`],
    ["front page", () => "/index.md"],
    ["month", () => `/archive/${month}.md`],
    ["search", () => "/search.md?q=release"],
    ["corrections", () => "/corrections.md"],
  ];
  return pages.map(([name, path]) => ({
    name: `reader: ${name} as Markdown`,
    expected: [200, 307],
    run: (client, { slug }) => client.read(path(slug)),
  }));
}
