import { expect, test, vi } from "vitest";
import type { DeskWrite } from "@/lib/live/desk-write";
import type { Actor } from "@/lib/policies/actor";
import { makeArticle, makeClaim, makePerson, must, reloadClaim } from "@/lib/testing/factories";
import { withTestDatabase } from "@/lib/testing/test-database";
import { getDeskArticle } from "@/lib/workflows/articles/get-desk-article";
import { listThreads } from "@/lib/workflows/comments/list-threads";
import { applyDeskWrite } from "./apply-desk-write";
import { type ChangeMessage, watchChanges } from "./watch-changes";

withTestDatabase();

const key = () => crypto.randomUUID();

/** The actors of the changes that a person's open page hears of. */
async function listen(actor: Actor, articleId: string) {
  const heard = new Set<string>();
  const stop = await watchChanges(actor, { articleId, since: null }, (each: ChangeMessage) => {
    if (each.kind === "change" && each.event.actorId) heard.add(each.event.actorId);
  });
  return { heard, stop };
}

test("three people mark, edit, approve and comment at once: nothing is lost, and each hears of the others", async () => {
  const [ada, bo, cy] = [await makePerson(), await makePerson(), await makePerson()];
  const article = await makeArticle({ author: ada });
  const { id: articleId, version } = article;
  const submitted = await makeClaim({ article, author: ada, state: "in_review" });
  const edited = await makeClaim({ article, author: bo, anchor: { exact: "Trade rose fast" } });
  const pages = await Promise.all([ada, bo, cy].map((person) => listen(person, articleId)));

  const mark = (exact: string): DeskWrite => ({
    kind: "claim.create",
    input: {
      articleId,
      versionId: version.id,
      idempotencyKey: key(),
      anchor: { exact },
      statement: `It says ${exact}.`,
      kind: "event",
    },
  });
  const comment = (body: string): DeskWrite => ({
    kind: "comment.create",
    input: { target: { on: "claim", claimId: submitted.id }, body, idempotencyKey: key() },
  });
  const edit: DeskWrite = {
    kind: "claim.update",
    input: {
      statement: "Trade grew fast.",
      kind: edited.kind,
      tags: ["trade"],
      verdict: null,
      evidence: [],
      claimId: edited.id,
      revision: edited.revision,
      operationId: key(),
    },
  };
  const approve: DeskWrite = {
    kind: "claim.review",
    input: {
      claimId: submitted.id,
      revision: submitted.revision,
      action: "approve",
      operationId: key(),
    },
  };
  const results = await Promise.all([
    applyDeskWrite(ada, mark("Then it fell")),
    applyDeskWrite(bo, edit),
    applyDeskWrite(cy, approve),
    applyDeskWrite(ada, comment("From Ada.")),
    applyDeskWrite(bo, mark("a record")),
    applyDeskWrite(cy, comment("From Cy.")),
    applyDeskWrite(cy, mark("In 2023")),
    applyDeskWrite(bo, comment("From Bo.")),
  ]);
  for (const result of results) must(result);

  const { claims } = must(await getDeskArticle(cy, { articleId }));
  expect(claims.map(({ anchor }) => anchor.exact).sort()).toEqual(
    ["$240 billion", "In 2023", "Then it fell", "Trade rose fast", "a record"].sort(),
  );
  expect(new Set(claims.map(({ number }) => number))).toEqual(new Set([1, 2, 3, 4, 5]));
  expect(await reloadClaim(submitted)).toMatchObject({ state: "approved" });
  expect(await reloadClaim(edited)).toMatchObject({ statement: "Trade grew fast.", tags: ["trade"] });
  const { threads } = must(await listThreads(ada, { articleId }));
  expect(threads.flatMap(({ comments }) => comments.map(({ body }) => body)).sort()).toEqual([
    "From Ada.",
    "From Bo.",
    "From Cy.",
  ]);
  for (const { heard } of pages)
    await vi.waitFor(() => expect(heard).toEqual(new Set([ada.id, bo.id, cy.id])));
  for (const { stop } of pages) stop();
});
