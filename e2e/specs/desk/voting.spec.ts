import type { Actor } from "@/lib/policies/actor";
import { must } from "@/lib/testing/factories";
import { raiseApprovals } from "@/lib/workflows/review/raise-approvals";
import {
  axeFindings,
  expect,
  makeArticle,
  makeClaim,
  makePerson,
  showMoreFields,
  test,
  typeInto,
} from "../../fixtures/desk";
import { publish } from "../../fixtures/publishing";
import { signInAs } from "../../fixtures/sign-in-as";

test("two people vote without seeing each other's vote, the votes differ, and a third decides", async ({
  as,
  baseURL,
}) => {
  const author = await makePerson({ name: "Ada Author" });
  const article = await makeArticle({ author });
  must(await raiseApprovals(author, { articleId: article.id, revision: 1, requiredApprovals: 2 }));
  const claim = await makeClaim({ author, article, state: "in_review" });
  const { page } = await as(await makePerson({ name: "Bea" }));
  const region = page.getByRole("region", { name: "Votes on claim 1" });
  const openAs = async (person: Actor) => {
    await signInAs(page.context(), person, baseURL ?? "");
    await page.goto(`/desk/articles/${article.id}?claim=${claim.id}`);
  };

  await test.step("Bea finds the claim in the queue, and votes", async () => {
    await page.goto("/desk/review");
    const waiting = page.getByRole("region", { name: /Awaiting your review/ });
    const row = waiting.getByRole("listitem").filter({ hasText: article.slug.slice(-8) });
    await expect(row).toContainText("0 of 2 voted");
    await expect(row).toContainText("Your vote is needed.");
    await row.getByRole("link").click();
    await expect(region).toContainText("hidden until you have voted");
    await expect(page.getByRole("button", { name: "Approve" })).toHaveCount(0);
    await page.getByRole("button", { name: "Cast your vote" }).click();
    await expect(region).toContainText("Choose a rating.");
    await region.getByRole("radio", { name: "True", exact: true }).focus();
    await page.keyboard.press("Space");
    await typeInto(region.getByLabel("Note"), "The release.");
    await page.getByRole("button", { name: "Cast your vote" }).click();
    await expect(region).toContainText("1 of 2 voted");
    await expect(region).toContainText("The release.");
  });

  await test.step("the author does not see the votes", async () => {
    await openAs(author);
    await expect(region).toContainText("Votes are hidden until voting ends.");
    await expect(region).not.toContainText("Bea");
  });

  await test.step("Cem does not see Bea's vote until he votes differently", async () => {
    await openAs(await makePerson({ name: "Cem" }));
    await expect(region).toContainText("1 of 2 voted");
    await expect(region).not.toContainText("Bea");
    await region.getByRole("radio", { name: "Misleading" }).check();
    await page.getByRole("button", { name: "Cast your vote" }).click();
    await expect(region).toContainText("The votes differ");
    await expect(region).toContainText("The release.");
    expect(await axeFindings(page)).toEqual([]);
  });

  await test.step("Dov decides, with a reason", async () => {
    await openAs(await makePerson({ name: "Dov" }));
    const items = region.getByRole("listitem");
    await expect(items).toHaveCount(2);
    await region.getByRole("radio", { name: "Misleading" }).check();
    const decide = page.getByRole("button", { name: "Set rating and approve" });
    await decide.click();
    await expect(region).toContainText("Give a reason for the final rating.");
    await typeInto(region.getByLabel("Reason"), "It leaves out services.");
    await decide.click();
    await expect(page.getByText("1 of 1 approved")).toBeVisible();
    await expect(items.filter({ hasText: "Cem" })).toContainText("agreed");
    await expect(items.filter({ hasText: "Bea" })).toContainText("dissented");
    await expect(page.getByRole("button", { name: /Trade came to/ })).toContainText("Misleading");
  });

  await test.step("the author finds the reason in the history of the claim", async () => {
    await openAs(author);
    await page.getByRole("region", { name: "Claims" }).getByText("History", { exact: true }).click();
    await expect(page.getByText("It leaves out services.")).toBeVisible();
  });
});

test("editing a published claim reopens it and shows what changed", async ({ as }) => {
  const { page, person } = await as("editor");
  const article = await makeArticle({ author: person });
  const claim = await makeClaim({ author: person, article, state: "approved" });
  await page.goto(`/desk/articles/${article.id}?claim=${claim.id}`);
  await publish(page);
  await page.goto(`/desk/articles/${article.id}?claim=${claim.id}`);
  const card = page.getByRole("button", { name: /Trade came to/ });
  await expect(card).toContainText("Published");
  await page.getByRole("button", { name: "Edit", exact: true }).click();
  await showMoreFields(page);
  await typeInto(page.getByLabel("Claimant"), "The ministry", { replace: true });
  await page.getByRole("button", { name: "Save claim" }).click();
  await expect(card).toContainText("Draft");
  await expect(page.getByText(/Reopened\. .* changed its claimant/)).toBeVisible();
  await expect(page.getByText("Published just now, changed since")).toBeVisible();
});
