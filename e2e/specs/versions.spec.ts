import {
  axeFindings,
  caretBefore,
  expect,
  makeArticle,
  makeClaim,
  openDesk,
  selectWords,
  test,
  typeInto,
} from "../fixtures/desk";

const NEW =
  "News of today.\nTrade rose fast. In 2023 trade between the two countries rose to $250 billion, a record.\nLater it dropped.";

test("the text is replaced: claims follow, or wait to be checked", async ({ as }) => {
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
  await openDesk(page, article);
  await page.getByText("Replace the text", { exact: true }).first().click();
  const form = page.getByRole("form", { name: "Replace the text" });

  await typeInto(form.getByLabel("New text"), "   ");
  await form.getByRole("button", { name: "Replace the text" }).click();
  await expect(form.getByText(/has no text/)).toBeVisible();

  await form.getByLabel("New text").fill(NEW);
  await form.getByRole("button", { name: "Replace the text" }).click();
  await expect(
    page.getByText("New version saved. 1 claim was carried over; 2 claims need checking."),
  ).toBeVisible();
  await page.getByRole("button", { name: "Show them" }).click();
  await expect(page.getByRole("heading", { name: "Claims 2 of 3" })).toBeVisible();

  await page.getByRole("button", { name: /The figure/ }).click();
  const anchorCheck = page.getByRole("region", { name: "Position in the text" });
  await expect(anchorCheck).toContainText("$240 billion");
  await expect(anchorCheck).toContainText("$250 billion");
  expect(await axeFindings(page)).toEqual([]);
  await anchorCheck.getByRole("button", { name: "Confirm new position" }).click();
  await expect(page.getByText("Position of claim 1 confirmed.")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Article text" }).getByText("$250 billion")).toBeVisible();

  await page.getByRole("button", { name: /The fall/ }).click();
  await anchorCheck.getByRole("button", { name: "Attach to the selection" }).click();
  await expect(page.getByText(/Select the claim's text in the article first/)).toBeVisible();
  await selectWords(page, "Later it dropped");
  await anchorCheck.getByRole("button", { name: "Attach to the selection" }).click();
  await expect(page.getByText("Position of claim 3 confirmed.")).toBeVisible();
  await expect(page.getByText(/needs? checking: (its|their) text changed/)).toHaveCount(0);
});

test("a claim's highlight is adjusted by selecting again and with the keyboard", async ({ as }) => {
  const { page, person } = await as("editor");
  const article = await makeArticle({ author: person });
  await makeClaim({ article, author: person, state: "approved" });
  await openDesk(page, article);
  await page.getByRole("button", { name: /Trade came to/ }).click();
  await page.getByRole("button", { name: "Adjust highlight" }).click();
  const set = page.getByRole("button", { name: "Set highlight of claim 1" });
  await expect(set).toBeVisible();
  await selectWords(page, "se to $240 bill");
  await set.click();
  await expect(page.getByText("Highlight of claim 1 adjusted.")).toBeVisible();
  const card = page.getByRole("listitem").filter({ hasText: "Trade came to" });
  await expect(card.getByRole("blockquote")).toHaveText("rose to $240 billion");
  await page.keyboard.press("b");
  await expect(set).toBeVisible();
  for (let press = 0; press < 3; press++) await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("b");
  await expect(card.getByRole("blockquote")).toHaveText("rose to $240 billion, a");
  // The text differs from what was approved, so it needs approval again.
  await expect(card.getByRole("button", { name: "Submit for review" })).toBeVisible();
});

test("a claim started on the old text keeps what was typed", async ({ as }) => {
  const author = await as("editor");
  const article = await makeArticle({ author: author.person });
  await openDesk(author.page, article);
  await selectWords(author.page, "$240 billion");
  await author.page.keyboard.press("m");
  await author.page.getByLabel("Statement").fill("Typed on the old text.");
  await expect(author.page.getByText("Draft saved")).toBeVisible();

  const other = await as("editor");
  await openDesk(other.page, article);
  await other.page.getByText("Replace the text", { exact: true }).first().click();
  await other.page.getByLabel("New text").fill(NEW);
  await other.page.getByRole("button", { name: "Replace the text" }).click();
  await expect(other.page.getByText(/New version saved/)).toBeVisible();

  await author.page.getByRole("button", { name: "Save claim" }).click();
  await expect(author.page.getByText(/text has changed since you opened it/)).toBeVisible();
  await author.page.reload();
  await selectWords(author.page, "$250 billion");
  await author.page.keyboard.press("m");
  await expect(author.page.getByLabel("Statement")).toHaveValue("Typed on the old text.");
  await author.page.getByRole("button", { name: "Save claim" }).click();
  await expect(author.page.getByText("Claim 1 saved.")).toBeVisible();
});

test("the text is edited: claims follow the edits, a reload loses nothing, and versions can be compared", async ({
  as,
}) => {
  const { page, person } = await as("editor");
  const article = await makeArticle({ author: person });
  await makeClaim({ article, author: person, statement: "The figure." });
  await makeClaim({ article, author: person, anchor: { exact: "Then it fell" }, statement: "The fall." });
  await makeClaim({ article, author: person, anchor: { exact: "Trade rose fast" }, statement: "The pace." });
  await openDesk(page, article);
  await page.getByRole("link", { name: "Edit the text" }).click();
  const text = page.getByRole("textbox", { name: "Article text" });
  const save = page.getByRole("button", { name: "Save as version 2" });
  await expect(save).toBeDisabled();
  await caretBefore(page, "Then");
  await page.keyboard.type("Later, or so they say:");
  await page.keyboard.press("Enter");
  await caretBefore(page, "$240");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Delete");
  await page.keyboard.type("3");
  await expect(page.getByText("Claims: 1 edited, 0 removed, 2 unchanged.")).toBeVisible();
  await expect(page.getByText("Your edits are saved in this browser.")).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await page.reload();
  await expect(page.getByRole("textbox", { name: "Article text" })).toBeVisible();
  await expect(page.getByText(/Your edits from .* were restored/)).toBeVisible();
  await expect(text).toContainText("$340 billion");
  await caretBefore(page, "Trade rose");
  await page.keyboard.press("Shift+End");
  await page.keyboard.press("Delete");
  await page.keyboard.press("Control+z");
  await expect(text).toContainText("Trade rose fast");
  await save.click();
  await expect(
    page.getByText("New version saved. 2 claims were carried over; 1 claim needs checking."),
  ).toBeVisible();

  await page.getByRole("link", { name: "Version 2" }).click();
  await expect(page.getByRole("heading", { name: "Versions 2" })).toBeVisible();
  const claims = page.getByRole("region", { name: "Claims, from version 1 to 2" });
  await expect(claims).toContainText("1 claim unchanged, 1 moved with the same text, 1 changed.");
  await expect(claims.getByRole("listitem")).toHaveText(
    /Needs checking, its text changed: claim 1, The figure/,
  );
  const compared = page.getByRole("region", { name: "Text, from version 1 to 2" });
  await expect(compared.getByRole("insertion").filter({ hasText: "Later" })).toHaveCount(1);
  expect(await axeFindings(page)).toEqual([]);
});

test("edits of a text that has been replaced are refused, and not lost", async ({ as }) => {
  const { page, person } = await as("editor");
  const article = await makeArticle({ author: person });
  await page.goto(`/desk/articles/${article.id}/text`);
  await caretBefore(page, "Then");
  await page.keyboard.type("Mine. ");
  const other = await as("editor");
  await openDesk(other.page, article);
  await other.page.getByText("Replace the text", { exact: true }).first().click();
  await other.page.getByLabel("New text").fill(NEW);
  await other.page.getByRole("button", { name: "Replace the text" }).click();
  await expect(other.page.getByText(/New version saved/)).toBeVisible();
  await page.getByRole("button", { name: "Save as version 2" }).click();
  await expect(page.getByText(/Someone changed the article's text in the meantime/)).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Article text" })).toContainText("Mine. Then");
});

test("figures that are pasted into the text stay raised: as characters, letters as formatting", async ({
  as,
}) => {
  const { page, person } = await as("editor");
  const article = await makeArticle({ author: person });
  await page.goto(`/desk/articles/${article.id}/text`);
  await caretBefore(page, "Then");
  const text = page.getByRole("textbox", { name: "Article text" });
  await text.evaluate((element) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData(
      "text/html",
      "On the 5<sup>th</sup>, 10<sup>9</sup> litres and 2<sup>1</sup>/<sub>2</sub> ships came. ",
    );
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect(text).toContainText("On the 5th, 10⁹ litres and 2½ ships came.");
  await expect(text.getByRole("superscript")).toHaveText("th");
});

test("a claim whose text is gone is offered the most similar passages, and can be retired", async ({
  as,
}) => {
  const { page, person } = await as("editor");
  const article = await makeArticle({
    author: person,
    content: {
      format: "text",
      value: "Customs figures for the year show growth.\nThe ministry denied it all.",
    },
  });
  await makeClaim({
    article,
    author: person,
    anchor: { exact: "Customs figures for the year show growth" },
    statement: "The growth.",
  });
  await makeClaim({
    article,
    author: person,
    anchor: { exact: "The ministry denied it all" },
    statement: "The denial.",
  });
  await openDesk(page, article);
  await page.getByText("Replace the text", { exact: true }).first().click();
  const form = page.getByRole("form", { name: "Replace the text" });
  await form
    .getByLabel("New text")
    .fill(
      "Quite another story now begins here.\nIt has many other words in it.\nThe year shows growth, customs figures say.",
    );
  await form.getByRole("button", { name: "Replace the text" }).click();
  await expect(
    page.getByText("New version saved. No claims were carried over; 2 claims need checking."),
  ).toBeVisible();
  // Server actions fail while the claim is opened.
  await page.route("**", (route) =>
    route.request().headers()["next-action"] ? route.abort() : route.fallback(),
  );
  await page.getByRole("button", { name: /The growth/ }).click();
  const anchorCheck = page.getByRole("region", { name: "Position in the text" });
  await expect(anchorCheck.getByText("Suggestions could not be loaded.")).toBeVisible();
  await page.unroute("**");
  await anchorCheck.getByRole("button", { name: "Retry" }).click();
  await expect(anchorCheck.getByText("Possible positions")).toBeVisible();
  await expect(anchorCheck.getByRole("listitem").first()).toContainText("figures");
  await anchorCheck.getByRole("button", { name: "Attach here" }).first().click();
  await expect(page.getByText("Position of claim 1 confirmed.")).toBeVisible();
  await page.getByRole("button", { name: /The denial/ }).click();
  await anchorCheck.getByRole("button", { name: "Retire claim" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "The denial" })).toContainText("Retired");
  await expect(page.getByText(/needs? checking: (its|their) text changed/)).toHaveCount(0);
});
