import { beforeEach, expect, test, vi } from "vitest";
import { listClaimsOfArticle } from "@/lib/db/claims";
import type { runInChildProcess } from "@/lib/isolation/run-in-child-process";
import { err } from "@/lib/result";
import { makeArticle, makeClaim, makePerson, must } from "@/lib/testing/factories";
import { withTestDatabase } from "@/lib/testing/test-database";
import { getDeskArticle } from "./get-desk-article";
import { replaceText } from "./replace-text";

/** What runs in processes of their own, what happens meanwhile, and how the next one ends if not with its result. */
const apart = vi.hoisted(() => ({
  names: [] as string[],
  meanwhile: async () => {},
  failure: null as "too-slow" | null,
}));
vi.mock("@/lib/isolation/run-in-child-process", async (importOriginal) => {
  const original = await importOriginal<{ runInChildProcess: typeof runInChildProcess }>();
  const run: typeof runInChildProcess = async (name, ...rest) => {
    apart.names.push(name);
    const { meanwhile } = apart;
    apart.meanwhile = async () => {};
    await meanwhile();
    return apart.failure ? err({ kind: apart.failure }) : original.runInChildProcess(name, ...rest);
  };
  return { ...original, runInChildProcess: run };
});

withTestDatabase();

beforeEach(() => {
  apart.names = [];
  apart.meanwhile = async () => {};
  apart.failure = null;
});

const LONG = Array.from({ length: 2000 }, (_, index) => `Sentence ${index} is here.`).join("\n");

async function makeMarked(value: string) {
  const author = await makePerson({ role: "editor" });
  const article = await makeArticle({ author, content: { format: "text", value } });
  await makeClaim({ article, author, anchor: { exact: "Sentence 7 is" }, statement: "Seven." });
  const { version } = must(await getDeskArticle(author, { articleId: article.id }));
  const replace = (value: string) =>
    replaceText(author, {
      articleId: article.id,
      versionId: version.id,
      content: { format: "text", value },
    });
  return { author, article, replace };
}

async function anchorsOf(articleId: string) {
  return (await listClaimsOfArticle(articleId))
    .sort((a, b) => a.number - b.number)
    .map(({ anchor }) => `${anchor.outcome} ${anchor.exact}`);
}

/** A long text whose lines are in another order. */
const REVERSED = LONG.split("\n").reverse().join("\n");

test.each([
  ["texts that hardly differ are compared here", `News.\n${LONG}`, []],
  ["others in a process of their own", REVERSED, ["draft-version"]],
])("%s", async (_, text, names) => {
  const { article, replace } = await makeMarked(LONG);
  expect(must(await replace(text)).outcomes).toMatchObject({ moved: 1 });
  expect(apart.names).toEqual(names);
  expect(await anchorsOf(article.id)).toEqual(["moved Sentence 7 is"]);
});

test("a claim that is marked meanwhile follows as well", async () => {
  const { author, article, replace } = await makeMarked(LONG);
  apart.meanwhile = async () => {
    await makeClaim({ article, author, anchor: { exact: "Sentence 9 is" }, statement: "Nine." });
  };
  expect(must(await replace(REVERSED)).outcomes).toMatchObject({ moved: 2 });
  expect(await anchorsOf(article.id)).toEqual(["moved Sentence 7 is", "moved Sentence 9 is"]);
});

test("a text that was replaced meanwhile is not replaced by an older one", async () => {
  const { author, article, replace } = await makeMarked(LONG);
  apart.meanwhile = async () => {
    must(await replace(`First.\n${LONG}`));
  };
  expect(await replace(REVERSED)).toMatchObject({ ok: false, error: { kind: "stale" } });
  const { version } = must(await getDeskArticle(author, { articleId: article.id }));
  expect([version.number, version.text.split("\n")[0]]).toEqual([2, "First."]);
});

test("texts that take too long to compare change nothing", async () => {
  const { author, article, replace } = await makeMarked(LONG);
  apart.failure = "too-slow";
  expect(await replace(REVERSED)).toMatchObject({ ok: false, error: { kind: "unavailable" } });
  expect(must(await getDeskArticle(author, { articleId: article.id })).version.number).toBe(1);
});

test("a text in another normal form, with other spaces and quotation marks, keeps every claim in place", async () => {
  const text = "Le café a coûté 240 euros, dit le “port”.\nRien d’autre.";
  const author = await makePerson({ role: "editor" });
  const article = await makeArticle({ author, content: { format: "text", value: text } });
  for (const exact of ["café a coûté", "240 euros", "“port”"])
    await makeClaim({ article, author, anchor: { exact }, statement: exact, state: "approved" });
  const { version } = must(await getDeskArticle(author, { articleId: article.id }));
  const value = text
    .normalize("NFD")
    .replace("240 euros", "240\u00a0euros")
    .replace(/[“”]/g, '"')
    .replace("’", "'");
  const { outcomes } = must(
    await replaceText(author, {
      articleId: article.id,
      versionId: version.id,
      content: { format: "text", value },
    }),
  );
  expect(outcomes).toEqual({ exact: 0, moved: 3, changed: 0, orphaned: 0 });
  expect((await listClaimsOfArticle(article.id)).map(({ state }) => state)).toEqual([
    "approved",
    "approved",
    "approved",
  ]);
});
