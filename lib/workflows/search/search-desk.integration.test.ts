import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/policies/actor";
import { makeArticle, makeClaim, makeGuest, makePerson, must } from "@/lib/testing/factories";
import { withTestDatabase } from "@/lib/testing/test-database";
import { deleteClaim } from "@/lib/workflows/claims/delete-claim";
import { createSource } from "@/lib/workflows/sources/create-source";
import { searchDesk } from "./search-desk";

withTestDatabase();

let person: Actor;
beforeAll(async () => {
  person = await makePerson({ name: "Zora Neale" });
  const article = await makeArticle({ author: person, title: "Harvest figures", publisher: "Farmers" });
  await makeClaim({
    article,
    author: person,
    statement: "Wheat exports doubled.",
    claimant: { name: "Greta Holm" },
  });
  must(await createSource(person, { title: "Almanac of wheat", publisher: "Ministry", kind: "report" }));
});

describe("searching the desk", () => {
  test.each<[string, string, string[]]>([
    ["the title of an article", "harvest", ["article: Harvest figures (Farmers)"]],
    [
      "words of a claim in any order",
      "doubled exports",
      ["claim 1: Wheat exports doubled. (Harvest figures)"],
    ],
    ["a claimant", "greta", ["claimant: Greta Holm ()"]],
    ["a source", "almanac", ["source: Almanac of wheat (Ministry)"]],
    ["a person", "zora", ["person: Zora Neale (Editor)"]],
    [
      "all kinds, in any case",
      "WHEAT",
      ["claim 1: Wheat exports doubled. (Harvest figures)", "source: Almanac of wheat (Ministry)"],
    ],
    ["nothing for a wildcard", "%", []],
    ["nothing for a word that is nowhere", "xylophone", []],
  ])("finds %s", async (_, query, expected) => {
    const found = must(await searchDesk(person, { query }));
    expect(
      found.map(
        ({ kind, number, title, detail }) => `${kind}${number ? ` ${number}` : ""}: ${title} (${detail})`,
      ),
    ).toEqual(expected);
  });

  test("finds no deleted claim", async () => {
    const article = await makeArticle({ author: person });
    const claim = await makeClaim({ article, author: person, statement: "Rye fell." });
    expect(must(await searchDesk(person, { query: "rye" }))).toHaveLength(1);
    must(await deleteClaim(person, { claimId: claim.id, revision: claim.revision }));
    expect(must(await searchDesk(person, { query: "rye" }))).toEqual([]);
  });

  test("is not for guests, who see one article", async () => {
    const article = await makeArticle({ author: person });
    const guest = await makeGuest(article, person);
    expect((await searchDesk(guest, { query: "a" })).ok).toBe(false);
  });
});
