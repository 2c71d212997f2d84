import { contentOfClaim } from "@/lib/claims/claim-content";
import { must } from "@/lib/testing/factories";
import { replaceText } from "@/lib/workflows/articles/replace-text";
import { updateClaim } from "@/lib/workflows/claims/update-claim";
import {
  axeFindings,
  chooseInMenu,
  expect,
  makeArticle,
  makeClaim,
  makePerson,
  openDesk,
  test,
} from "../../fixtures/desk";
import { signInAs } from "../../fixtures/sign-in-as";

test("the history shows who changed what, word by word, and restores it", async ({ as }) => {
  const { page, person } = await as("editor");
  const claim = await makeClaim({ author: person, statement: "Trade came to $240 billion." });
  must(
    await updateClaim(person, {
      ...contentOfClaim(claim),
      claimId: claim.id,
      revision: claim.revision,
      statement: "Trade came to $250 billion.",
    }),
  );
  await openDesk(page, { id: claim.articleId });
  await chooseInMenu(page, "History");
  await expect(page.getByRole("heading", { name: /^History 3/ })).toBeVisible();
  const newest = page.getByRole("list", { name: "History" }).getByRole("listitem").first();
  await expect(newest).toContainText(`${person.name} changed the statement of claim 1`);
  await expect(newest.locator("del")).toHaveText("240");
  await expect(newest.locator("ins")).toHaveText("250");
  expect(await axeFindings(page)).toEqual([]);

  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Save as CSV" }).click();
  expect((await download).suggestedFilename()).toMatch(/^history-trade-.*\.csv$/);

  await newest.getByText("Restore", { exact: true }).click();
  await newest.getByRole("button", { name: "As it was before this change" }).click();
  await expect(page.getByText("Restored. The newest entry")).toBeVisible();
  await expect(newest).toContainText("restored claim 1 to before an earlier change");
  await page.getByLabel("Kind").selectOption("Text");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByRole("heading", { name: /^History 1$/ })).toBeVisible();
});

test("an earlier version of the text is restored without scripts", async ({ browser, baseURL }) => {
  const person = await makePerson({ role: "editor" });
  const article = await makeArticle({ author: person });
  must(
    await replaceText(person, {
      articleId: article.id,
      versionId: article.version.id,
      content: { format: "text", value: "All is new here." },
    }),
  );
  const plain = await browser.newContext({ javaScriptEnabled: false });
  await signInAs(plain, person, baseURL ?? "");
  const without = await plain.newPage();
  await without.goto(`/desk/articles/${article.id}/versions`);
  await without.getByRole("link", { name: /^Restore version 1/ }).click();
  await without.getByRole("button", { name: "Restore version 1" }).click();
  await expect(without).toHaveURL(/followed=0&waiting=0/);
  await without.goto(`/desk/articles/${article.id}/history`);
  await expect(without.getByRole("list", { name: "History" }).getByRole("listitem").first()).toContainText(
    "restored the text of version 1: version 2 became 3",
  );
  await plain.close();
});
