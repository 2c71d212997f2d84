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
} from "../../fixtures/desk";

/** The head of a claim's card. */
const card = (page: Page, statement: string): Locator =>
  page.getByRole("region", { name: "Claims", exact: true }).getByRole("button", { name: statement });

const texts = ["Trade rose fast", "$240 billion", "Then it fell"];

/** The article of another person with three claims in review. */
async function makeReviewedArticle() {
  const author = await makePerson();
  const article = await makeArticle({ author });
  for (const exact of texts)
    await makeClaim({
      article,
      author,
      anchor: { exact },
      statement: `It says ${exact}.`,
      state: "in_review",
    });
  return article;
}

/** Presses a button by the keyboard. */
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).press("Enter");

/** The button of the article's menu. */
const menuButton = (page: Page) => page.getByRole("button", { name: "Article", exact: true });

test("after each step of a claim the focus is where the next thing happens, by keys and by buttons", async ({
  as,
}) => {
  const { page, person } = await as("editor");
  const article = await makeReviewedArticle();
  await makeClaim({ article, author: person, anchor: { exact: "the two countries" }, statement: "A draft." });
  await openDesk(page, article);
  const [first, second, third] = texts.map((exact) => card(page, `It says ${exact}.`)) as [
    Locator,
    Locator,
    Locator,
  ];

  await test.step("reviewing, from the head and by the key", async () => {
    await press(page, "Review 3 claims");
    await expect(first).toBeFocused();
    await page.keyboard.press("a");
    await expect(second).toBeFocused();
    await press(page, "Approve");
    await expect(second).toContainText("Approved");
    await expect(second).toBeFocused();
  });

  await test.step("submitting by the key", async () => {
    await card(page, "A draft.").press("Enter");
    await page.keyboard.press("s");
    await expect(card(page, "A draft.")).toContainText("In review");
    await expect(card(page, "A draft.")).toBeFocused();
  });

  await test.step("by keys on a closed card: its form opens, or a line says why nothing happens", async () => {
    await third.press("s");
    await expect(page.getByText("Claim 3 is already in review.")).toBeVisible();
    await expect(third).toHaveAttribute("aria-expanded", "false");
    await third.press("e");
    await expect(page.getByRole("form", { name: "Edit claim" })).toBeVisible();
    await expect(third).toHaveAttribute("aria-expanded", "true");
    await page.keyboard.press("Escape");
    await expect(third).toBeFocused();
    await third.press("Enter");
  });

  await test.step("selecting several, and being done", async () => {
    await press(page, "Select");
    await expect(page.getByRole("checkbox").first()).toBeFocused();
    await press(page, "Done selecting");
    await expect(page.getByRole("button", { name: "Select", exact: true })).toBeFocused();
  });

  await test.step("deleting, and undoing it", async () => {
    await third.press("Enter");
    await press(page, "Delete");
    await expect(page.getByText("Claim 3 deleted.")).toBeVisible();
    await expect(third).toHaveCount(0);
    await expect(page.locator("[data-claim-card]:focus")).toHaveCount(1);
    await press(page, "Undo");
    await expect(third).toBeFocused();
    await press(page, "Dismiss message");
    await expect(third).toBeFocused();
  });

  await test.step("duplicating and merging", async () => {
    await page.getByText("Split, merge, duplicate").press("Enter");
    await press(page, "Duplicate");
    await expect(page.getByText("Claim 5 is a duplicate of claim 3.")).toBeVisible();
    await expect(page.locator("[data-claim-card]:focus")).toContainText("5.");
    await page.getByText("Split, merge, duplicate").press("Enter");
    await press(page, "Merge into this claim");
    await expect(page.getByText(/was merged into claim 5/)).toBeVisible();
    await expect(page.locator("[data-claim-card]:focus")).toContainText("5.");
  });
});

test("panels, selections and what is found leave the focus where the next thing happens", async ({ as }) => {
  const { page } = await as("editor");
  await openDesk(page, await makeArticle({ author: await makePerson() }));
  const menu = menuButton(page);
  const bubble = page.getByRole("button", { name: "Mark claim" });
  const form = page.getByRole("form", { name: "Mark a claim" });

  await test.step("a panel of the article, saved and closed", async () => {
    await chooseInMenu(page, "Details");
    const details = page.getByRole("region", { name: "Details" });
    await expect(details).toBeFocused();
    await typeInto(details.getByRole("textbox", { name: /^Finding/ }), "Right.");
    await press(page, "Save details");
    await expect(details.getByText("Saved", { exact: true })).toBeVisible();
    await expect(details.getByRole("button", { name: "Save details" })).toBeFocused();
    await page.keyboard.press("Escape");
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
    await page.getByRole("textbox", { name: "Find in the article" }).press("Alt+m");
    await expect(form.getByRole("radio", { name: "False", exact: true })).toBeFocused();
    await form.getByRole("button", { name: "Discard", exact: true }).click();
    await page.getByRole("textbox", { name: "Find in the article" }).press("Escape");
    await page.keyboard.press("m");
    await expect(form.getByLabel("Statement")).toHaveValue(/rose fast/);
    await form.getByRole("button", { name: "Discard", exact: true }).click();
  });
});

test("what opens is in sight: people to mention, the message of a new version on a phone, the list of shortcuts", async ({
  as,
}) => {
  const { page } = await as("editor");
  const article = await makeReviewedArticle();
  await openDesk(page, article);

  await test.step("people to mention are not cut off by the card", async () => {
    await card(page, `It says ${texts[0]}.`).click();
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
    await menuButton(page).focus();
    await page.keyboard.press("?");
    const sheet = page.getByRole("dialog");
    await expect(sheet.getByRole("heading", { name: "Keyboard shortcuts" })).toBeInViewport();
    expect(await sheet.evaluate((element) => element.scrollTop)).toBe(0);
  });
});
