import { expect, test } from "vitest";
import { contentOfClaim } from "@/lib/claims/claim-content";
import type { Actor } from "@/lib/policies/actor";
import { rationale } from "@/lib/testing/builders";
import { makeArticle, makeClaim, makePerson, must, reloadClaim, revisionOf } from "@/lib/testing/factories";
import { withTestDatabase } from "@/lib/testing/test-database";
import { saveFinding } from "@/lib/workflows/articles/update-article-details";
import { updateClaim } from "@/lib/workflows/claims/update-claim";
import { transitionClaim } from "@/lib/workflows/review/transition-claim";
import { previewPublication } from "./preview-publication";
import { publishArticle } from "./publish-article";
import { renderPreview } from "./render-preview";

withTestDatabase();

/** An article with two approved claims. */
async function makeDesk() {
  const author = await makePerson({ role: "editor", name: "Ann Author" });
  const editor = await makePerson({ role: "editor", name: "Edna Editor" });
  const article = await makeArticle({ author });
  const [one, two] = [
    await makeClaim({ article, author, state: "approved", approver: editor, statement: "Trade grew." }),
    await makeClaim({ article, author, state: "approved", approver: editor, statement: "Trade fell." }),
  ];
  const publish = async () =>
    must(await publishArticle(editor, { articleId: article.id, revision: await revisionOf(article.id) }));
  return { author, editor, article, one, two, publish };
}

const preview = async (actor: Actor, articleId: string) =>
  must(await previewPublication(actor, { articleId }));

/** Changes the rating of a claim, and has it approved again. */
async function changeRating(author: Actor, editor: Actor, claim: { id: string }) {
  const edited = must(
    await updateClaim(author, {
      ...contentOfClaim(await reloadClaim(claim)),
      verdict: { ratingKey: "false", rationaleDoc: rationale("Customs counted again.") },
      claimId: claim.id,
      revision: (await reloadClaim(claim)).revision,
    }),
  );
  const step = async (actor: Actor, action: "submit" | "approve", revision: number) =>
    must(await transitionClaim(actor, { claimId: claim.id, revision, action }));
  const submitted = await step(author, "submit", edited.revision);
  return () => step(editor, "approve", submitted.revision);
}

test("before the first publication: all claims are new, and the approvers are those that readers will see", async () => {
  const { editor, article } = await makeDesk();
  expect(await preview(editor, article.id)).toMatchObject({
    number: 1,
    before: null,
    isSame: false,
    blockers: [],
    changes: { added: [{ number: 1 }, { number: 2 }], changed: [], removed: [] },
    countedFinding: expect.stringContaining("We checked 2 claims") as string,
  });
  const { signers } = await preview(editor, article.id);
  expect(signers.map(({ role, name }) => [role, name])).toEqual([
    ["checked", "Ann Author"],
    ["approved", "Edna Editor"],
    ["published", "Edna Editor"],
  ]);
});

test("right after publishing nothing is different; a claim in review blocks, and once approved it needs a note", async () => {
  const { author, editor, article, one, publish } = await makeDesk();
  await publish();
  const same = await preview(editor, article.id);
  expect(same).toMatchObject({ isSame: true, blockers: [], changes: { unchanged: 2 } });
  const approve = await changeRating(author, editor, one);
  expect(await preview(editor, article.id)).toMatchObject({
    blockers: [{ claimId: one.id, message: "Claim 1 needs approval by another editor." }],
    changes: { changed: [], removed: [], unchanged: 1 },
  });
  await approve();
  const now = await preview(editor, article.id);
  expect(now).toMatchObject({
    isSame: false,
    number: 2,
    before: { number: 1 },
    blockers: [],
    changes: {
      changed: [
        {
          number: 1,
          rating: "False",
          lines: ["Verdict: True → False", "Reasons: Customs say so. → Customs counted again."],
        },
      ],
      unchanged: 1,
    },
  });
  expect(now.fingerprint).not.toBe(same.fingerprint);
  expect((await preview(editor, article.id)).fingerprint).toBe(now.fingerprint);
});

test("the page is a draft that no search engine lists, with the notes as they are typed", async () => {
  const { author, editor, article, one, publish } = await makeDesk();
  await publish();
  await (await changeRating(author, editor, one))();
  must(
    await saveFinding(editor, {
      articleId: article.id,
      revision: await revisionOf(article.id),
      finding: "Half of it holds.",
    }),
  );
  const render = async (corrections?: unknown) =>
    must(await renderPreview(editor, { articleId: article.id, corrections }));
  const bare = await render();
  expect(bare).toContain('<meta name="robots" content="noindex"/>');
  expect(bare).toContain("Only people who can publish see this page.");
  expect(bare).toContain("Half of it holds.");
  expect(bare).toContain("Your public note will be here.");
  expect(bare).not.toContain(`href="/articles/${article.slug}/claims/1"`);
  const noted = await render([{ claimId: one.id, kind: "update", note: "Counted <again>." }]);
  expect(noted).toContain("Counted &lt;again&gt;.");
  expect(noted).not.toContain("Your public note will be here.");
  expect(await render("nonsense")).toContain("Your public note will be here.");
});

test("people who can't publish see neither", async () => {
  const { article } = await makeDesk();
  const checker = await makePerson({ role: "checker" });
  const at = { articleId: article.id };
  expect(await previewPublication(checker, at)).toMatchObject({ error: { kind: "forbidden" } });
  expect(await renderPreview(checker, at)).toMatchObject({ error: { kind: "forbidden" } });
});
