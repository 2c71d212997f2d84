import { describe, expect, test } from "vitest";
import type { Claim } from "@/lib/claims/claim";
import { contentOfClaim } from "@/lib/claims/claim-content";
import { listAuditEvents } from "@/lib/db/audit-events";
import type { Actor } from "@/lib/policies/actor";
import { rationale } from "@/lib/testing/builders";
import { makeArticle, makeClaim, makeGuest, makePerson, must, reloadClaim } from "@/lib/testing/factories";
import { withTestDatabase } from "@/lib/testing/test-database";
import { updateClaim } from "@/lib/workflows/claims/update-claim";
import { listNotifications } from "@/lib/workflows/notifications/notifications";
import { adoptVerdict, findSameClaims, linkClaims, unlinkClaim } from "./claim-family";
import { loadWatch } from "./list-watching";
import { confirmFlag } from "./resolve-flag";

withTestDatabase();

/** Two articles, each with a claim that says the same, in words that no other test uses. */
async function scene() {
  const subject = crypto.randomUUID();
  const [author, other] = [await makePerson(), await makePerson()];
  const first = await makeClaim({
    author,
    statement: `Exports of ${subject} rose to $240 billion`,
    verdict: { ratingKey: "false", rationaleDoc: rationale("It was $24 billion.") },
    evidence: [
      {
        stance: "refutes",
        excerpt: "24 billion",
        source: { title: "Customs", url: `https://example.org/${subject}` },
      },
    ],
  });
  const second = await makeClaim({
    author: other,
    statement: `Exports of ${subject} were $240 billion`,
    verdict: null,
    evidence: [],
  });
  return { author, other, first, second };
}

const watchOf = async (actor: Actor, { id, articleId }: Claim) =>
  must(await loadWatch(actor, { articleId, claimId: id }));

/** Gives a claim another rating. */
async function rate(actor: Actor, claim: Claim, ratingKey: string) {
  const now = await reloadClaim(claim);
  return must(
    await updateClaim(actor, {
      ...contentOfClaim(now),
      claimId: now.id,
      revision: now.revision,
      verdict: { ratingKey, rationaleDoc: rationale(`Now ${ratingKey}.`) },
    }),
  );
}

const adopt = async (actor: Actor, claim: Claim, from: Claim) =>
  adoptVerdict(actor, {
    claimId: claim.id,
    revision: (await reloadClaim(claim)).revision,
    fromId: from.id,
  });

test("the same claim of another article is found by its words, with its rating", async () => {
  const { other, first, second } = await scene();
  const [best] = must(await findSameClaims(other, { claimId: second.id }));
  expect(best).toMatchObject({ claimId: first.id, number: 1, rating: "False" });
  const alone = await makeClaim({ statement: "Whales sing in Bb minor on Tuesdays." });
  expect(must(await findSameClaims(other, { claimId: alone.id }))).toEqual([]);
});

test("“Use this verdict” copies rating, rationale and evidence as links to the same sources, and links the claims", async () => {
  const { other, first, second } = await scene();
  const adopted = must(await adopt(other, second, first));
  expect(adopted.verdict).toMatchObject({ ratingKey: "false", givenBy: { id: other.id } });
  expect(adopted.verdict?.rationaleText).toContain("It was $24 billion.");
  expect(adopted.evidence.map(({ source, excerpt, stance }) => [source.id, excerpt, stance])).toEqual([
    [first.evidence[0]?.source.id, "24 billion", "refutes"],
  ]);
  const watch = await watchOf(other, second);
  expect(watch.adoption).toMatchObject({ claimId: first.id, number: 1, by: { id: other.id } });
  expect(watch.relatives.map(({ claimId }) => claimId)).toEqual([first.id]);
  expect(watch.flags).toEqual([]);
  // The other claim is not flagged by a change that came from itself.
  expect((await watchOf(other, first)).flags).toEqual([]);
  const similar = must(await findSameClaims(other, { claimId: second.id }));
  expect(similar.map(({ claimId }) => claimId)).not.toContain(first.id);
});

test("its own sources stay", async () => {
  const { other, first } = await scene();
  const own = await makeClaim({
    author: other,
    evidence: [{ stance: "context", source: { title: "A book" } }],
  });
  const adopted = must(await adopt(other, own, first));
  expect(adopted.evidence.map(({ source }) => source.title)).toEqual(["Customs", "A book"]);
});

describe("when the verdict of one changes", () => {
  test("the others are flagged, and their owners notified once", async () => {
    const { author, other, first, second } = await scene();
    must(await adopt(other, second, first));
    const third = await makeClaim({ author: other });
    must(await linkClaims(other, { claimId: third.id, otherId: second.id }));
    await rate(author, first, "true");
    await rate(author, first, "misleading");
    for (const claim of [second, third])
      expect((await watchOf(other, claim)).flags).toMatchObject([
        { kind: "family_changed", cause: { id: first.id }, detail: { changed: ["verdict"] } },
      ]);
    const { items } = await listNotifications(other, {});
    expect(items.filter(({ kind }) => kind === "family-changed")).toHaveLength(2);
    expect((await watchOf(author, first)).flags).toEqual([]);
  });

  test.each<
    [string, (other: Actor, second: Claim, first: Claim, flagId: string) => Promise<unknown>, string]
  >([
    [
      "confirmed",
      async (actor, _, __, flagId) => must(await confirmFlag(actor, { flagId, note: "Ours stands." })),
      "false",
    ],
    ["adopted", async (actor, second, first) => must(await adopt(actor, second, first)), "true"],
    ["answered by another verdict", (actor, second) => rate(actor, second, "misleading"), "misleading"],
  ])("it is %s", async (_, answer, rating) => {
    const { author, other, first, second } = await scene();
    must(await adopt(other, second, first));
    await rate(author, first, "true");
    const [flag] = (await watchOf(other, second)).flags;
    await answer(other, second, first, flag?.id ?? "");
    expect((await watchOf(other, second)).flags).toEqual([]);
    expect((await reloadClaim(second)).verdict?.ratingKey).toBe(rating);
  });

  test("a verdict of its own is no longer from the other article", async () => {
    const { other, first, second } = await scene();
    must(await adopt(other, second, first));
    await rate(other, second, "true");
    expect((await watchOf(other, second)).adoption).toBeNull();
  });
});

test("a claim that was unlinked is flagged no more, and both histories say so", async () => {
  const { author, other, first, second } = await scene();
  must(await linkClaims(other, { claimId: second.id, otherId: first.id }));
  must(await linkClaims(author, { claimId: first.id, otherId: second.id }));
  await rate(author, first, "true");
  must(await unlinkClaim(other, { claimId: second.id }));
  expect(await watchOf(other, second)).toMatchObject({ relatives: [], flags: [] });
  expect(await watchOf(author, first)).toMatchObject({ relatives: [] });
  await rate(author, first, "false");
  expect((await watchOf(other, second)).flags).toEqual([]);
  const actionsOf = async (id: string) =>
    (await listAuditEvents({ target: { type: "claim", id } }, 50)).events
      .map(({ action }) => action)
      .filter((action) => action.endsWith("-family"));
  expect(await actionsOf(second.id)).toEqual(["claim.unlink-family", "claim.link-family"]);
  expect(await actionsOf(first.id)).toEqual(["claim.link-family"]);
});

test("two families become one", async () => {
  const actor = await makePerson();
  const claims = [await makeClaim(), await makeClaim(), await makeClaim(), await makeClaim()] as const;
  must(await linkClaims(actor, { claimId: claims[0].id, otherId: claims[1].id }));
  must(await linkClaims(actor, { claimId: claims[2].id, otherId: claims[3].id }));
  must(await linkClaims(actor, { claimId: claims[1].id, otherId: claims[2].id }));
  const { relatives } = await watchOf(actor, claims[0]);
  expect(relatives.map(({ claimId }) => claimId).sort()).toEqual(
    claims
      .slice(1)
      .map(({ id }) => id)
      .sort(),
  );
});

test("refused: claims of one article, a claim without a verdict, and guests", async () => {
  const { other, first, second } = await scene();
  const article = await makeArticle({ author: other });
  const [one, two] = [
    await makeClaim({ article, author: other }),
    await makeClaim({ article, author: other, anchor: { exact: "Trade rose fast." } }),
  ];
  const message = (text: string) => ({ ok: false, error: { kind: "invalid", message: text } });
  expect(await linkClaims(other, { claimId: one.id, otherId: two.id })).toMatchObject(
    message("Both claims are in this article. Merge them instead."),
  );
  expect(await adopt(other, first, second)).toMatchObject(
    message("That claim has no verdict yet. Open it and rate it first."),
  );
  const guest = await makeGuest({ id: second.articleId }, other);
  for (const refused of [
    await findSameClaims(guest, { claimId: second.id }),
    await linkClaims(guest, { claimId: second.id, otherId: first.id }),
    await unlinkClaim(guest, { claimId: second.id }),
    await adopt(guest, second, first),
  ])
    expect(refused).toMatchObject({ ok: false, error: { kind: "forbidden" } });
  expect((await reloadClaim(second)).verdict).toBeNull();
});
