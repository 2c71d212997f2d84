import { describe, expect, test } from "vitest";
import { clientOf } from "@/lib/db/transaction";
import type { CslData } from "@/lib/sources/csl-data";
import { makeClaim, makePerson, must } from "@/lib/testing/factories";
import { makeCslItems } from "@/lib/testing/make-csl-items";
import { withTestDatabase } from "@/lib/testing/test-database";
import { browseSources } from "./browse-sources";
import { exportLibrary, exportSource } from "./export-citations";
import { importCitations, previewCitations } from "./import-sources";

withTestDatabase();

/** Three entries with a word of their own: by address, by DOI, by title alone. */
function threeEntries(own = crypto.randomUUID().slice(0, 8)) {
  const text = `@online{a, title={Page ${own}}, url={https://www.example.org/${own}/?utm_source=x}, author={Aziz, Noor}}
@article{b, title={Study ${own}}, journal={Trade Studies}, doi={10.1000/${own}}, year={2024}}
@misc{c, title={Talk ${own}}, year={2023}}`;
  return { own, text };
}

const all = [0, 1, 2];

async function find(query: string) {
  return must(await browseSources(await makePerson(), { query })).sources;
}

describe("importing", () => {
  test("entries become sources, once, each with its audit event", async () => {
    const person = await makePerson({ role: "checker" });
    const { own, text } = threeEntries();
    expect(must(await importCitations(person, { text, chosen: all }))).toEqual({ taken: 3, known: 0 });
    expect(must(await importCitations(person, { text, chosen: all }))).toEqual({ taken: 0, known: 3 });
    const sources = await find(own);
    expect(sources).toHaveLength(3);
    expect(sources.find(({ title }) => title === `Study ${own}`)).toMatchObject({
      doi: `10.1000/${own}`,
      publisher: null,
      details: { containerTitle: "Trade Studies" },
      publishedOn: "2024",
      kind: "article",
    });
    const events = await clientOf().auditEvent.findMany({
      where: { action: "source.create", targetId: { in: sources.map(({ id }) => id) } },
    });
    expect(events.map(({ actorId }) => actorId)).toEqual(Array(3).fill(person.id));
  });

  test("two at the same moment make no doubles, nor does an entry that stands twice", async () => {
    const person = await makePerson();
    const { own, text } = threeEntries();
    const twice = `${text}\n${text}`;
    const chosen = [0, 1, 2, 3, 4, 5];
    const both = await Promise.all([
      importCitations(person, { text: twice, chosen }),
      importCitations(person, { text: twice, chosen }),
    ]);
    expect(both.map((each) => must(each).taken).sort()).toEqual([0, 3]);
    expect(await find(own)).toHaveLength(3);
  });

  test("only what was chosen, and nothing when one of it has a problem", async () => {
    const person = await makePerson();
    const { own, text } = threeEntries();
    expect(must(await importCitations(person, { text, chosen: [1] })).taken).toBe(1);
    const broken = `${text}\n@online{d, title={Bad ${own}}, url={javascript:alert(1)}}`;
    expect(await importCitations(person, { text: broken, chosen: [0, 3] })).toMatchObject({
      error: { kind: "invalid", message: expect.stringContaining(`Bad ${own}`) },
    });
    expect(await importCitations(person, { text, chosen: [7] })).toMatchObject({
      error: { kind: "invalid" },
    });
    expect(await find(own)).toHaveLength(1);
  });
});

test("the preview says what is new, known by another form of its address, or has a problem", async () => {
  const { own, text } = threeEntries();
  const claim = await makeClaim({
    evidence: [{ stance: "supports", source: { title: "Cited", url: `http://example.org/${own}` } }],
  });
  const preview = must(
    await previewCitations(await makePerson(), { text: `${text}\n@online{d, url={https://example.org}}` }),
  );
  expect(preview.format).toBe("bibtex");
  expect(preview.entries.map(({ known, problems }) => [known?.id ?? null, problems.length])).toEqual([
    [claim.evidence[0]?.source.id, 0],
    [null, 0],
    [null, 0],
    [null, 1],
  ]);
});

test("what is no entry is refused with what to do", async () => {
  expect(await previewCitations(await makePerson(), { text: "10.1000/182" })).toMatchObject({
    error: { kind: "invalid", fields: { text: [expect.stringContaining("A DOI alone")] } },
  });
});

describe("export", () => {
  const textOf = ({ body }: { body: Uint8Array }) => new TextDecoder().decode(body);

  test("what a filter shows, without confidential sources, and it can be imported again", async () => {
    const person = await makePerson();
    const { own, text } = threeEntries();
    must(await importCitations(person, { text, chosen: all }));
    const hidden = await makeClaim({
      evidence: [{ stance: "supports", source: { title: `Hidden ${own}`, confidential: true } }],
    });
    const file = must(await exportLibrary(person, { filter: { query: own }, format: "ris" }));
    expect(file).toMatchObject({ name: "sources.ris", exported: 3, excluded: 1 });
    expect(textOf(file)).not.toContain("Hidden");
    const preview = must(await previewCitations(person, { text: textOf(file) }));
    expect(preview.entries.every(({ known }) => known !== null)).toBe(true);
    expect(
      await exportSource(person, { id: hidden.evidence[0]?.source.id ?? "", format: "ris" }),
    ).toMatchObject({ error: { kind: "invalid" } });
  });

  test("a library of every type of work is exported as it was imported", async () => {
    const person = await makePerson();
    // Each type twice; lib/citations checks more, without a database.
    const items = makeCslItems(90).map(
      (item, index): CslData => ({ ...item, id: item.id ?? `own-${index}` }),
    );
    const text = JSON.stringify(items);
    const chosen = items.map((_, index) => index);
    expect(must(await importCitations(person, { text, chosen }))).toEqual({ taken: 90, known: 0 });
    const file = must(await exportLibrary(person, { filter: { query: "Work" }, format: "csl-json" }));
    const byTitle = (list: CslData[]) =>
      [...list].sort((a, b) => (String(a.title) < String(b.title) ? -1 : 1));
    expect(byTitle(JSON.parse(textOf(file)))).toEqual(byTitle(items));
    expect(must(await importCitations(person, { text: textOf(file), chosen }))).toEqual({
      taken: 0,
      known: 90,
    });
  });

  test("more than are read at once", async () => {
    const person = await makePerson();
    const own = crypto.randomUUID().slice(0, 8);
    const createdById = person.id;
    const rows = Array.from({ length: 1001 }, (_, number) => ({
      title: `Many ${own} ${number}`,
      kind: "other" as const,
      primary: false,
      confidential: false,
      createdById,
    }));
    await clientOf().source.createMany({ data: rows });
    const file = must(await exportLibrary(person, { filter: { query: own }, format: "csl-json" }));
    expect(file.exported).toBe(1001);
    expect(JSON.parse(textOf(file))).toHaveLength(1001);
  });
});
