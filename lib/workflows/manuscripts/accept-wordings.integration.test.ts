import { expect, test } from "vitest";
import type { Claim } from "@/lib/claims/claim";
import { getVersion } from "@/lib/db/article-versions";
import { findArticle } from "@/lib/db/articles";
import { listAuditEvents } from "@/lib/db/audit-events";
import { makeClaim, makeManuscript, makePerson, must, reloadClaim, TEXT } from "@/lib/testing/factories";
import { withTestDatabase } from "@/lib/testing/test-database";
import { transitionClaim } from "@/lib/workflows/review/transition-claim";
import { acceptWordings } from "./accept-wordings";

withTestDatabase();

/** A manuscript in which wordings are suggested for some passages, each by the same person. */
async function setUp(...suggestions: [exact: string, wording: string | null][]) {
  const author = await makePerson();
  const article = await makeManuscript({ author });
  const claims: Claim[] = [];
  for (const [exact, wording] of suggestions)
    claims.push(
      await makeClaim({
        article,
        author,
        verdict: null,
        anchor: { exact },
        statement: `It says ${exact}.`,
        outcome: wording === null ? { kind: "stands" } : { kind: "change", wording, note: "See the report." },
      }),
    );
  const accept = (actor = author, chosen = claims) =>
    acceptWordings(actor, {
      articleId: article.id,
      versionId: article.version.id,
      claims: chosen.map(({ id, revision }) => ({ claimId: id, revision })),
    });
  return { author, article, claims, accept };
}

const textOf = async (articleId: string) => {
  const article = await findArticle(articleId);
  return (await getVersion(article?.currentVersionId ?? "")).text;
};

test("an accepted wording becomes the text, the claim follows and stands, and other claims are followed", async () => {
  const { author, article, claims, accept } = await setUp(
    ["$240 billion", "about $204 billion"],
    ["a record", null],
    ["rose to $240 billion, a", null],
  );
  const accepter = await makePerson();
  const [changed, after, around] = claims;
  const made = must(await accept(accepter, claims.slice(0, 1)));
  expect(made.version.number).toBe(2);
  expect(await textOf(article.id)).toBe(TEXT.replace("$240 billion", "about $204 billion"));
  expect(await reloadClaim(changed as { id: string })).toMatchObject({
    statement: "It says about $204 billion.",
    state: "draft",
    anchor: { exact: "about $204 billion", outcome: "confirmed", versionId: made.version.id },
    outcome: {
      kind: "stands",
      note: "See the report.",
      givenBy: { id: author.id },
      decided: { decision: "accepted", by: { id: accepter.id } },
    },
  });
  expect((await reloadClaim(after as { id: string })).anchor).toMatchObject({
    exact: "a record",
    outcome: "moved",
  });
  expect((await reloadClaim(around as { id: string })).anchor.outcome).toBe("changed");
  const { events } = await listAuditEvents({}, 2);
  expect(events.map(({ action }) => action)).toEqual(["article.edit-text", "claim.accept-wording"]);
});

test("the person who accepted a wording can sign the claim off; the person who suggested it can't", async () => {
  const { author, claims, accept } = await setUp(["$240 billion", "$204 billion"]);
  const accepter = await makePerson();
  must(await accept(accepter));
  const step = async (actor: typeof author, action: "submit" | "approve") => {
    const { id: claimId, revision } = await reloadClaim(claims[0] as { id: string });
    return transitionClaim(actor, { claimId, revision, action });
  };
  must(await step(author, "submit"));
  expect(await step(author, "approve")).toMatchObject({ ok: false, error: { kind: "forbidden" } });
  expect(must(await step(accepter, "approve")).state).toBe("approved");
});

test("several are accepted at once, as one version", async () => {
  const { article, accept } = await setUp(
    ["Then it fell", "It fell in 2024"],
    ["$240 billion", "$204 billion"],
  );
  expect(must(await accept()).version.number).toBe(2);
  expect(await textOf(article.id)).toBe(
    TEXT.replace("$240 billion", "$204 billion").replace("Then it fell", "It fell in 2024"),
  );
});

test("two that overlap are refused together, and nothing changes", async () => {
  const { article, accept } = await setUp(["rose to $240", "fell to $204"], ["$240 billion", "$204 billion"]);
  expect(await accept()).toMatchObject({
    ok: false,
    error: { kind: "invalid", message: expect.stringContaining("claims 1 and 2 overlap") },
  });
  expect(await textOf(article.id)).toBe(TEXT);
});

test.each([
  ["a claim that stands", "a record", null, "There is no suggested wording to accept in claim 1."],
] as const)("%s has nothing to accept", async (_, exact, wording, message) => {
  const { accept } = await setUp([exact, wording]);
  expect(await accept()).toMatchObject({ ok: false, error: { message } });
});

test("what was accepted already, or changed since the page was loaded, is refused", async () => {
  const { claims, accept, author } = await setUp(["$240 billion", "$204 billion"]);
  const [claim] = claims;
  if (!claim) throw new Error("there is no claim");
  const old = { ...claim, revision: claim.revision - 1 };
  expect(await accept(author, [old])).toMatchObject({ ok: false, error: { kind: "stale" } });
  const [first, second] = await Promise.all([accept(), accept(await makePerson())]);
  expect([first.ok, second.ok].filter(Boolean)).toHaveLength(1);
  expect(await accept()).toMatchObject({ ok: false, error: { kind: "stale" } });
});

test("a claim of another article is refused", async () => {
  const here = await setUp(["$240 billion", "$204 billion"]);
  const there = await setUp(["$240 billion", "$204 billion"]);
  expect(await here.accept(here.author, there.claims)).toMatchObject({
    ok: false,
    error: { kind: "not-found" },
  });
});
