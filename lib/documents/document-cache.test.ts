import { expect, test, vi } from "vitest";
import type { Publication } from "@/lib/db/read-publication";
import { smallReport } from "@/lib/testing/reports/small-report";
import { DocumentCache } from "./document-cache";
import type { EncodedDocument } from "./encode-document";

const document: EncodedDocument = {
  status: 200,
  headers: {},
  bodies: { br: Buffer.from("b"), gzip: Buffer.from("g"), identity: Buffer.from("i") },
  etag: 'W/"1"',
  size: 3,
};

function filled(): DocumentCache {
  const cache = new DocumentCache();
  const store = cache.begin();
  store("article", document, "a");
  store("its claim", document, "a");
  store("other", document, "b");
  store("front page", document, null);
  return cache;
}

const KEYS = ["article", "its claim", "other", "front page"];
const found = (cache: DocumentCache) => KEYS.filter((key) => cache.find(key) !== null);

test.each<[string, (cache: DocumentCache) => void, string[]]>([
  ["nothing", () => undefined, KEYS],
  ["a change of an article", (cache) => cache.dropArticle("a"), ["other"]],
  [
    "a change of an article without documents",
    (cache) => cache.dropArticle("c"),
    ["article", "its claim", "other"],
  ],
  ["a change of everything", (cache) => cache.dropAll(), []],
])("after %s, what it makes out of date is gone", (_, change, kept) => {
  const cache = filled();
  change(cache);
  expect(found(cache)).toEqual(kept);
});

test.each<[string, (cache: DocumentCache) => void, string | null, boolean]>([
  ["nothing", () => undefined, "a", true],
  ["its article", (cache) => cache.dropArticle("a"), "a", false],
  ["another article", (cache) => cache.dropArticle("b"), "a", true],
  ["everything", (cache) => cache.dropAll(), "a", false],
  ["any article, for a list", (cache) => cache.dropArticle("b"), null, false],
  ["nothing, for a list", () => undefined, null, true],
])(
  "what was begun before a change of %s is stored only if it is up to date",
  (_, change, articleId, isStored) => {
    const cache = new DocumentCache();
    cache.dropArticle("a");
    const store = cache.begin();
    change(cache);
    store("article", document, articleId);
    expect(cache.find("article") !== null).toBe(isStored);
  },
);

test("each change begins a new generation", () => {
  const cache = new DocumentCache();
  const generations = [cache.generation];
  cache.dropArticle("a");
  generations.push(cache.generation);
  cache.dropAll();
  generations.push(cache.generation);
  expect(new Set(generations).size).toBe(3);
});

const publication = { articleId: "a", report: smallReport({}) } as Publication;

test.each<[string, (cache: DocumentCache) => void, number]>([
  ["nothing", () => undefined, 1],
  ["a change of its article", (cache) => cache.dropArticle("a"), 2],
  ["a change of another article", (cache) => cache.dropArticle("b"), 1],
  ["a change of everything", (cache) => cache.dropAll(), 2],
])("after %s, a publication is read again only if it may have changed", async (_, change, reads) => {
  const cache = new DocumentCache();
  let count = 0;
  const read = async () => {
    count++;
    return publication;
  };
  await cache.publicationOf("taxes", read);
  change(cache);
  expect(await cache.publicationOf("taxes", read)).toBe(publication);
  expect(count).toBe(reads);
});

test.each<[string, Publication | null, (cache: DocumentCache) => void]>([
  ["that changed while it was read", publication, (cache) => cache.dropArticle("a")],
  ["that is not there", null, () => undefined],
])("a publication %s is read again", async (_, found, change) => {
  const cache = new DocumentCache();
  let count = 0;
  const read = async () => {
    count++;
    change(cache);
    return found;
  };
  await cache.publicationOf("taxes", read);
  await cache.publicationOf("taxes", read);
  expect(count).toBe(2);
});

test.each<[string, (cache: DocumentCache) => void, number]>([
  ["nothing", () => undefined, 1],
  ["an article", (cache) => cache.dropArticle("a"), 2],
  ["everything", (cache) => cache.dropAll(), 2],
])("what searches can be narrowed by is read again after a change of %s", async (_, change, reads) => {
  const cache = new DocumentCache();
  const read = vi.fn(async () => ({ ratings: [], claimants: [], languages: ["en"], years: ["2026"] }));
  await cache.choicesFor(read);
  change(cache);
  expect(await cache.choicesFor(read)).toMatchObject({ languages: ["en"] });
  expect(read).toHaveBeenCalledTimes(reads);
});

test("what searches can be narrowed by is read again after it could not be read", async () => {
  const cache = new DocumentCache();
  const failing = async () => {
    throw new Error("no connection");
  };
  await expect(cache.choicesFor(failing)).rejects.toThrow("no connection");
  const choices = { ratings: [], claimants: [], languages: [], years: [] };
  expect(await cache.choicesFor(async () => choices)).toBe(choices);
});
