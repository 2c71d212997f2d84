import type { Page } from "@playwright/test";
import {
  axeFindings,
  axeFindingsInBothThemes,
  expect,
  makeArticle,
  makeClaim,
  openDesk,
  selectWords,
  test,
} from "../../fixtures/desk";

/** The row of a command in a list of shortcuts. */
const row = (page: Page, command: string) =>
  page.getByRole("listitem").filter({ has: page.getByText(command, { exact: true }) });

test("keys can be changed and single letters switched off, in all tabs", async ({ as }) => {
  const { page, person } = await as("editor");
  const article = await makeArticle({ author: person });
  await makeClaim({ article, author: person, statement: "The first." });
  const desk = await page.context().newPage();
  await openDesk(desk, article);
  const claim = desk.getByRole("button", { name: /The first/ });
  await page.goto("/desk/account/shortcuts");
  expect(await axeFindings(page)).toEqual([]);

  await test.step("a new key works at once on a page that is open", async () => {
    await row(page, "Next claim")
      .getByRole("button", { name: /^Change/ })
      .click();
    await page.keyboard.press("Control+t");
    await expect(page.getByRole("alert").filter({ hasText: "browser" })).toBeVisible();
    await page.keyboard.press("Alt+j");
    await expect(row(page, "Next claim")).toContainText("Alt + J");
    await desk.bringToFront();
    await desk.keyboard.press("?");
    const sheet = desk.getByRole("dialog", { name: "Keyboard shortcuts" });
    await expect(row(desk, "Next claim")).toContainText("Alt + J");
    await desk.keyboard.press("Escape");
    await expect(sheet).toBeHidden();
    await desk.keyboard.press("Alt+j");
    await expect(claim).toBeFocused();
  });

  await test.step("single letters do nothing when they are off", async () => {
    await page.bringToFront();
    const saved = page.waitForResponse((response) => response.request().method() === "POST");
    await page.getByRole("checkbox", { name: "Single-letter keys" }).uncheck();
    await expect(row(page, "Find in the article")).toContainText("off");
    await saved;
    await desk.bringToFront();
    await desk.reload();
    await desk.getByRole("textbox", { name: "Article text" }).focus();
    await desk.keyboard.press("?");
    await desk.keyboard.press("Control+k");
    await expect(desk.getByRole("dialog", { name: "Search" })).toBeVisible();
    await expect(desk.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeHidden();
    await desk.keyboard.press("Escape");
    await desk.keyboard.press("Alt+j");
    await expect(claim).toBeFocused();
  });
});

test("the tour follows what a new person does, and goes on after a reload", async ({ as }) => {
  const { page } = await as("checker");
  await page.goto("/desk");
  await page.getByRole("button", { name: "Take the tour" }).click();
  const tour = page.getByRole("region", { name: "Tour" });
  await expect(tour).toBeFocused();
  await expect(tour.getByRole("heading", { name: "Select the words of a claim" })).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);

  await test.step("by keys", async () => {
    await page.keyboard.press("ArrowRight");
    await expect(tour.getByRole("heading", { name: "Mark them as a claim" })).toBeVisible();
    await page.keyboard.press("ArrowLeft");
    await expect(tour.getByRole("heading", { name: "Select the words of a claim" })).toBeVisible();
  });

  await test.step("by what is done", async () => {
    await selectWords(page, "more than in any year before");
    await expect(tour.getByRole("heading", { name: "Mark them as a claim" })).toBeVisible();
    await page.keyboard.press("m");
    await expect(tour.getByRole("heading", { name: "Choose a verdict" })).toBeVisible();
    await tour.getByRole("button", { name: "Go there" }).click();
    await page.keyboard.press("Space");
    await expect(tour.getByRole("heading", { name: "Say why" })).toBeVisible();
  });

  await test.step("after a reload, on a phone", async () => {
    await page.setViewportSize({ width: 390, height: 800 });
    await page.reload();
    await expect(tour.getByRole("heading", { name: "Say why" })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });

  await test.step("Escape ends it, and it is not offered again", async () => {
    // The form came back a moment after the tour, and left the focus where it was.
    await expect(page.getByRole("form", { name: "Mark a claim" })).toBeVisible();
    await expect(tour).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(tour).toBeHidden();
    await page.getByRole("button", { name: "Discard", exact: true }).click();
    await page.goto("/desk");
    await expect(page.getByRole("heading", { name: /Articles/ })).toBeVisible();
    await expect(page.getByText("New here?")).toBeHidden();
  });

  await test.step("the guide explains the rest", async () => {
    await page.goto("/desk/guide#review");
    await expect(page.getByRole("heading", { name: "Review", exact: true })).toBeInViewport();
    expect(await axeFindingsInBothThemes(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });
});
