import { describe, expect, test } from "vitest";
import { NO_DETAILS } from "@/lib/sources/source-details";
import { makeClaim, makePerson, must } from "@/lib/testing/factories";
import { withTestDatabase } from "@/lib/testing/test-database";
import { addSource } from "./add-source";
import { createSource } from "./create-source";
import { findKnownSource } from "./find-known-source";
import { mergeSources } from "./merge-sources";
import { suggestSources } from "./suggest-sources";
import { updateSource } from "./update-source";

withTestDatabase();

async function source(fields: Partial<Parameters<typeof createSource>[1]> & { title: string }) {
  return must(await createSource(await makePerson(), { kind: "article", ...fields })).source;
}

describe("a source that is typed again", () => {
  test.each<[string, string]>([
    ["without its scheme", "www.example.org/trade"],
    ["with another scheme and www", "http://www.example.org/trade"],
    [
      "with a slash, tracking parameters and a fragment",
      "https://example.org/trade/?utm_source=x&fbclid=1#part",
    ],
    ["by its DOI", "10.1000/KNOWN"],
    ["by its DOI as an address", "https://doi.org/10.1000/known"],
  ])("is found by its address %s", async (_, address) => {
    const person = await makePerson();
    const known = must(
      await createSource(person, {
        title: "Trade",
        kind: "article",
        url: "https://example.org/trade",
        doi: "10.1000/known",
      }),
    ).source;
    expect(must(await findKnownSource(person, { address, title: "Something else" }))).toMatchObject({
      by: "address",
      source: { id: known.id },
    });
    expect(must(await suggestSources(person, { query: address }))[0]?.id).toBe(known.id);
  });

  test.each<[string, string, string]>([
    ["case", "World Outlook One", "world outlook ONE"],
    ["accents", "Économie française", "economie francaise"],
    ["punctuation", "Trade: a record (2024)", "Trade, a record – 2024"],
  ])("is found by its title in other %s", async (_, title, typed) => {
    const person = await makePerson();
    const known = await source({ title, url: `https://example.org/${encodeURIComponent(title)}` });
    expect(must(await findKnownSource(person, { title: typed }))).toMatchObject({
      by: "title",
      source: { id: known.id },
    });
    expect(must(await suggestSources(person, { query: typed }))[0]?.id).toBe(known.id);
  });

  test("a title at another address is another source", async () => {
    const person = await makePerson();
    await source({ title: "Press release", url: "https://one.example/a" });
    const typed = { title: "Press release", address: "https://two.example/a" };
    expect(must(await findKnownSource(person, typed))).toBeNull();
  });

  test("a confidential source is never found", async () => {
    const person = await makePerson();
    await source({ title: "Secret memo", url: "https://example.org/memo", confidential: true });
    expect(must(await findKnownSource(person, { title: "Secret memo" }))).toBeNull();
    expect(must(await findKnownSource(person, { address: "https://example.org/memo" }))).toBeNull();
  });

  test.each(["", " ", "…", "https://", "not an address"])("“%s” finds nothing", async (typed) => {
    expect(must(await findKnownSource(await makePerson(), { address: typed, title: "…" }))).toBeNull();
  });

  test("a title that is typed again is offered, and can be added all the same", async () => {
    const person = await makePerson();
    const known = await source({ title: "Yearbook of trade" });
    const add = (allowSameTitle: boolean) =>
      addSource(person, { address: "", title: "YEARBOOK of trade!", allowSameTitle });
    expect(must(await add(false))).toMatchObject({ kind: "same-title", source: { id: known.id } });
    expect(must(await add(true))).toMatchObject({ kind: "added" });
  });

  test("a renamed source is found by its new title only", async () => {
    const person = await makePerson();
    const { id, revision } = await source({ title: "First name of it" });
    must(await updateSource(person, { id, revision, title: "Second name of it", kind: "article" }));
    expect(must(await findKnownSource(person, { title: "First name of it" }))).toBeNull();
    expect(must(await findKnownSource(person, { title: "second name of it" }))).toMatchObject({
      source: { id },
    });
  });
});

describe("the details of a source", () => {
  const details = { ...NO_DETAILS, containerTitle: "Trade Studies", volume: "12", editors: ["Doe, Jane"] };
  const csl = { id: "a", type: "article-journal", title: "T", abstract: "About trade." };

  test("are stored, and an edit that sends no item keeps the imported one", async () => {
    const person = await makePerson();
    const { id, revision } = await source({ title: "Detailed", details, csl });
    const edited = must(
      await updateSource(person, {
        id,
        revision,
        title: "Detailed",
        kind: "article",
        details: { ...details, volume: "13" },
      }),
    );
    expect(edited).toMatchObject({ details: { ...details, volume: "13" }, csl });
    const removed = must(
      await updateSource(person, {
        id,
        revision: edited.revision,
        title: "Detailed",
        kind: "article",
        csl: null,
      }),
    );
    expect(removed).toMatchObject({ details: NO_DETAILS, csl: null });
  });

  test("are merged: each missing detail comes from the source that goes", async () => {
    const person = await makePerson({ role: "administrator" });
    const keep = await source({ title: "Kept", details: { ...NO_DETAILS, volume: "1" } });
    const drop = await source({ title: "Dropped", details, csl });
    must(await mergeSources(person, { keepId: keep.id, dropId: drop.id }));
    expect(must(await findKnownSource(person, { title: "Kept" }))?.source.details).toEqual({
      ...details,
      volume: "1",
    });
  });

  test("a claim cites a new source with all of them", async () => {
    const claim = await makeClaim({
      evidence: [{ stance: "supports", source: { title: "Cited in full", details, csl } }],
    });
    expect(claim.evidence[0]?.source.details).toEqual(details);
    // Claims are loaded by the thousand.
    expect(claim.evidence[0]?.source).not.toHaveProperty("csl");
  });
});
