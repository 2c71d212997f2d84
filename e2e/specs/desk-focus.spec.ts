import type { Locator, Page } from "@playwright/test";
import {
  chooseInMenu,
  expect,
  makeArticle,
  makeClaim,
  makePerson,
  openDesk,
  selectWords,
  test,
  typeInto,
} from "../fixtures/desk";

/** The head of a claim's card. */
const card = (page: Page, statement: string): Locator =>
  page.getByRole("region", { name: "Claims", exact: true }).getByRole("button", { name: statement });

test("after each action the focus is where the next thing happens, by keys and by buttons", async ({
  as,
}) => {
  const { page, person } = await as("editor");
  const author = await makePerson();
  const article = await makeArticle({ author });
  const texts = ["Trade rose fast", "$240 billion", "Then it fell"];
  for (const exact of texts)
    await makeClaim({
      article,
      author,
      anchor: { exact },
      statement: `It says ${exact}.`,
      state: "in_review",
    });
  await makeClaim({ article, author: person, anchor: { exact: "the two countries" }, statement: "A draft." });
  await openDesk(page, article);
  const [first, second, third] = texts.map((exact) => card(page, `It says ${exact}.`)) as [
    Locator,
    Locator,
    Locator,
  ];
  const menu = page.getByRole("button", { name: "Article", exact: true });
  const bubble = page.getByRole("button", { name: "Mark claim" });
  const form = page.getByRole("form", { name: "Mark a claim" });
  /** Presses a button by the keyboard. */
  const press = (name: string) => page.getByRole("button", { name, exact: true }).press("Enter");

  await test.step("reviewing, from the head and by the key", async () => {
    await press("Review 3 claims");
    await expect(first).toBeFocused();
    await page.keyboard.press("a");
    await expect(second).toBeFocused();
    await press("Approve");
    await expect(second).toContainText("Approved");
    await expect(second).toBeFocused();
  });

  await test.step("submitting by the key", async () => {
    await card(page, "A draft.").press("Enter");
    await page.keyboard.press("s");
    await expect(card(page, "A draft.")).toContainText("In review");
    await expect(card(page, "A draft.")).toBeFocused();
  });

  await test.step("selecting several, and being done", async () => {
    await press("Select");
    await expect(page.getByRole("checkbox").first()).toBeFocused();
    await press("Done selecting");
    await expect(page.getByRole("button", { name: "Select", exact: true })).toBeFocused();
  });

  await test.step("deleting, and undoing it", async () => {
    await third.press("Enter");
    await press("Delete");
    await expect(page.getByText("Claim 3 deleted.")).toBeVisible();
    await expect(third).toHaveCount(0);
    await expect(page.locator("[data-claim-card]:focus")).toHaveCount(1);
    await press("Undo");
    await expect(third).toBeFocused();
    await press("Dismiss message");
    await expect(third).toBeFocused();
  });

  await test.step("duplicating and merging", async () => {
    await page.getByText("Split, merge, duplicate").press("Enter");
    await press("Duplicate");
    await expect(page.getByText("Claim 5 is a duplicate of claim 3.")).toBeVisible();
    await expect(page.locator("[data-claim-card]:focus")).toContainText("5.");
    await page.getByText("Split, merge, duplicate").press("Enter");
    await press("Merge into this claim");
    await expect(page.getByText(/was merged into claim 5/)).toBeVisible();
    await expect(page.locator("[data-claim-card]:focus")).toContainText("5.");
  });

  await test.step("a panel of the article, closed and saved", async () => {
    await chooseInMenu(page, "Details");
    await expect(page.getByRole("region", { name: "Details" })).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(menu).toBeFocused();
    await chooseInMenu(page, "Write the finding");
    await typeInto(page.getByRole("textbox", { name: /^Finding/ }), "Right.");
    await press("Save finding");
    await expect(page.getByText("Finding saved.")).toBeVisible();
    await expect(menu).toBeFocused();
  });

  await test.step("a selection offers its actions until they are used or refused", async () => {
    await selectWords(page, "Then it fell");
    await page.keyboard.press("Escape");
    await expect(bubble).toHaveCount(0);
    await selectWords(page, "Then it");
    await page.keyboard.press("m");
    await expect(form).toBeVisible();
    await expect(bubble).toHaveCount(0);
    await form.getByRole("button", { name: "Discard", exact: true }).click();
  });

  await test.step("what is found can be marked", async () => {
    await page.getByRole("textbox", { name: "Article text" }).click();
    await page.keyboard.press("/");
    await page.keyboard.type("rose fast");
    await expect(page.getByText("1 of 1", { exact: true })).toBeVisible();
    await page.getByRole("search").getByRole("button", { name: "Mark", exact: true }).click();
    await expect(form.getByLabel("Statement")).toHaveValue(/rose fast/);
    await form.getByRole("button", { name: "Discard", exact: true }).click();
    await page.getByRole("textbox", { name: "Find in the article" }).press("Escape");
    await page.keyboard.press("m");
    await expect(form.getByLabel("Statement")).toHaveValue(/rose fast/);
    await form.getByRole("button", { name: "Discard", exact: true }).click();
  });

  await test.step("people to mention are not cut off by the card", async () => {
    await first.click();
    await page.locator("summary", { hasText: /^Comments/ }).click();
    const comment = page.getByRole("textbox", { name: "Comment on this claim" });
    await typeInto(comment, "@");
    const option = page.getByRole("listbox").getByRole("option").first();
    await expect(option).toBeVisible();
    const isOnTop = await option.evaluate((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return element.contains(document.elementFromPoint(left + width / 2, top + height / 2));
    });
    expect(isOnTop).toBe(true);
    await page.keyboard.press("Escape");
  });

  await test.step("on a phone the head is one row, and a new version says in sight what happened", async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`/desk/articles/${article.id}?followed=3&waiting=0`);
    const message = page.getByText("New version saved. 3 claims were carried over.");
    await expect(message).toBeInViewport();
    await expect(page.locator(":focus").filter({ has: message })).toHaveCount(1);
    const size = await page.getByRole("main").evaluate((main) => ({
      head: main.querySelector("header")?.getBoundingClientRect().height ?? 0,
      text: main.querySelector("[role=textbox]")?.getBoundingClientRect().top ?? 0,
      wide: document.documentElement.scrollWidth,
    }));
    expect(size.head).toBeLessThanOrEqual(57);
    expect(size.text).toBeLessThan(400);
    expect(size.wide).toBe(390);
  });

  await test.step("the list of shortcuts opens at its top", async () => {
    await menu.focus();
    await page.keyboard.press("?");
    const sheet = page.getByRole("dialog");
    await expect(sheet.getByRole("heading")).toBeInViewport();
    expect(await sheet.evaluate((element) => element.scrollTop)).toBe(0);
  });
});
