import { expect, makeArticle, makeClaim, openDesk, selectWords, test } from "../fixtures/desk";

test("two people mark side by side: each sees at once what the other does", async ({ as }) => {
  const ada = await as("editor");
  const grace = await as("editor");
  const article = await makeArticle({ author: ada.person });
  await makeClaim({ article, author: ada.person, state: "in_review" });
  await Promise.all([openDesk(ada.page, article), openDesk(grace.page, article)]);
  await selectWords(grace.page, "Then it fell");

  await selectWords(ada.page, "Trade rose fast");
  await ada.page.keyboard.press("m");
  await ada.page.getByRole("textbox", { name: "Statement" }).fill("Trade rose.");
  await ada.page.getByRole("button", { name: "Save claim" }).click();
  await expect(grace.page.getByRole("button", { name: /2\. Trade rose\./ })).toBeVisible();
  await expect(grace.page.getByText(`${ada.person.name} marked claim 2`)).toBeVisible();
  // What she had selected is still selected.
  await grace.page.keyboard.press("m");
  await expect(grace.page.getByRole("textbox", { name: "Statement" })).toHaveValue("Then it fell");

  await grace.page.getByRole("button", { name: /Trade came to/ }).click();
  await grace.page.getByRole("button", { name: "Approve" }).click();
  await expect(ada.page.getByText(`${grace.person.name} approved claim 1`)).toBeVisible();
  await expect(ada.page.getByRole("button", { name: /Approved.*Trade came to/ })).toBeVisible();
});
