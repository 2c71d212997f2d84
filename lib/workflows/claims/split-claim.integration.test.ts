import { describe, expect, test } from "vitest";
import type { Claim } from "@/lib/claims/claim";
import type { Actor } from "@/lib/policies/actor";
import { rationale } from "@/lib/testing/builders";
import { makeArticle, makeClaim, makePerson, must, reloadClaim } from "@/lib/testing/factories";
import { withTestDatabase } from "@/lib/testing/test-database";
import { getDeskArticle } from "@/lib/workflows/articles/get-desk-article";
import { confirmAnchor } from "./confirm-anchor";
import { undeleteClaim } from "./delete-claim";
import { mergeClaims } from "./merge-claims";
import { splitClaim } from "./split-claim";

withTestDatabase();

describe("splitting and merging", () => {
  const split = (actor: Actor, claim: Claim, at: number, idempotencyKey: string = crypto.randomUUID()) =>
    splitClaim(actor, {
      claimId: claim.id,
      revision: claim.revision,
      versionId: claim.anchor.versionId,
      at,
      idempotencyKey,
    });

  test("a claim is split at a position inside it, and the second part says the same", async () => {
    const author = await makePerson();
    const claim = await makeClaim({ author, state: "approved" });
    const key = crypto.randomUUID();
    const { first, second } = must(await split(author, claim, claim.anchor.start + 4, key));
    expect(first).toMatchObject({ id: claim.id, state: "draft", anchor: { exact: "$240" } });
    expect(second).toMatchObject({
      number: 2,
      state: "draft",
      statement: claim.statement,
      anchor: { exact: "billion" },
      verdict: { ratingKey: "true" },
      evidence: [{ source: { title: "Customs release" } }],
    });
    const again = must(await split(author, claim, claim.anchor.start + 4, key));
    expect(again.second.id).toBe(second.id);
  });

  test.each([
    ["before it", -1],
    ["at its beginning", 0],
    ["at its end", "$240 billion".length],
  ])("no claim is cut %s", async (_, offset) => {
    const author = await makePerson();
    const claim = await makeClaim({ author });
    expect(await split(author, claim, claim.anchor.start + offset)).toMatchObject({
      ok: false,
      error: { kind: "invalid" },
    });
    expect((await reloadClaim(claim)).revision).toBe(claim.revision);
  });

  test("two claims become one, with the words between them and the sources of both", async () => {
    const author = await makePerson();
    const article = await makeArticle({ author });
    const claim = await makeClaim({ author, article, state: "approved", tags: ["trade"] });
    const other = await makeClaim({
      author,
      article,
      anchor: { exact: "a record" },
      statement: "It was a record.",
      tags: ["record"],
      verdict: { ratingKey: "false", rationaleDoc: rationale("It was not.") },
      evidence: [
        { stance: "supports", source: { title: "Customs release", url: "https://example.org/customs" } },
        {
          stance: "refutes",
          source: { title: "Yearbook", url: `https://example.org/${crypto.randomUUID()}` },
        },
      ],
    });
    const merged = must(
      await mergeClaims(author, {
        claimId: claim.id,
        revision: claim.revision,
        otherId: other.id,
        otherRevision: other.revision,
      }),
    );
    expect(merged).toMatchObject({
      id: claim.id,
      state: "draft",
      statement: "Trade came to $240 billion. It was a record.",
      tags: ["trade", "record"],
      anchor: { exact: "$240 billion, a record" },
      verdict: { ratingKey: "true" },
    });
    expect(merged.evidence.map(({ source }) => source.title)).toEqual(["Customs release", "Yearbook"]);
    const after = must(await getDeskArticle(author, { articleId: article.id }));
    expect(after.claims.map(({ id }) => id)).toEqual([claim.id]);
    expect(must(await undeleteClaim(author, { claimId: other.id })).verdict?.ratingKey).toBe("false");
  });

  test("a claim that changed meanwhile is not merged, nor one with itself or of another article", async () => {
    const author = await makePerson();
    const [claim, foreign] = [await makeClaim({ author }), await makeClaim({ author })];
    const merge = (change: object) =>
      mergeClaims(author, {
        claimId: claim.id,
        revision: claim.revision,
        otherId: foreign.id,
        otherRevision: foreign.revision,
        ...change,
      });
    expect(await merge({})).toMatchObject({ ok: false, error: { kind: "not-found" } });
    expect(await merge({ otherId: claim.id })).toMatchObject({ ok: false, error: { kind: "invalid" } });
    const near = await makeClaim({
      author,
      article: { id: claim.articleId, version: { id: claim.anchor.versionId } },
      anchor: { exact: "a record" },
    });
    expect(await merge({ otherId: near.id, otherRevision: near.revision + 1 })).toMatchObject({
      ok: false,
      error: { kind: "stale" },
    });
  });

  test("the person who changes a claim's text cannot approve it", async () => {
    const claim = await makeClaim();
    const mover = await makePerson();
    const moved = must(
      await confirmAnchor(mover, {
        claimId: claim.id,
        revision: claim.revision,
        versionId: claim.anchor.versionId,
        range: { start: claim.anchor.start, end: claim.anchor.end + 1 },
      }),
    );
    expect(moved.lastEditedBy.id).toBe(mover.id);
  });
});
