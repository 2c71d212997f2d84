import type { Locator, Page } from "@playwright/test";
import {
  chooseInMenu,
  expect,
  makeArticle,
  makeClaim,
  openDesk,
  pasteNewText,
  selectWords,
  showMoreFields,
  test,
  typeInto,
} from "../../fixtures/desk";
import { makeForms, RESTORED } from "../../fixtures/make-forms";

test("a claim's form survives a reload, appears on another computer, and is brought back after it was discarded, with all its fields", async ({
  as,
}) => {
  const { page, person } = await as("editor");
  const article = await makeArticle({ author: person });
  await openDesk(page, article);
  await selectWords(page, "$240 billion");
  await page.keyboard.press("m");
  const formOn = (where: Page) => where.getByRole("form", { name: "Mark a claim" });
  const form = formOn(page);
  await typeInto(form.getByLabel("Statement"), "Trade came to", { replace: true });
  await showMoreFields(form);
  await typeInto(form.getByLabel("Claimant"), "The ministry");
  await typeInto(form.getByLabel("Tags"), "trade, china");
  await form.getByRole("radio", { name: "Needs context" }).check();
  await typeInto(form.getByRole("textbox", { name: "Rationale" }), "The year matters.");
  await form.getByRole("button", { name: "Add a source" }).click();
  const expectAllOn = async (where: Page, tags = "trade, china") => {
    const there = formOn(where);
    await expect(there.getByLabel("Statement")).toHaveValue("Trade came to");
    await expect(there.getByLabel("Claimant")).toHaveValue("The ministry");
    await expect(there.getByLabel("Tags")).toHaveValue(tags);
    await expect(there.getByRole("radio", { name: "Needs context" })).toBeChecked();
    await expect(there.getByRole("textbox", { name: "Rationale" })).toHaveText("The year matters.");
  };

  await test.step("discarded, and brought back", async () => {
    await form.getByRole("button", { name: "Discard", exact: true }).click();
    await expect(form).toHaveCount(0);
    await page.getByRole("button", { name: "Undo", exact: true }).click();
    await expectAllOn(page);
  });

  await test.step("after a reload", async () => {
    await page.reload();
    await expectAllOn(page);
    await form.getByLabel("Tags").press("End");
    await page.keyboard.type(", asia");
    await expect(page.getByText("Draft saved")).toBeVisible();
  });

  await test.step("on another computer", async () => {
    const elsewhere = await as(person);
    await openDesk(elsewhere.page, article);
    await expectAllOn(elsewhere.page, "trade, china, asia");
  });

  await test.step("once discarded, it does not come back with a reload", async () => {
    await form.getByRole("button", { name: "Discard", exact: true }).click();
    await expect(form).toHaveCount(0);
    await page.reload();
    await expect(page.getByText("No claims yet.")).toBeVisible();
    await expect(form).toHaveCount(0);
  });
});

test("a position that was confirmed by mistake is undone, and so is a retired claim", async ({ as }) => {
  const { page, person } = await as("editor");
  const article = await makeArticle({ author: person });
  await makeClaim({ article, author: person, statement: "The figure." });
  const replace = await pasteNewText(
    page,
    article,
    "Trade rose fast. In 2023 trade between the two countries rose to $250 billion, a record.",
  );
  await replace.click();
  await expect(page.getByText(/New version saved/)).toBeVisible();
  await page.getByRole("button", { name: /The figure/ }).click();
  const check = page.getByRole("region", { name: "Position in the text" });
  await expect(check).toContainText("$240 billion");
  const said = await check.getByRole("paragraph").first().textContent();

  await check.getByRole("button", { name: "Confirm new position" }).click();
  await expect(page.getByText("Position of claim 1 confirmed.")).toBeVisible();
  await expect(check).toHaveCount(0);
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(page.getByText("Undone: confirming the position of claim 1.")).toBeVisible();
  await expect(check.getByRole("paragraph").first()).toHaveText(said ?? "");

  // With the keyboard, and after a reload.
  await selectWords(page, "a record");
  await check.getByRole("button", { name: "Attach to the selection" }).click();
  await expect(check).toHaveCount(0);
  await expect(page.getByText("Position of claim 1 confirmed.")).toBeVisible();
  await page.reload();
  await page.getByRole("textbox", { name: "Article text" }).click();
  await page.keyboard.press("ControlOrMeta+z");
  await expect(page.getByText("Undone: confirming the position of claim 1.")).toBeVisible();
  await expect(check).toContainText("$250 billion");

  await check.getByRole("button", { name: "Retire claim" }).click();
  await expect(page.getByText("Claim 1 retired.")).toBeVisible();
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(page.getByText("Undone: retiring claim 1.")).toBeVisible();
  await expect(check).toContainText("$250 billion");
});

/** Opens a panel of the article that may be open already, because a draft of it was restored. */
async function openPanel(page: Page, name: string, within: Locator): Promise<void> {
  if (!(await within.isVisible())) await chooseInMenu(page, name);
}

test("choices without a text survive a reload, and leave no draft once they are taken back", async ({
  as,
}) => {
  const { page, person } = await as("administrator");
  const { article } = await makeForms(person);
  const priority = page.getByLabel("Priority", { exact: true });
  const openPlan = async () => {
    await chooseInMenu(page, "Lead and due time");
    await page.getByRole("button", { name: /^Change lead, due time and priority/ }).click();
    return priority;
  };

  await test.step("in the plan of an article", async () => {
    await openDesk(page, article);
    const before = await (await openPlan()).inputValue();
    await priority.selectOption("Urgent");
    await page.reload();
    await expect(await openPlan()).toHaveValue("urgent");
    await expect(page.getByText(RESTORED)).toBeVisible();
    await priority.selectOption(before);
    await page.reload();
    await expect(await openPlan()).toHaveValue(before);
    await expect(page.getByText(RESTORED)).toHaveCount(0);
  });

  await test.step("a verdict that is set by its key", async () => {
    await page.getByRole("button", { name: /Trade came to/ }).click();
    await page.getByRole("textbox", { name: "Article text" }).focus();
    await page.keyboard.press("2");
    const verdict = page
      .getByRole("form", { name: "Edit claim" })
      .getByRole("group", { name: "Verdict" })
      .getByRole("radio", { checked: true });
    const chosen = await verdict.inputValue();
    await page.reload();
    await expect(verdict).toHaveValue(chosen);
    await page.getByRole("button", { name: "Discard", exact: true }).click();
  });

  await test.step("the approvals that an article needs", async () => {
    const approvals = page.getByLabel("Required approvals");
    await openPanel(page, "Scale and approvals", approvals);
    await approvals.selectOption("4");
    await page.reload();
    await openPanel(page, "Scale and approvals", approvals);
    await expect(approvals).toHaveValue("4");
    await expect(page.getByText(RESTORED)).toBeVisible();
  });
});

test("everything that is discarded comes back with the next key press", async ({ as }) => {
  const { page, person } = await as("editor");
  const { article } = await makeForms(person);
  const undo = page.getByRole("status").getByRole("button", { name: "Undo", exact: true });
  /** Presses a button by the keyboard, then the Undo that has the focus. */
  const discardAndUndo = async (button: Locator) => {
    await button.focus();
    await page.keyboard.press("Enter");
    await expect(undo).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(undo).toHaveCount(0);
  };

  const dismiss = () =>
    page
      .getByRole("status")
      .filter({ has: page.getByRole("button", { name: "Undo", exact: true }) })
      .getByRole("button", { name: "Dismiss message" })
      .click();

  await openDesk(page, article);
  await test.step("a comment on a passage", async () => {
    await selectWords(page, "Then it fell");
    await page.keyboard.press("c");
    const comment = page.getByRole("textbox", { name: "Comment on this passage" });
    await typeInto(comment, "Since when?");
    await discardAndUndo(page.getByRole("button", { name: "Cancel" }));
    await expect(comment).toHaveValue("Since when?");
    await page.getByRole("button", { name: "Send", exact: true }).click();
    await expect(page.getByText("Comment added")).toBeVisible();
  });

  await test.step("the edit of a comment", async () => {
    await page.getByRole("button", { name: /^Comments/ }).click();
    await page.getByRole("button", { name: "Edit", exact: true }).click();
    const edit = page.getByRole("textbox", { name: "Your comment" });
    await typeInto(edit, " In May?");
    const typed = await edit.inputValue();
    await discardAndUndo(page.getByRole("button", { name: "Cancel" }));
    await expect(edit).toHaveValue(typed);
    await page.getByRole("button", { name: "Cancel" }).click();
    await dismiss();
    await page.getByRole("button", { name: /^Comments/ }).click();
  });

  await test.step("the note of a return", async () => {
    await page.getByRole("button", { name: /Trade came to/ }).click();
    await page.getByRole("button", { name: "Return", exact: true }).click();
    const note = page.getByLabel("What should change?");
    await typeInto(note, "Cite the report.");
    await discardAndUndo(page.getByRole("button", { name: "Cancel" }));
    await expect(note).toHaveValue("Cite the report.");
    await page.getByRole("button", { name: "Cancel" }).click();
    await dismiss();
  });

  await test.step("a source that was removed from a claim", async () => {
    await page.getByRole("button", { name: "Edit", exact: true }).click();
    const form = page.getByRole("form", { name: "Edit claim" });
    await typeInto(form.getByLabel(/^Excerpt/), "Trade came to");
    await discardAndUndo(form.getByRole("button", { name: "Remove source 1" }));
    await expect(form.getByLabel(/^Excerpt/)).toHaveValue("Trade came to");
  });

  await test.step("edits of the text", async () => {
    await page.goto(`/desk/articles/${article.id}/text`);
    const text = page.getByRole("textbox", { name: "Article text" });
    await text.click();
    await page.keyboard.press("ControlOrMeta+Home");
    await page.keyboard.type("Mine. ");
    await discardAndUndo(page.getByRole("button", { name: "Discard edits" }));
    await expect(text).toContainText("Mine. ");
    await page.getByRole("button", { name: "Discard edits" }).click();
    await expect(text).not.toContainText("Mine. ");
    await page.reload();
    await expect(text).not.toContainText("Mine. ");
  });
});
