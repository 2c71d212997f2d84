import { describe, expect, test } from "vitest";
import { makeArticle, makeClaim, makePerson, must, reloadClaim } from "@/lib/testing/factories";
import { withTestDatabase } from "@/lib/testing/test-database";
import { mergeClaimants, unmergeClaimant } from "@/lib/workflows/claimants/merge-claimants";
import { listClaimantsNamed } from "./claimants";
import { splitClaimantTexts } from "./split-claimant-texts";
import { clientOf } from "./transaction";

withTestDatabase();

const run = () => splitClaimantTexts(process.env.DATABASE_URL ?? "");

/** A claim as earlier releases stored it, with the claimant as one text. */
async function formerClaim(claimantText: string, tags: string[] = []) {
  const { id, revision } = await makeClaim({ tags });
  await clientOf().claim.update({ where: { id }, data: { claimantText } });
  return { id, revision };
}

describe("a claimant that was one text", () => {
  test.each<[string, string, string[], object]>([
    [
      "a person, a carrier and a note",
      "Vladimir Putin, as reported by the Associated Press (text altered)",
      ["war"],
      {
        claimant: { name: "Vladimir Putin", kind: "person", role: null, sameAs: [] },
        carriedBy: "Associated Press",
        tags: ["war", "text altered"],
      },
    ],
    [
      "a role",
      "Joseph Wu, then foreign minister of Taiwan",
      [],
      { claimant: { name: "Joseph Wu", role: "then foreign minister of Taiwan" }, carriedBy: null, tags: [] },
    ],
    [
      "an organisation",
      "Ministry of Trade",
      [],
      { claimant: { name: "Ministry of Trade", kind: "organisation" } },
    ],
    ["a group", "US officials", [], { claimant: { name: "US officials", kind: "group" } }],
    ["a name in other letters", "习近平", [], { claimant: { name: "习近平", kind: "person" } }],
    ["a name with the signs of a pattern", "100%_\\ Pure", [], { claimant: { name: "100%_\\ Pure" } }],
    ["blanks", "  ", ["war"], { claimant: null, carriedBy: null, tags: ["war"] }],
  ])("%s", async (_, text, tags, expected) => {
    const claim = await formerClaim(text, tags);
    await run();
    const split = await reloadClaim(claim);
    expect(split).toMatchObject({ ...expected, revision: claim.revision });
    await run();
    expect(await reloadClaim(claim), "a second time").toEqual(split);
  });

  test("is the same for all claims that name the same, however they write it", async () => {
    const texts = [
      "Zoë Ruiz",
      "zoe  ruiz via Reuters",
      "Zoë Ruiz, mayor of Lindhaven",
      "ZOË RUIZ (by phone)",
    ];
    const claims = [];
    for (const text of texts) claims.push(await formerClaim(text));
    await run();
    const ids = await Promise.all(claims.map(async (claim) => (await reloadClaim(claim)).claimant?.id));
    expect(new Set(ids).size).toBe(1);
    const [known] = await listClaimantsNamed(undefined, "Zoë Ruiz");
    expect(known).toMatchObject({ id: ids[0], name: "Zoë Ruiz", description: null });
  });

  test("is the one that is known by now, or what that was merged into", async () => {
    const editor = await makePerson();
    const article = await makeArticle({ author: editor });
    const named = async (name: string) =>
      (await makeClaim({ article, author: editor, claimant: { name } })).claimant?.id ?? "";
    const [keepId, dropId] = [await named("Associated Press"), await named("The AP")];
    must(await mergeClaimants(editor, { keepId, dropId }));
    const claims = [await formerClaim("associated press"), await formerClaim("The AP (altered)")];
    await run();
    for (const claim of claims) expect((await reloadClaim(claim)).claimant).toMatchObject({ id: keepId });
    must(await unmergeClaimant(editor, { id: dropId }));
  });

  test("of a deleted claim is split as well", async () => {
    const claim = await formerClaim("Ida Brandt via Reuters");
    await clientOf().claim.update({ where: { id: claim.id }, data: { deletedAt: new Date() } });
    await run();
    expect(await reloadClaim(claim)).toMatchObject({
      claimant: { name: "Ida Brandt" },
      carriedBy: "Reuters",
    });
  });
});
