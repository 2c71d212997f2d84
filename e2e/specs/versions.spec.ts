import { axeFindings, expect, makeArticle, makeClaim, selectWords, test } from "../fixtures/desk";

const NEW =
  "News of today.\nTrade rose fast. In 2023 trade between the two countries rose to $250 billion, a record.\nLater it dropped.";

test("the text is replaced: claims follow, or wait until somebody sees to them", async ({ as }) => {
  const { page, person } = await as("editor");
  const article = await makeArticle({ author: person });
  await makeClaim({ article, author: person, statement: "The figure.", state: "approved" });
  await makeClaim({
    article,
    author: person,
    anchor: { exact: "Trade rose fast" },
    statement: "The pace.",
    state: "approved",
  });
  await makeClaim({ article, author: person, anchor: { exact: "Then it fell" }, statement: "The fall." });
  await page.goto(`/desk/articles/${article.id}`);
  await page.getByText("Replace the text", { exact: true }).first().click();
  const form = page.getByRole("form", { name: "Replace the text" });

  await form.getByLabel("The new text").fill("   ");
  await form.getByRole("button", { name: "Replace the text" }).click();
  await expect(form.getByText(/has no text/)).toBeVisible();

  await form.getByLabel("The new text").fill(NEW);
  await form.getByRole("button", { name: "Replace the text" }).click();
  await expect(
    page.getByText("The article has a new text: 1 claim followed, 2 claims wait for you."),
  ).toBeVisible();
  await page.getByRole("button", { name: "Show them" }).click();
  await expect(page.getByRole("heading", { name: "Claims 2 of 3" })).toBeVisible();

  await page.getByRole("button", { name: /The figure/ }).click();
  const place = page.getByRole("region", { name: "Place in the text" });
  await expect(place).toContainText("$240 billion");
  await expect(place).toContainText("$250 billion");
  expect(await axeFindings(page)).toEqual([]);
  await place.getByRole("button", { name: "Confirm the new place" }).click();
  await expect(page.getByText("Claim 1 has its place.")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Article text" }).getByText("$250 billion")).toBeVisible();

  await page.getByRole("button", { name: /The fall/ }).click();
  await place.getByRole("button", { name: "Attach to the selection" }).click();
  await expect(page.getByText(/Nothing is selected/)).toBeVisible();
  await selectWords(page, "Later it dropped");
  await place.getByRole("button", { name: "Attach to the selection" }).click();
  await expect(page.getByText("Claim 3 has its place.")).toBeVisible();
  await expect(page.getByText(/for you: the text under them changed/)).toHaveCount(0);
});

test("a claim takes other bounds by selecting anew and by the keyboard", async ({ as }) => {
  const { page, person } = await as("editor");
  const article = await makeArticle({ author: person });
  await makeClaim({ article, author: person, state: "approved" });
  await page.goto(`/desk/articles/${article.id}`);
  await page.getByRole("button", { name: /Trade came to/ }).click();
  await page.getByRole("button", { name: "Adjust bounds" }).click();
  const set = page.getByRole("button", { name: "Set the bounds of claim 1" });
  await expect(set).toBeVisible();
  await selectWords(page, "se to $240 bill");
  await set.click();
  await expect(page.getByText("Claim 1 has its place.")).toBeVisible();
  const card = page.getByRole("listitem").filter({ hasText: "Trade came to" });
  await expect(card.getByRole("blockquote")).toHaveText("rose to $240 billion");
  await page.keyboard.press("b");
  await expect(set).toBeVisible();
  for (let press = 0; press < 3; press++) await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("b");
  await expect(card.getByRole("blockquote")).toHaveText("rose to $240 billion, a");
  // Other words than were signed: it has to be signed again.
  await expect(card.getByRole("button", { name: "Submit for review" })).toBeVisible();
});

test("a claim that was begun on the old text keeps its words", async ({ as }) => {
  const author = await as("editor");
  const article = await makeArticle({ author: author.person });
  await author.page.goto(`/desk/articles/${article.id}`);
  await selectWords(author.page, "$240 billion");
  await author.page.keyboard.press("m");
  await author.page.getByLabel("Statement").fill("Typed on the old text.");
  await expect(author.page.getByText("Draft kept")).toBeVisible();

  const other = await as("editor");
  await other.page.goto(`/desk/articles/${article.id}`);
  await other.page.getByText("Replace the text", { exact: true }).first().click();
  await other.page.getByLabel("The new text").fill(NEW);
  await other.page.getByRole("button", { name: "Replace the text" }).click();
  await expect(other.page.getByText(/The article has a new text/)).toBeVisible();

  await author.page.getByRole("button", { name: "Save claim" }).click();
  await expect(author.page.getByText(/text has changed since you opened it/)).toBeVisible();
  await author.page.reload();
  await selectWords(author.page, "$250 billion");
  await author.page.keyboard.press("m");
  await expect(author.page.getByLabel("Statement")).toHaveValue("Typed on the old text.");
  await author.page.getByRole("button", { name: "Save claim" }).click();
  await expect(author.page.getByText("Claim 1 is saved.")).toBeVisible();
});
