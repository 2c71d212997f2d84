import { must, reloadClaim } from "@/lib/testing/factories";
import { deleteClaim, undeleteClaim } from "@/lib/workflows/claims/delete-claim";
import { createComment } from "@/lib/workflows/comments/create-comment";
import { listThreads } from "@/lib/workflows/comments/list-threads";
import { signOutEverywhere } from "@/lib/workflows/people/change-password";
import { castVote } from "@/lib/workflows/review/cast-vote";
import { raiseApprovals } from "@/lib/workflows/review/raise-approvals";
import {
  expect,
  fillSignIn,
  makeArticle,
  makeClaim,
  makePerson,
  openDesk,
  PASSWORD,
  selectWords,
  showMoreFields,
  test,
  typeInto,
} from "../../fixtures/desk";
import { signInAs } from "../../fixtures/sign-in-as";

test("changes made offline are sent once when the connection is back, even by another page", async ({
  as,
}) => {
  const { page, person } = await as("editor");
  const article = await makeArticle({ author: person });
  await makeClaim({ article, author: person });
  await openDesk(page, article);
  await selectWords(page, "Trade rose fast");
  await page.keyboard.press("m");
  await page.context().setOffline(true);
  await typeInto(page.getByLabel("Statement"), "Written on a train.", { replace: true });
  await page.getByRole("button", { name: "Save claim" }).click();
  await expect(page.getByText(/No connection\..* 1 change has not been sent/)).toBeVisible();
  await expect(page.locator(".mark[data-unsent]")).toHaveText("Trade rose fast");
  await page.getByRole("button", { name: /Trade came to/ }).click();
  await page.getByRole("button", { name: "Edit", exact: true }).click();
  await typeInto(page.getByLabel("Statement"), "Changed on a train.", { replace: true });
  await page.getByRole("button", { name: "Save claim" }).click();
  await expect(page.getByText(/2 changes have not been sent/)).toBeVisible();
  await expect(page.getByRole("button", { name: /Changed on a train.*Waiting to be sent/ })).toBeVisible();
  // Again, on top of the pending changes.
  await page.getByRole("button", { name: "Edit", exact: true }).click();
  await expect(page.getByLabel("Statement")).toHaveValue("Changed on a train.");
  await showMoreFields(page);
  await typeInto(page.getByLabel("Claimant"), "The conductor", { replace: true });
  await page.getByRole("button", { name: "Save claim" }).click();
  await expect(page.getByText(/3 changes have not been sent/)).toBeVisible();

  const context = page.context();
  await page.close();
  await context.setOffline(false);
  const later = await context.newPage();
  await openDesk(later, article);
  await expect(later.getByRole("heading", { name: "Claims 2" })).toBeVisible();
  await expect(later.getByRole("button", { name: /2\. Written on a train/ })).toBeVisible();
  await later.getByRole("button", { name: /1\. Changed on a train/ }).click();
  await expect(later.getByText("Number, The conductor")).toBeVisible();
  await expect(later.getByText(/not been sent|not sent yet/)).toHaveCount(0);
});

test("deletions and comments are queued as well; a refused comment can be edited again", async ({ as }) => {
  const { page, person } = await as("editor");
  const article = await makeArticle({ author: person });
  const [kept, gone] = [
    await makeClaim({ article, author: person }),
    await makeClaim({
      article,
      author: person,
      statement: "To be deleted.",
      anchor: { exact: "Trade rose fast" },
    }),
  ];
  await openDesk(page, article);
  await page.getByRole("button", { name: /Trade came to/ }).click();
  await page.getByText("Comments 0").click();
  const form = page.getByRole("form", { name: "Comment on this claim" });
  await page.context().setOffline(true);
  await typeInto(form.getByRole("textbox"), "Says who?", { replace: true });
  await form.getByRole("button", { name: "Send" }).click();
  await expect(form.getByText("Your comment is saved in this browser")).toBeVisible();
  await page.getByRole("button", { name: /To be deleted/ }).click();
  await page.keyboard.press("Delete");
  await expect(page.getByText(/2 changes have not been sent/)).toBeVisible();
  // Meanwhile another person deletes the claim that the comment is on.
  must(await deleteClaim(person, { claimId: kept.id, revision: kept.revision }));
  await page.context().setOffline(false);
  await expect(page.getByRole("heading", { name: "Claims 0" })).toBeVisible();
  expect(await reloadClaim(gone)).toMatchObject({ deleted: true });
  const refused = page.getByRole("region", { name: "Rejected by the server" });
  await expect(refused).toContainText("Comment: Says who?");
  must(await undeleteClaim(person, { claimId: kept.id }));
  await refused.getByRole("button", { name: "Open", exact: true }).click();
  await expect(form.getByRole("textbox")).toHaveValue("Says who?");
  await form.getByRole("button", { name: "Send" }).click();
  await expect(page.getByText("Comments 1").first()).toBeVisible();
});

test("votes, decisions and edited comments wait too, and unfinished text survives a reload", async ({
  as,
}) => {
  const author = await makePerson();
  const article = await makeArticle({ author });
  must(await raiseApprovals(author, { articleId: article.id, revision: 1, requiredApprovals: 2 }));
  const claim = await makeClaim({ author, article, state: "in_review" });
  const { page, person } = await as("editor");
  const { thread } = must(
    await createComment(person, {
      target: { on: "claim", claimId: claim.id },
      body: "Says who?",
      idempotencyKey: crypto.randomUUID(),
    }),
  );
  const address = `/desk/articles/${article.id}?claim=${claim.id}`;
  await page.goto(address);
  const votes = page.getByRole("region", { name: "Votes on claim 1" });
  await votes.getByRole("radio", { name: "True", exact: true }).check();
  await typeInto(votes.getByLabel("Note"), "The release says it.", { replace: true });
  await page.reload();
  await expect(votes.getByRole("radio", { name: "True", exact: true })).toBeChecked();
  await expect(votes.getByLabel("Note")).toHaveValue("The release says it.");
  const written = page.locator(`[data-thread="${thread.id}"]`);
  await written.getByRole("button", { name: "Edit" }).click();
  const field = page.getByRole("form", { name: "Your comment" }).getByRole("textbox");
  await typeInto(field, "Who says so?", { replace: true });
  await page.reload();
  await expect(field).toHaveValue("Who says so?");

  await expect(votes.getByLabel("Note")).toHaveValue("The release says it.");
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "Cast your vote" }).click();
  await expect(votes).toContainText("Your rating is saved in this browser");
  await expect(page.getByRole("button", { name: "Cast your vote" })).toHaveCount(0);
  for (const words of ["Who says so?", "Who says that?"]) {
    await typeInto(field, words, { replace: true });
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(written).toContainText("not sent yet");
    await expect(written).toContainText(words);
    if (words === "Who says so?") await written.getByRole("button", { name: "Edit" }).click();
  }
  await page.getByRole("button", { name: "Resolve" }).click();
  await expect(page.getByText("Resolved here, not sent yet.")).toBeVisible();
  await expect(page.getByText(/4 changes have not been sent/)).toBeVisible();

  await page.context().setOffline(false);
  await expect(votes).toContainText("1 of 2 voted");
  await expect(page.getByText(/not been sent|not sent yet/)).toHaveCount(0);
  const after = must(await listThreads(person, { articleId: article.id })).threads;
  expect(after).toMatchObject([
    {
      id: thread.id,
      resolved: { by: { id: person.id } },
      comments: [{ body: "Who says that?", revision: 3 }],
    },
  ]);

  // Another person votes differently, and a third decides the dispute, offline.
  const other = await makePerson();
  const { contentRevision } = await reloadClaim(claim);
  must(
    await castVote(other, {
      claimId: claim.id,
      contentRevision,
      ratingKey: "misleading",
      note: "Not quite.",
    }),
  );
  const third = await as("editor");
  await third.page.goto(address);
  const differing = third.page.getByRole("region", { name: "Votes on claim 1" });
  await differing.getByRole("radio", { name: "Misleading" }).check();
  await typeInto(differing.getByLabel("Reason"), "It leaves out services.");
  await third.page.context().setOffline(true);
  await third.page.getByRole("button", { name: "Set rating and approve" }).click();
  await expect(differing).toContainText("Your rating is saved in this browser");
  await third.page.context().setOffline(false);
  await expect(third.page.getByText("1 of 1 approved")).toBeVisible();
  await expect(page.getByText("1 of 1 approved")).toBeVisible();
});

test("changes by another person are compared with the pending ones, never dropped", async ({ as }) => {
  const ada = await as("editor");
  const grace = await as("editor");
  const article = await makeArticle({ author: ada.person });
  await makeClaim({ article, author: ada.person });
  for (const { page } of [ada, grace]) {
    await openDesk(page, article);
    await page.getByRole("button", { name: /Trade came to/ }).click();
    await page.getByRole("button", { name: "Edit", exact: true }).click();
  }
  await ada.page.context().setOffline(true);
  await typeInto(ada.page.getByLabel("Statement"), "Ada's words, on a train.", { replace: true });
  await ada.page.getByRole("button", { name: "Save claim" }).click();
  await expect(ada.page.getByText(/1 change has not been sent/)).toBeVisible();
  await typeInto(grace.page.getByLabel("Statement"), "Grace's words.", { replace: true });
  await grace.page.getByRole("button", { name: "Save claim" }).click();
  await expect(grace.page.getByText("Claim 1 saved.")).toBeVisible();

  await ada.page.context().setOffline(false);
  const refused = ada.page.getByRole("region", { name: "Rejected by the server" });
  await expect(refused).toContainText("Ada's words, on a train.");
  await refused.getByRole("button", { name: "Open", exact: true }).click();
  await expect(ada.page.getByLabel("Statement")).toHaveValue("Ada's words, on a train.");
  await ada.page.getByRole("button", { name: "Compare now" }).click();
  await expect(ada.page.getByRole("group", { name: "Statement" })).toContainText("Grace's words.");
  await ada.page.getByRole("button", { name: "Continue with my choices" }).click();
  await ada.page.getByRole("button", { name: "Save claim" }).click();
  await expect(grace.page.getByRole("button", { name: /Ada's words, on a train/ })).toBeVisible();
  await expect(refused).toHaveCount(0);
});

test("changes wait for their own person: they are not sent for the next to sign in, and after a sign-out for a new sign-in", async ({
  as,
  baseURL,
}) => {
  const { page, person } = await as("editor");
  const bo = await makePerson({ role: "editor" });
  const article = await makeArticle({ author: person });
  const claim = await makeClaim({ article, author: person });
  await openDesk(page, article);

  await test.step("another person has signed in", async () => {
    await page.getByRole("button", { name: /Trade came to/ }).click();
    await page.getByRole("button", { name: "Edit", exact: true }).click();
    await showMoreFields(page);
    await typeInto(page.getByLabel("Claimant"), "Customs");
    const own = await page.context().cookies();
    await signInAs(page.context(), bo, baseURL ?? "");
    await page.getByRole("button", { name: "Save claim" }).click();
    await expect(page.getByText(/You are signed out.* 1 change has not been sent/)).toBeVisible();
    expect((await reloadClaim(claim)).revision).toBe(claim.revision);
    await page.context().addCookies(own);
    await expect.poll(async () => (await reloadClaim(claim)).claimant?.name).toBe("Customs");
    expect((await reloadClaim(claim)).lastEditedBy.id).toBe(person.id);
    await expect(page.getByText(/You are signed out|not been sent/)).toHaveCount(0);
  });

  await test.step("the person was signed out, sees it immediately, and signs in again", async () => {
    await selectWords(page, "Trade rose fast");
    await page.keyboard.press("m");
    await typeInto(page.getByLabel("Statement"), "Signed out.", { replace: true });
    await signOutEverywhere(person);
    await expect(page.getByText(/You are signed out\. What you type is saved/)).toBeVisible();
    await page.getByRole("button", { name: "Save claim" }).click();
    await expect(page.getByText(/1 change has not been sent yet/)).toBeVisible();
    await page.getByRole("link", { name: "Sign in" }).click();
    await fillSignIn(page, person.email, PASSWORD);
    await expect(page.getByRole("button", { name: /2\. Signed out/ })).toBeVisible();
    await expect(page.getByText(/You are signed out|not been sent/)).toHaveCount(0);
  });
});
