import { expect, test } from "vitest";
import { readBoardQuery } from "@/lib/board/board-query";
import { makeArticle, makeClaim, makePerson, must, reloadClaim, revisionOf } from "@/lib/testing/factories";
import { withTestDatabase } from "@/lib/testing/test-database";
import { listBoard } from "@/lib/workflows/articles/list-board";
import { publishArticle } from "@/lib/workflows/publication/publish-article";
import { schedulePublication } from "@/lib/workflows/publication/schedule-publication";
import { transitionClaim } from "@/lib/workflows/review/transition-claim";
import { moveArticle, undoMove } from "./move-article";

withTestDatabase();

async function boardEntry(actor: Awaited<ReturnType<typeof makePerson>>, articleId: string, search = "") {
  const { items } = must(await listBoard(actor, { query: readBoardQuery(search), page: 0 }));
  return items.find(({ id }) => id === articleId);
}

test("an article moves into review and back; a claim that is not ready stays, with the reason", async () => {
  const checker = await makePerson({ role: "checker" });
  const article = await makeArticle({ author: checker });
  const claim = await makeClaim({ article, author: checker });
  const unfinished = await makeClaim({
    article,
    author: checker,
    anchor: { exact: "Then it fell" },
    verdict: null,
  });
  const { id: articleId } = article;
  const moved = must(await moveArticle(checker, { articleId, move: "submit" }));
  expect(moved).toMatchObject({
    done: 1,
    left: [{ number: unfinished.number, message: expect.stringContaining("Choose a verdict.") }],
  });
  expect((await reloadClaim(claim)).state).toBe("in_review");
  if (!moved.undo) throw new Error("there is nothing to take back");
  must(await undoMove(checker, { articleId, undo: moved.undo }));
  expect((await reloadClaim(claim)).state).toBe("draft");
  // Once more: the claim has changed since the move that it would take back.
  const again = await undoMove(checker, { articleId, undo: moved.undo });
  expect(again).toMatchObject({ ok: false, error: { kind: "invalid" } });
  expect(await moveArticle(checker, { articleId, move: "withdraw" })).toMatchObject({
    ok: false,
    error: { kind: "stale" },
  });
});

test("a schedule is cancelled and put back as it was, by editors only", async () => {
  const editor = await makePerson();
  const article = await makeArticle({ author: editor });
  await makeClaim({ article, author: editor, state: "approved" });
  const { id: articleId } = article;
  const at = new Date(Date.now() + 86_400_000).toISOString();
  must(await schedulePublication(editor, { articleId, revision: await revisionOf(articleId), at }));
  expect((await boardEntry(editor, articleId))?.stage).toBe("scheduled");
  const checker = await makePerson({ role: "checker" });
  expect(await moveArticle(checker, { articleId, move: "unschedule" })).toMatchObject({
    ok: false,
    error: { kind: "forbidden" },
  });
  const { undo } = must(await moveArticle(editor, { articleId, move: "unschedule" }));
  expect((await boardEntry(editor, articleId))?.stage).toBe("ready");
  expect(undo).toMatchObject({ kind: "schedule", at });
  if (!undo) throw new Error("there is nothing to take back");
  expect(await undoMove(checker, { articleId, undo })).toMatchObject({
    ok: false,
    error: { kind: "forbidden" },
  });
  must(await undoMove(editor, { articleId, undo }));
  expect((await boardEntry(editor, articleId))?.stage).toBe("scheduled");
});

test("a live article says how many of its claims were opened again, and a filter finds it", async () => {
  const editor = await makePerson();
  const article = await makeArticle({ author: editor });
  const { id: articleId } = article;
  const claim = await makeClaim({ article, author: editor, state: "approved" });
  must(await publishArticle(editor, { articleId, revision: await revisionOf(articleId) }));
  expect(await boardEntry(editor, articleId)).toMatchObject({ live: true, reopened: 0, stage: "published" });
  expect(await boardEntry(editor, articleId, "reopened=1")).toBeUndefined();
  // A claim that readers have not seen is new, not open again.
  await makeClaim({ article, author: editor, anchor: { exact: "Then it fell" } });
  expect(await boardEntry(editor, articleId)).toMatchObject({
    live: true,
    reopened: 0,
    stage: "in_progress",
  });
  const { revision } = await reloadClaim(claim);
  must(await transitionClaim(editor, { claimId: claim.id, revision, action: "reopen" }));
  expect(await boardEntry(editor, articleId, "reopened=1")).toMatchObject({ live: true, reopened: 1 });
});
