import type { Page } from "@playwright/test";
import { must } from "@/lib/testing/factories";
import { raiseApprovals } from "@/lib/workflows/review/raise-approvals";
import { axeFindings, expect, makeArticle, makeClaim, makePerson, test, typeInto } from "../fixtures/desk";

const votes = (page: Page) => page.getByRole("region", { name: "Votes on claim 1" });

test("two people vote without seeing each other's vote, the votes differ, and a third decides", async ({
  as,
}) => {
  const author = await makePerson({ name: "Ada Author" });
  const article = await makeArticle({ author });
  must(await raiseApprovals(author, { articleId: article.id, revision: 1, requiredApprovals: 2 }));
  const claim = await makeClaim({ author, article, state: "in_review" });
  const address = `/desk/articles/${article.id}?claim=${claim.id}`;

  const bea = await as(await makePerson({ name: "Bea" }));
  await bea.page.goto("/desk/review");
  const waiting = bea.page.getByRole("region", { name: /Awaiting your review/ });
  const row = waiting.getByRole("listitem").filter({ hasText: article.slug.slice(-8) });
  await expect(row).toContainText("0 of 2 voted");
  await expect(row).toContainText("Your vote is needed.");
  await row.getByRole("link").click();
  await expect(votes(bea.page)).toContainText("hidden until you have voted");
  await expect(bea.page.getByRole("button", { name: "Approve" })).toHaveCount(0);
  await bea.page.getByRole("button", { name: "Cast your vote" }).click();
  await expect(votes(bea.page)).toContainText("Choose a rating.");
  await votes(bea.page).getByRole("radio", { name: "True", exact: true }).focus();
  await bea.page.keyboard.press("Space");
  await votes(bea.page).getByLabel("Note").fill("The release says it.");
  await bea.page.getByRole("button", { name: "Cast your vote" }).click();
  await expect(votes(bea.page)).toContainText("1 of 2 voted");
  await expect(votes(bea.page)).toContainText("The release says it.");

  const cem = await as(await makePerson({ name: "Cem" }));
  await cem.page.goto(address);
  await expect(votes(cem.page)).toContainText("1 of 2 voted");
  await expect(votes(cem.page)).not.toContainText("Bea");
  const writer = await as(author);
  await writer.page.goto(address);
  await expect(votes(writer.page)).toContainText("Votes are hidden until voting ends.");
  await expect(votes(writer.page)).not.toContainText("Bea");

  await votes(cem.page).getByRole("radio", { name: "Misleading" }).check();
  await cem.page.getByRole("button", { name: "Cast your vote" }).click();
  await expect(votes(cem.page)).toContainText("The votes differ");
  await expect(votes(cem.page)).toContainText("The release says it.");
  expect(await axeFindings(cem.page)).toEqual([]);

  const dov = await as(await makePerson({ name: "Dov" }));
  await dov.page.goto(address);
  const items = votes(dov.page).getByRole("listitem");
  await expect(items).toHaveCount(2);
  await votes(dov.page).getByRole("radio", { name: "Misleading" }).check();
  await dov.page.getByRole("button", { name: "Set rating and approve" }).click();
  await expect(votes(dov.page)).toContainText("Give a reason for the final rating.");
  await typeInto(votes(dov.page).getByLabel("Reason"), "It leaves out services.");
  await dov.page.getByRole("button", { name: "Set rating and approve" }).click();
  await expect(dov.page.getByText("1 of 1 approved")).toBeVisible();
  await expect(items.filter({ hasText: "Cem" })).toContainText("agreed");
  await expect(items.filter({ hasText: "Bea" })).toContainText("dissented");
  await expect(dov.page.getByRole("button", { name: /Trade came to/ })).toContainText("Misleading");
  await writer.page.reload();
  await writer.page.getByRole("region", { name: "Claims" }).getByText("History", { exact: true }).click();
  await expect(writer.page.getByText("It leaves out services.")).toBeVisible();
});

test("editing a published claim reopens it and shows what changed", async ({ as }) => {
  const { page, person } = await as("editor");
  const article = await makeArticle({ author: person });
  const claim = await makeClaim({ author: person, article, state: "approved" });
  await page.goto(`/desk/articles/${article.id}?claim=${claim.id}`);
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  const card = page.getByRole("button", { name: /Trade came to/ });
  await expect(card).toContainText("Published");
  await page.getByRole("button", { name: "Edit", exact: true }).click();
  await page.getByLabel("Claimant").fill("The ministry");
  await page.getByRole("button", { name: "Save claim" }).click();
  await expect(card).toContainText("Draft");
  await expect(page.getByText(/Reopened\. .* changed its claimant/)).toBeVisible();
  await expect(page.getByText("Published just now, changed since")).toBeVisible();
});
