import { must } from "@/lib/testing/factories";
import { getArticle } from "@/lib/workflows/articles/get-article";
import { replaceText } from "@/lib/workflows/articles/replace-text";
import {
  axeFindings,
  caretBefore,
  chooseFiles,
  chooseInMenu,
  expect,
  makeArticle,
  makeClaim,
  makePerson,
  openDesk,
  pasteNewText,
  selectWords,
  test,
  typeInto,
} from "../../fixtures/desk";

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
  await chooseInMenu(page, "Replace the text");
  const replace = page.getByRole("button", { name: "Replace the text" });
  await typeInto(page.getByRole("textbox", { name: "New text" }), "   ");
  await replace.click();
  await expect(page.getByText(/has no text/)).toBeVisible();

  await pasteNewText(page, article, NEW);
  const check = page.getByRole("region", { name: "What happens to the claims" });
  await expect(check.getByRole("status")).toHaveText(
    "3 claims: 1 lost, 1 with changed text, 1 moved, 0 unchanged.",
  );
  await expect(check.getByRole("listitem").filter({ visible: true })).toHaveText([
    /Claim 3: The fall\..*Then it fell/,
    /Claim 1: The figure\..*\$240 billion.*\$250 billion/,
  ]);
  await check.getByText("1 claim with the same text at another position").click();
  await expect(check.getByText("Claim 2: The pace.")).toBeVisible();
  await replace.click();
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
  await expect(page.getByText(/Select the claim’s text in the article first/)).toBeVisible();
  await selectWords(page, "Later it dropped");
  await anchorCheck.getByRole("button", { name: "Attach to the selection" }).click();
  await expect(page.getByText("Position of claim 3 confirmed.")).toBeVisible();
  await expect(page.getByText(/needs? checking: (its|their) text changed/)).toHaveCount(0);
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
  await chooseInMenu(page, "Edit the text");
  const text = page.getByRole("textbox", { name: "Article text" });
  const save = page.getByRole("button", { name: "Save as version 2" });
  await expect(save).toBeDisabled();
  await caretBefore(page, "Then");
  await page.keyboard.type("Later:");
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

  await chooseInMenu(page, "Version 2");
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
  const replace = await pasteNewText(
    page,
    article,
    "Quite another story now begins here.\nIt has many other words in it.\nThe year shows growth, customs figures say.",
  );
  await replace.click();
  await expect(
    page.getByText("New version saved. No claims were carried over; 2 claims need checking."),
  ).toBeVisible();
  // Reads fail while the claim is opened.
  await page.route("**/desk/reads/**", (route) => route.abort());
  await page.getByRole("button", { name: /The growth/ }).click();
  const anchorCheck = page.getByRole("region", { name: "Position in the text" });
  await expect(anchorCheck.getByText("Suggestions could not be loaded.")).toBeVisible();
  await page.unroute("**/desk/reads/**");
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

/** A page of a paper, whose details differ from those of the article. */
const FILE = `<!doctype html><html lang="en"><head><title>Trade revised</title><meta name="author" content="Noor Aziz"></head>
<body><article><h1>Trade revised</h1>${NEW.split("\n")
  .map((line) => `<p>${line}</p>`)
  .join("")}</article></body></html>`;

test("the text is replaced from a file, reviewed and edited, with the keyboard and at the width of a phone", async ({
  as,
}) => {
  const { page, person } = await as("editor");
  await page.setViewportSize({ width: 390, height: 844 });
  const article = await makeArticle({ author: person });
  await makeClaim({ article, author: person, statement: "The figure." });
  await page.goto(`/desk/articles/${article.id}/replace`);
  await chooseFiles(page.getByLabel("From files"), {
    name: "revised.html",
    mimeType: "text/html",
    buffer: Buffer.from(FILE),
  });
  const check = page.getByRole("region", { name: "What happens to the claims" });
  await expect(check.getByRole("status")).toHaveText(
    "1 claim: 0 lost, 1 with changed text, 0 moved, 0 unchanged.",
  );
  const useTitle = page.getByRole("checkbox", { name: /Use its title: Trade revised/ });
  await useTitle.focus();
  await page.keyboard.press("Space");
  await expect(page.getByRole("checkbox", { name: /Use its byline: Noor Aziz/ })).not.toBeChecked();
  expect(await axeFindings(page)).toEqual([]);

  // It is all there after a reload, and the claims are checked again.
  const text = page.getByRole("textbox", { name: "New text" });
  await text.focus();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type(" In May.");
  await page.keyboard.press("Tab");
  await page.reload();
  await expect(page.getByText(/Restored what you typed on/)).toBeVisible();
  await expect(text).toContainText("Later it dropped. In May.");
  await expect(useTitle).toBeChecked();
  await expect(check.getByRole("status")).toContainText("1 with changed text");

  // What was edited since is checked before it can be saved.
  await text.focus();
  await page.keyboard.press("ControlOrMeta+Home");
  await page.keyboard.type("The old $240 billion came first. ");
  const replace = page.getByRole("button", { name: "Replace the text" });
  await replace.focus();
  await page.keyboard.press("Enter");
  await expect(check.getByText("Review what happens to the claims, then replace the text.")).toBeVisible();
  await expect(check).toBeFocused();
  await expect(page).toHaveURL(/\/replace$/);
  await replace.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText(/^New version saved/)).toBeVisible();
  await expect(page.getByRole("heading", { name: "Trade revised" })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Article text" })).toContainText("dropped. In May.");
  await page.goto(`/desk/articles/${article.id}/replace`);
  await expect(page.getByRole("toolbar", { name: "Format the text" })).toBeVisible();
  await expect(text).toHaveText("");
});

/** Replaces an article's text, as someone else does in another browser. */
async function replaceMeanwhile(article: { id: string }, text: string): Promise<void> {
  const other = await makePerson({ role: "editor" });
  const { version } = must(await getArticle(other, { articleId: article.id }));
  must(
    await replaceText(other, {
      articleId: article.id,
      versionId: version.id,
      content: { format: "text", value: text },
    }),
  );
}

test("after someone else replaced the text, a claim, edits and a new text are refused, and not lost", async ({
  as,
}) => {
  const { page, person } = await as("editor");
  const article = await makeArticle({ author: person });
  await makeClaim({ article, author: person, state: "approved" });
  await openDesk(page, article);
  const text = page.getByRole("textbox", { name: "Article text" });

  await test.step("a claim's highlight is adjusted by selecting again and with the keyboard", async () => {
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

  await test.step("a claim started on the old text keeps what was typed", async () => {
    await selectWords(page, "Then it fell");
    await page.keyboard.press("m");
    await typeInto(page.getByLabel("Statement"), "On the old text.", { replace: true });
    await expect(page.getByText("Draft saved")).toBeVisible();
    await replaceMeanwhile(article, NEW);
    await page.getByRole("button", { name: "Save claim" }).click();
    await expect(page.getByText(/text has changed since you opened it/)).toBeVisible();
    await page.reload();
    await selectWords(page, "Later it dropped");
    await page.keyboard.press("m");
    await expect(page.getByLabel("Statement")).toHaveValue("On the old text.");
    await page.getByRole("button", { name: "Save claim" }).click();
    await expect(page.getByText("Claim 2 saved.")).toBeVisible();
  });

  await test.step("figures that are pasted into the text stay raised: as characters, letters as formatting", async () => {
    await page.goto(`/desk/articles/${article.id}/text`);
    await caretBefore(page, "Later");
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

  await test.step("edits are refused, and not lost", async () => {
    await caretBefore(page, "Later");
    await page.keyboard.type("Mine. ");
    await replaceMeanwhile(article, `${NEW}\nSo it ended.`);
    await page.getByRole("button", { name: "Save as version 3" }).click();
    await expect(page.getByText(/Someone changed the article's text in the meantime/)).toBeVisible();
    await expect(text).toContainText("Mine. Later");
  });

  await test.step("a new text is refused, and checked against the newer one", async () => {
    const save = await pasteNewText(page, article, `${NEW}\nSo it began.`);
    await replaceMeanwhile(article, NEW);
    await save.click();
    await expect(
      page.getByText(/Someone changed the article's text in the meantime. Your new text was not saved/),
    ).toBeVisible();
    await expect(page.getByRole("link", { name: "Compare the versions" })).toBeVisible();
    await page.getByRole("button", { name: "Check the claims against the current text" }).click();
    await expect(page.getByText(/^2 claims: .* unchanged\.$/)).toBeVisible();
    await save.click();
    await expect(page.getByText(/^New version saved/)).toBeVisible();
    await chooseInMenu(page, "Version 5");
    await expect(page.getByRole("heading", { name: "Versions 5" })).toBeVisible();
  });
});
