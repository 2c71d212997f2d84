import { expect, test } from "vitest";
import { contentOfClaim } from "@/lib/claims/claim-content";
import { makeArticle, makeClaim, makePerson, must, reloadClaim } from "@/lib/testing/factories";
import { withTestDatabase } from "@/lib/testing/test-database";
import { listNotifications } from "@/lib/workflows/notifications/notifications";
import { createClaim } from "./create-claim";
import { updateClaim } from "./update-claim";

withTestDatabase();

test("the form of a claim assigns it, and the new assignee is notified", async () => {
  const [editor, checker, other] = [
    await makePerson(),
    await makePerson({ role: "checker" }),
    await makePerson({ role: "checker" }),
  ];
  const article = await makeArticle({ author: editor });
  const claim = await makeClaim({ article, author: editor, assignee: { id: checker.id, seenId: null } });
  expect(claim.assignee).toEqual({ id: checker.id, name: checker.name });
  const { items } = await listNotifications(checker, {});
  expect(items).toMatchObject([{ kind: "claims-assigned", claim: { id: claim.id } }]);

  const save = (assignee?: { id: string | null; seenId: string | null }, by = editor) =>
    updateClaim(by, { ...contentOfClaim(claim), claimId: claim.id, revision: claim.revision, assignee });
  // Nothing chosen: it stays.
  expect(must(await save()).assignee?.id).toBe(checker.id);
  expect(must(await save({ id: other.id, seenId: checker.id })).assignee?.id).toBe(other.id);
  const refusals = [
    [
      "chosen when another person had it",
      { id: null, seenId: checker.id },
      editor,
      /It was assigned to .* in the meantime/,
    ],
    [
      "a person who is unknown",
      { id: crypto.randomUUID(), seenId: other.id },
      editor,
      /can no longer sign in/,
    ],
    ["another person's work, by a checker", { id: checker.id, seenId: other.id }, checker, /Only editors/],
  ] as const;
  for (const [what, assignee, by, message] of refusals)
    expect(await save(assignee, by), what).toMatchObject({
      ok: false,
      error: { kind: "invalid", fields: { assignee: [expect.stringMatching(message)] } },
    });
  expect((await reloadClaim(claim)).assignee?.id).toBe(other.id);
});

test("a claim that can't be assigned as its form asks is not created", async () => {
  const checker = await makePerson({ role: "checker" });
  const editor = await makePerson();
  const article = await makeArticle({ author: editor });
  const created = await createClaim(checker, {
    articleId: article.id,
    versionId: article.version.id,
    idempotencyKey: crypto.randomUUID(),
    anchor: { exact: "Then it fell" },
    statement: "It fell.",
    kind: "event",
    assignee: { id: editor.id, seenId: null },
  });
  expect(created).toMatchObject({ ok: false, error: { fields: { assignee: [expect.any(String)] } } });
});
