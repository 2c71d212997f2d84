import { expect, test } from "vitest";
import { changeUrlKey, listUrlKeys } from "@/lib/db/known-sources";
import { makePerson, must } from "@/lib/testing/factories";
import { withTestDatabase } from "@/lib/testing/test-database";
import { createSource } from "./create-source";
import { rekeySources } from "./rekey-sources";

withTestDatabase();

async function source(url: string, fields: object = {}) {
  return must(await createSource(await makePerson(), { url, title: url, kind: "web_page", ...fields }));
}

const keys = async () => new Map((await listUrlKeys()).map(({ id, urlKey }) => [id, urlKey]));

test("sources are found by the normal form of today, and two that are the same stay two", async () => {
  const first = (await source("https://m.example.org/a?gbraid=1")).source;
  const second = (await source("https://example.org/b")).source;
  const third = (await source("https://example.org/c")).source;
  // As an older release wrote them.
  await changeUrlKey(first.id, "example.org/a", "m.example.org/a?gbraid=1");
  await changeUrlKey(third.id, "example.org/c", "m.example.org/b");
  await rekeySources();
  expect(await keys()).toEqual(
    new Map([
      [first.id, "example.org/a"],
      [second.id, "example.org/b"],
      [third.id, "example.org/c"],
    ]),
  );
  await changeUrlKey(second.id, "example.org/b", "m.example.org/b");
  const again = (await source("https://example.org/b")).source;
  await rekeySources();
  expect((await keys()).get(second.id)).toBe("m.example.org/b");
  expect((await keys()).get(again.id)).toBe("example.org/b");
});

test.each([
  ["http://dx.doi.org/10.1000/ONE", "https://doi.org/10.1000%2Fone"],
  ["https://youtu.be/one", "https://www.youtube.com/watch?v=one&t=5"],
  ["https://en.m.wikipedia.org/wiki/One", "https://en.wikipedia.org/wiki/One#History"],
])("%s and %s are one source", async (one, other) => {
  const made = await source(one);
  expect(await source(other)).toEqual({ source: made.source, created: false, knownBy: "address" });
});

test("a work is known by the DOI that its address leads to", async () => {
  const made = await source("https://doi.org/10.1000/two");
  expect(made.source.doi).toBe("10.1000/two");
  const known = await source("https://journal.example.org/two", { doi: "10.1000/TWO" });
  expect(known).toEqual({ source: made.source, created: false, knownBy: "address" });
});

test("what a page's scripts tell apart stays apart", async () => {
  expect((await source("https://one.example.org/#/a")).created).toBe(true);
  expect((await source("https://one.example.org/#/b")).created).toBe(true);
});
