import { describe, expect, test } from "vitest";
import type { Claim } from "@/lib/claims/claim";
import { makeArticle, makeClaim, makePerson, must, reloadClaim, revisionOf } from "@/lib/testing/factories";
import { withTestDatabase } from "@/lib/testing/test-database";
import { assignArticles } from "@/lib/workflows/articles/assign-articles";
import { type BatchClaimsInput, batchClaims } from "./batch-claims";

withTestDatabase();

const seen = ({ id, revision, assignee }: Claim) => ({
  claimId: id,
  revision,
  seenAssigneeId: assignee?.id ?? null,
});

/** An article with two drafts, one of them without a verdict, and one that is approved. */
async function makeDesk() {
  const editor = await makePerson();
  const article = await makeArticle({ author: editor });
  const whole = await makeClaim({ article, author: editor });
  const bare = await makeClaim({ article, author: editor, anchor: { exact: "Then it fell" }, verdict: null });
  const approved = await makeClaim({
    article,
    author: editor,
    anchor: { exact: "Trade rose fast" },
    state: "approved",
  });
  return { editor, article, whole, bare, approved };
}

describe("a batch of claims", () => {
  type Row = [
    string,
    BatchClaimsInput["action"],
    { done: ("whole" | "bare" | "approved")[]; left: Partial<Record<"whole" | "bare" | "approved", RegExp>> },
  ];
  test.each<Row>([
    [
      "is submitted",
      { kind: "step", step: "submit" },
      { done: ["whole"], left: { bare: /Not ready for review/, approved: /is approved and can't/ } },
    ],
    [
      "is left out",
      { kind: "step", step: "exclude", note: "Not ours." },
      { done: ["whole", "bare", "approved"], left: {} },
    ],
    [
      "is left out without a reason",
      { kind: "step", step: "exclude" },
      { done: [], left: { whole: /reason/, bare: /reason/, approved: /reason/ } },
    ],
    [
      "is tagged",
      { kind: "tag", tag: " trade " },
      { done: ["whole", "bare"], left: { approved: /back to draft/ } },
    ],
    [
      "is unassigned",
      { kind: "assign", assigneeId: null },
      { done: ["whole", "bare", "approved"], left: {} },
    ],
  ])("%s", async (_, action, expected) => {
    const { editor, article, ...claims } = await makeDesk();
    const given = { articleId: article.id, claims: Object.values(claims).map(seen), action };
    const { claims: changed, left } = must(await batchClaims(editor, given));
    const nameOf = (id: string) => Object.entries(claims).find(([, claim]) => claim.id === id)?.[0];
    expect(changed.map(({ id }) => nameOf(id)).sort()).toEqual([...expected.done].sort());
    expect(left.map(({ claimId }) => nameOf(claimId)).sort()).toEqual(Object.keys(expected.left).sort());
    for (const { claimId, message } of left)
      expect(message).toMatch(expected.left[nameOf(claimId) as keyof typeof claims] as RegExp);
    // What was left is as it was.
    for (const { claimId } of left) {
      const before = Object.values(claims).find(({ id }) => id === claimId);
      expect((await reloadClaim({ id: claimId })).revision).toBe(before?.revision);
    }
  });

  test("a claim that changed meanwhile, one of another article, and what one may not do are left", async () => {
    const { editor, article, whole, bare } = await makeDesk();
    const other = await makeClaim({ author: editor });
    const stale = { ...seen(bare), revision: 0 };
    const submitted = must(
      await batchClaims(editor, {
        articleId: article.id,
        claims: [seen(whole), stale, seen(other)],
        action: { kind: "tag", tag: "x" },
      }),
    );
    expect(submitted.claims.map(({ id, tags }) => [id, tags])).toEqual([[whole.id, ["x"]]]);
    expect(submitted.left.map(({ message }) => message)).toEqual([
      expect.stringContaining("in the meantime"),
      expect.stringContaining("This claim could not be found"),
    ]);
    const checker = await makePerson({ role: "checker" });
    const refused = must(
      await batchClaims(checker, {
        articleId: article.id,
        claims: [seen(bare)],
        action: { kind: "step", step: "retire" },
      }),
    );
    expect(refused).toMatchObject({
      claims: [],
      left: [{ message: expect.stringContaining("Only editors") }],
    });
  });
});

test("a batch of articles is given a plan, each on the state that the page shows", async () => {
  const editor = await makePerson();
  const articles = [
    await makeArticle({ author: editor }),
    await makeArticle({ author: editor, title: "Changed meanwhile" }),
  ];
  const outcome = must(
    await assignArticles(editor, {
      leadId: editor.id,
      priority: "high",
      articles: [
        { articleId: articles[0]?.id ?? "", revision: 1 },
        { articleId: articles[1]?.id ?? "", revision: 7 },
      ],
    }),
  );
  expect(outcome).toEqual({
    done: 1,
    left: [{ title: "Changed meanwhile", message: expect.stringContaining("in the meantime") }],
  });
  expect(await revisionOf(articles[0]?.id ?? "")).toBe(2);
});
