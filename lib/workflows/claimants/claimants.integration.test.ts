import { describe, expect, test } from "vitest";
import type { Claim } from "@/lib/claims/claim";
import { contentOfClaim } from "@/lib/claims/claim-content";
import type { UpdateClaimInput } from "@/lib/claims/claim-input";
import { findCurrentPublication } from "@/lib/db/public-publications";
import type { Actor } from "@/lib/policies/actor";
import { makeArticle, makeClaim, makePerson, must, reloadClaim, revisionOf } from "@/lib/testing/factories";
import { withTestDatabase } from "@/lib/testing/test-database";
import { updateClaim } from "@/lib/workflows/claims/update-claim";
import { listArticleHistory } from "@/lib/workflows/history/list-article-history";
import { restoreEvent } from "@/lib/workflows/history/restore-event";
import { publishArticle } from "@/lib/workflows/publication/publish-article";
import { browseClaimants, suggestClaimants } from "./browse-claimants";
import { mergeClaimants, unmergeClaimant } from "./merge-claimants";
import { updateClaimant } from "./update-claimant";

withTestDatabase();

type Entered = UpdateClaimInput["claimant"];

/** A name that no other test has. */
const unique = (name: string) => `${name} ${crypto.randomUUID().slice(0, 8)}`;

async function edit(actor: Actor, claim: { id: string }, part: Partial<UpdateClaimInput>) {
  const now = await reloadClaim(claim);
  return updateClaim(actor, { ...contentOfClaim(now), claimId: now.id, revision: now.revision, ...part });
}

/** The claimant that a new claim gets. */
async function named(editor: Actor, claimant: Entered): Promise<NonNullable<Claim["claimant"]>> {
  const claim = await makeClaim({ author: editor, claimant });
  if (!claim.claimant) throw new Error("the claim has no claimant");
  return claim.claimant;
}

describe("the claimant of a saved claim", () => {
  test("is a new one if the name is, with the kind that the name looks like", async () => {
    const editor = await makePerson();
    const name = unique("Ministry of Salt");
    expect(await named(editor, { name, role: "for salt" })).toEqual({
      id: expect.any(String),
      kind: "organisation",
      name,
      role: "for salt",
      sameAs: [],
    });
    expect(must(await suggestClaimants(editor, { query: name }))).toMatchObject([
      { name, description: "for salt" },
    ]);
  });

  test("is the known one of that name, in the role that the claim states", async () => {
    const editor = await makePerson();
    const name = unique("Ann Lee");
    const first = await named(editor, { name, kind: "person", sameAs: ["https://ann.example"] });
    const again = await named(editor, { name: `  ${name.toUpperCase()} `, role: "then mayor" });
    expect(again).toEqual({ ...first, role: "then mayor" });
  });

  test("is another one of that name if it is said to be new; then the name alone is refused", async () => {
    const editor = await makePerson();
    const name = unique("Ann Lee");
    const first = await named(editor, { name, role: "mayor" });
    const second = await named(editor, { name, role: "clerk", isNew: true });
    expect(second.id).not.toBe(first.id);
    const claim = await makeClaim({ author: editor });
    const refused = await edit(editor, claim, { claimant: { name } });
    const message = `2 claimants are called “${name}”. Choose one of them, or say that it is a new one.`;
    expect(refused).toMatchObject({ error: { kind: "invalid", message, fields: { claimant: [message] } } });
    for (const id of [first.id, second.id])
      expect(must(await edit(editor, claim, { claimant: { id } })).claimant?.id).toBe(id);
    // The claim says which of the two is meant.
    expect(must(await edit(editor, claim, { claimant: { name } })).claimant?.id).toBe(second.id);
  });

  test("differs from one of another kind", async () => {
    const editor = await makePerson();
    const name = unique("Mercury");
    const [paper, person] = [
      await named(editor, { name, kind: "organisation" }),
      await named(editor, { name, kind: "person" }),
    ];
    expect(person.id).not.toBe(paper.id);
    expect((await named(editor, { name, kind: "organisation" })).id).toBe(paper.id);
  });

  test("and who carried it are read from one text", async () => {
    const editor = await makePerson();
    const name = unique("Joseph Wu");
    const claim = await makeClaim({
      author: editor,
      claimant: `${name}, then minister, as reported by the Associated Press (altered)`,
      tags: ["tax"],
    });
    expect(claim).toMatchObject({
      claimant: { name, role: "then minister" },
      carriedBy: "Associated Press",
      tags: ["tax", "altered"],
    });
  });

  test("that two claims name at the same moment is made once", async () => {
    const editor = await makePerson();
    const name = unique("Ida Brandt");
    const claims = await Promise.all([makeClaim({ author: editor }), makeClaim({ author: editor })]);
    const saved = await Promise.all(claims.map((claim) => edit(editor, claim, { claimant: { name } })));
    expect(new Set(saved.map((each) => must(each).claimant?.id)).size).toBe(1);
  });

  test.each<[string, Partial<UpdateClaimInput>, string]>([
    ["an unknown id", { claimant: { id: crypto.randomUUID() } }, "no longer exists"],
    ["a long name", { claimant: { name: "x".repeat(301) } }, "301 characters"],
    ["a long text", { claimant: "x".repeat(301) }, "301 characters"],
    ["an address that is none", { claimant: { name: "Ann", sameAs: ["javascript:1"] } }, "http"],
  ])("is refused for %s", async (_, part, message) => {
    const editor = await makePerson();
    const refused = await edit(editor, await makeClaim({ author: editor }), part);
    expect(refused).toMatchObject({ error: { kind: "invalid", message: expect.stringContaining(message) } });
  });

  test("sends an approved claim back to draft if they, their role or the carrier change", async () => {
    const editor = await makePerson();
    const name = unique("Ann Lee");
    for (const [part, field] of [
      [{ claimant: { name } }, "claimant"],
      [{ claimant: { name, role: "mayor" } }, "claimant"],
      [{ carriedBy: "Reuters" }, "carriedBy"],
    ] as const) {
      const claim = await makeClaim({ author: editor, state: "approved", claimant: { name, role: "clerk" } });
      expect(must(await edit(editor, claim, part))).toMatchObject({
        state: "draft",
        reopened: { fields: [field] },
      });
    }
  });

  test("is in its history, and can be put back, from events of earlier releases too", async () => {
    const editor = await makePerson();
    const name = unique("Ann Lee");
    const claim = await makeClaim({
      author: editor,
      claimant: { name, role: "mayor" },
      carriedBy: "Reuters",
    });
    must(await edit(editor, claim, { claimant: null, carriedBy: null }));
    const { events, newest } = must(await listArticleHistory(editor, { articleId: claim.articleId }));
    expect(events[0]?.did).toBe(`changed the claimant and the carrier of claim ${claim.number}`);
    must(await restoreEvent(editor, { event: events[0]?.id ?? "", moment: "before", seen: newest }));
    expect(await reloadClaim(claim)).toMatchObject({ claimant: claim.claimant, carriedBy: "Reuters" });
  });
});

describe("claimants that are merged", () => {
  test("count as one, are found by both names, and are two again when that is undone", async () => {
    const editor = await makePerson();
    const [long, short] = [unique("Associated Press"), unique("The AP")];
    const keep = await named(editor, { name: long });
    const claim = await makeClaim({ author: editor, claimant: { name: short } });
    const dropId = claim.claimant?.id ?? "";
    const found = async (query: string) =>
      must(await browseClaimants(editor, { query })).claimants.map(({ name, claims }) => [name, claims]);

    must(await mergeClaimants(editor, { keepId: keep.id, dropId }));
    expect((await reloadClaim(claim)).claimant).toMatchObject({ id: keep.id, name: long });
    expect(await found(short)).toEqual([[long, 2]]);
    expect((await named(editor, { name: short })).id).toBe(keep.id);
    expect((await named(editor, { id: dropId })).id).toBe(keep.id);

    must(await unmergeClaimant(editor, { id: dropId }));
    expect((await reloadClaim(claim)).claimant).toEqual(claim.claimant);
    expect(await found(short)).toEqual([[short, 1]]);
    // What was named while the two were one stays.
    expect(await found(long)).toEqual([[long, 3]]);
  });

  test("into one that is merged in turn follow it", async () => {
    const editor = await makePerson();
    const names = ["A", "B", "C"].map(unique);
    const [a, b, c] = await Promise.all(names.map((name) => named(editor, { name })));
    if (!a || !b || !c) throw new Error("three were made");
    must(await mergeClaimants(editor, { keepId: b.id, dropId: a.id }));
    must(await mergeClaimants(editor, { keepId: c.id, dropId: b.id }));
    for (const { id } of [a, b]) expect((await named(editor, { id })).id).toBe(c.id);
  });

  test.each<[string, (id: string) => { keepId: string; dropId: string }, string]>([
    ["themselves", (id) => ({ keepId: id, dropId: id }), "invalid"],
    ["no one", (id) => ({ keepId: crypto.randomUUID(), dropId: id }), "not-found"],
  ])("are not merged with %s", async (_, choose, kind) => {
    const editor = await makePerson();
    const { id } = await named(editor, { name: unique("Ann") });
    expect(await mergeClaimants(editor, choose(id))).toMatchObject({ error: { kind } });
    expect(await unmergeClaimant(editor, { id })).toMatchObject({ error: { kind: "not-found" } });
  });
});

describe("a claimant that is edited", () => {
  test("changes for all claims, and is found by its other names", async () => {
    const editor = await makePerson();
    const [name, other] = [unique("Volodymyr"), unique("Wolodymyr")];
    const claim = await makeClaim({ author: editor, claimant: { name } });
    const id = claim.claimant?.id ?? "";
    const input = { id, revision: 1, kind: "group" as const, name, description: "Two brothers" };
    must(await updateClaimant(editor, { ...input, aliases: [other], sameAs: ["https://v.example/", null] }));
    expect((await reloadClaim(claim)).claimant).toEqual({
      ...claim.claimant,
      kind: "group",
      sameAs: ["https://v.example/"],
    });
    expect(must(await suggestClaimants(editor, { query: other.slice(0, 14) }))[0]).toMatchObject({ id });
    expect(await updateClaimant(editor, input)).toMatchObject({
      error: { kind: "stale", current: { revision: 2, description: "Two brothers" } },
    });
  });

  test("is suggested for what is typed of a name, even with a slip", async () => {
    const editor = await makePerson();
    const token = crypto.randomUUID().slice(0, 8);
    const { id } = await named(editor, { name: `Ursula von der Leyen ${token}` });
    const suggests = async (query: string) =>
      must(await suggestClaimants(editor, { query })).some((each) => each.id === id);
    for (const [query, isFound] of [
      [`ursula von der leyen ${token}`, true],
      [`leyen ${token}`, true],
      [`Ursula von der Leien ${token}`, true],
      [`Ursula_von%`, true],
      [`Angela ${token.split("").reverse().join("")}`, false],
      ["", false],
    ] as const)
      expect(await suggests(query), query).toBe(isFound);
  });
});

test("a publication keeps who made a claim as they were named then", async () => {
  const editor = await makePerson();
  const article = await makeArticle({ author: editor });
  const name = unique("Ann Lee");
  const claim = await makeClaim({
    article,
    author: editor,
    state: "approved",
    claimant: { name, kind: "person", role: "mayor", sameAs: ["https://ann.example/"] },
    carriedBy: "Reuters",
  });
  const id = claim.claimant?.id ?? "";
  must(await publishArticle(editor, { articleId: article.id, revision: await revisionOf(article.id) }));
  must(await updateClaimant(editor, { id, revision: 1, kind: "group", name: "The Lees" }));
  const report = (await findCurrentPublication(article.slug))?.report;
  expect(report?.claims[0]).toMatchObject({
    claimant: { id, kind: "person", name, role: "mayor", sameAs: ["https://ann.example/"] },
    carriedBy: "Reuters",
  });
});
