import { describe, expect, test } from "vitest";
import type { MyWork } from "@/lib/board/my-work";
import { contentOfClaim } from "@/lib/claims/claim-content";
import type { Actor } from "@/lib/policies/actor";
import { makeArticle, makeClaim, makePerson, must, reloadClaim, revisionOf } from "@/lib/testing/factories";
import { withTestDatabase } from "@/lib/testing/test-database";
import { assignArticle } from "@/lib/workflows/articles/assign-article";
import { changeView, deleteView, listSavedViews, saveView } from "@/lib/workflows/articles/saved-views";
import { assignClaims } from "@/lib/workflows/claims/assign-claims";
import { updateClaim } from "@/lib/workflows/claims/update-claim";
import { createComment } from "@/lib/workflows/comments/create-comment";
import { listMyWork } from "./list-my-work";
import { transitionClaim } from "./transition-claim";

withTestDatabase();

async function waiting(actor: Actor): Promise<Record<keyof MyWork, number>> {
  const { led, assigned, toReview, returned, mentions, flagged } = must(await listMyWork(actor));
  return {
    led: led.total,
    assigned: assigned.total,
    toReview: toReview.total,
    returned: returned.total,
    mentions: mentions.total,
    flagged: flagged.total,
  };
}
const NOTHING = { led: 0, assigned: 0, toReview: 0, returned: 0, mentions: 0, flagged: 0 };

describe("what waits for one", () => {
  test("is what one leads, works on, may sign off, got back, and is asked", async () => {
    const author = await makePerson({ name: "Ann" });
    const editor = await makePerson({ name: "Edna" });
    const article = await makeArticle({ author, title: "Grain" });
    const step = async (actor: Actor, id: string, action: "submit" | "return" | "approve", note?: string) =>
      must(
        await transitionClaim(actor, {
          claimId: id,
          revision: (await reloadClaim({ id })).revision,
          action,
          note,
        }),
      );
    const before = await waiting(editor);
    must(
      await assignArticle(author, {
        articleId: article.id,
        revision: await revisionOf(article.id),
        leadId: editor.id,
      }),
    );
    const claim = await makeClaim({ article, author });
    expect(await waiting(author)).toEqual(NOTHING);
    await step(author, claim.id, "submit");
    expect(await waiting(editor)).toEqual({ ...NOTHING, led: 1, toReview: before.toReview + 1 });
    await step(editor, claim.id, "return", "Which year?");
    const got = must(await listMyWork(author));
    expect(got.returned.items).toMatchObject([
      {
        title: `1. ${claim.statement}`,
        articleTitle: "Grain",
        words: "returned by Edna",
        note: "Which year?",
      },
    ]);
    const claims = [{ claimId: claim.id, seenAssigneeId: null }];
    must(await assignClaims(editor, { articleId: article.id, claims, assigneeId: author.id }));
    const { thread } = must(
      await createComment(editor, {
        target: { on: "claim", claimId: claim.id },
        body: `@[${author.id}] see page 3`,
        idempotencyKey: crypto.randomUUID(),
      }),
    );
    expect(await waiting(author)).toEqual({ ...NOTHING, assigned: 1, returned: 1, mentions: 1 });
    expect(must(await listMyWork(author)).mentions.items[0]).toMatchObject({
      title: "Edna mentioned you on claim 1",
      note: "@Ann see page 3",
    });
    must(
      await createComment(author, {
        target: { on: "thread", threadId: thread.id },
        body: "Done.",
        idempotencyKey: crypto.randomUUID(),
      }),
    );
    await step(author, claim.id, "submit");
    expect(await waiting(author)).toEqual({ ...NOTHING, assigned: 1 });
    await step(editor, claim.id, "approve");
    expect(await waiting(author)).toEqual(NOTHING);
    // Another's change of what one signed brings it back as well.
    const now = await reloadClaim(claim);
    must(
      await updateClaim(editor, {
        ...contentOfClaim(now),
        claimId: now.id,
        revision: now.revision,
        statement: "Other words.",
      }),
    );
    expect(await waiting(author)).toEqual({ ...NOTHING, assigned: 1, returned: 1 });
  });
});

describe("saved views", () => {
  test("are one's own, or shared with the desk; the same name is the same view", async () => {
    const ann = await makePerson({ name: "Ann" });
    const bo = await makePerson({ name: "Bo", role: "checker" });
    const mine = must(await saveView(ann, { name: " Late ", query: "due=overdue&x=1", shared: false }));
    expect(mine).toMatchObject({ name: "Late", query: "due=overdue", revision: 1 });
    const again = must(await saveView(ann, { name: "Late", query: "due=overdue&sort=due", shared: false }));
    expect(again).toMatchObject({ id: mine.id, query: "due=overdue&sort=due", revision: 2 });
    expect(must(await listSavedViews(bo))).toEqual([]);
    must(await changeView(ann, { id: mine.id, revision: 2, name: "Overdue", shared: true }));
    expect(must(await listSavedViews(bo))).toMatchObject([{ name: "Overdue", owner: { name: "Ann" } }]);
    for (const refused of [
      await changeView(bo, { id: mine.id, revision: 3, name: "Mine now", shared: false }),
      await deleteView(bo, { id: mine.id }),
    ])
      expect(refused).toMatchObject({ error: { kind: "forbidden" } });
    expect(await changeView(ann, { id: mine.id, revision: 2, name: "X", shared: false })).toMatchObject({
      error: { kind: "stale" },
    });
    must(await saveView(ann, { name: "Other", query: "", shared: false }));
    expect(await changeView(ann, { id: mine.id, revision: 3, name: "Other", shared: true })).toMatchObject({
      error: { kind: "invalid", fields: { name: [expect.stringContaining("Choose another")] } },
    });
    expect(await saveView(ann, { name: " ", query: "", shared: false })).toMatchObject({
      error: { kind: "invalid" },
    });
    must(await deleteView(ann, { id: mine.id }));
    expect(must(await listSavedViews(ann)).map(({ name }) => name)).toEqual(["Other"]);
  });
});
