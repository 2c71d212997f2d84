import { beforeAll, expect, test } from "vitest";
import { ok } from "@/lib/result";
import { titleKeyOf } from "@/lib/sources/title-key";
import { makePerson } from "@/lib/testing/factories";
import { withTestDatabase } from "@/lib/testing/test-database";
import { listMatchingSources, listSources, listSourcesAfter, searchSources } from "./source-search";
import { insertSource, type SourceFields } from "./sources";
import { inTransaction } from "./transaction";

withTestDatabase();

const SOURCES: Partial<SourceFields>[] = [
  { title: "Zürich Übersicht", publisher: "Amt für Statistik" },
  { title: "100% of voters", url: "https://example.org/a_b", urlKey: "example.org/a_b" },
  { title: "100 of voters", url: "https://example.org/axb", urlKey: "example.org/axb" },
  { title: 'O\'Brien "quoted" \\ back', authors: ["O'Brien, Ann", "Müller, Jörg"] },
  { title: "Customs release", publisher: "Office", kind: "dataset" },
  { title: "Ελλάδα ΣΤΑΤΙΣΤΙΚΗ", publisher: null },
];

beforeAll(async () => {
  const { id: createdById } = await makePerson();
  for (const each of SOURCES)
    await inTransaction(async (tx) =>
      ok(
        await insertSource(tx, {
          title: "",
          url: null,
          urlKey: null,
          publisher: null,
          publishedOn: null,
          kind: "web_page",
          primary: false,
          confidential: false,
          ...each,
          titleKey: titleKeyOf(each.title ?? ""),
          createdById,
        }),
      ),
    );
});

const all = { kind: null, state: null };

test.each<[string, string[]]>([
  ["zürich", ["Zürich Übersicht"]],
  ["ÜBERSICHT amt", ["Zürich Übersicht"]],
  ["zurich", ["Zürich Übersicht"]],
  ["zürïch", ["Zürich Übersicht"]],
  ["100%", ["100% of voters"]],
  ["100", ["100 of voters", "100% of voters"]],
  ["a_b", ["100% of voters"]],
  ["a%b", []],
  ["o'brien", ['O\'Brien "quoted" \\ back']],
  ['"quoted"', ['O\'Brien "quoted" \\ back']],
  ["\\", ['O\'Brien "quoted" \\ back']],
  ["jörg ann", ['O\'Brien "quoted" \\ back']],
  ["customs zürich", []],
  ["office", ["Customs release"]],
  ["of", ["Customs release", "100 of voters", "100% of voters"]],
  ["στατιστικη", ["Ελλάδα ΣΤΑΤΙΣΤΙΚΗ"]],
  ["  release \n customs ", ["Customs release"]],
  ['\'; DROP TABLE "Source"; --', []],
])("searching sources for %j", async (query, titles) => {
  const titlesOf = (sources: readonly { title: string }[]) => sources.map(({ title }) => title);
  expect(titlesOf(await searchSources(query, 8))).toEqual(titles);
  const page = await listSources({ ...all, query }, 50);
  expect([titlesOf(page.sources), page.total]).toEqual([titles, titles.length]);
  const ofApi = await listSourcesAfter(query, 50, null);
  expect([titlesOf(ofApi.items), ofApi.total, ofApi.nextCursor]).toEqual([titles, titles.length, null]);
});

test("pages of a search follow each other without gaps", async () => {
  const whole = (await listSources({ ...all, query: "o" }, 50)).sources.map(({ id }) => id);
  const paged: string[] = [];
  for (let offset = 0; offset < whole.length; offset += 2)
    paged.push(...(await listSources({ ...all, query: "o" }, 2, offset)).sources.map(({ id }) => id));
  expect(paged).toEqual(whole);
  const stepped = await listMatchingSources({ ...all, query: "o" }, 2, null);
  const rest = await listMatchingSources({ ...all, query: "o" }, 50, stepped.at(-1)?.id ?? null);
  expect(new Set([...stepped, ...rest].map(({ id }) => id))).toEqual(new Set(whole));
});

test("the library filters by kind and by use", async () => {
  const of = async (filter: Partial<Parameters<typeof listSources>[0]>) =>
    (await listSources({ ...all, query: "", ...filter }, 50)).total;
  expect(await of({ kind: "dataset" })).toBe(1);
  expect(await of({ state: "unused" })).toBe(SOURCES.length);
  expect(await of({ state: "not-saved" })).toBe(2);
  expect(await of({ state: "unused", query: "voters" })).toBe(2);
});
