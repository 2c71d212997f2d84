import type { Page } from "@playwright/test";
import {
  axeFindings,
  caretBefore,
  expect,
  makeArticle,
  makePerson,
  openDesk,
  rangeOfWords,
  test,
} from "../../fixtures/desk";
import { signInAs } from "../../fixtures/sign-in-as";

const TEXT =
  "Then Angela Merkel said trade rose to $240 billion in 2023.\nLater “it fell by 12.5%” in Berlin, she said.";

const panel = (page: Page) => page.getByRole("region", { name: "Coverage" });

test("a checker ticks off every name, figure and quotation by key; a colleague sees it, and the record says who", async ({
  as,
}) => {
  const author = await makePerson({ name: "Cora Coverage" });
  const made = await makeArticle({ author, content: { format: "text", value: TEXT } });
  const { page } = await as(author);
  const other = await as("checker");
  await openDesk(page, made);
  await openDesk(other.page, made);
  await caretBefore(other.page, "Later");
  await other.page.keyboard.press("t");
  await expect(panel(other.page)).toContainText("Names 0 of 2");

  await test.step("T opens the panel, N goes to the first item, T ticks off", async () => {
    await caretBefore(page, "Then");
    await page.keyboard.press("t");
    await expect(panel(page)).toContainText("Figures 0 of 3");
    await page.keyboard.press("n");
    await expect(panel(page).getByRole("status")).toHaveText("Name: Angela Merkel. Open.");
    await page.keyboard.press("t");
    await page.keyboard.press("t");
    await expect(panel(page)).toContainText("Names 1 of 2Figures 1 of 3Quotations 0 of 1");
    await expect(panel(other.page)).toContainText("Names 1 of 2Figures 1 of 3Quotations 0 of 1");
  });

  await test.step("Shift+T opens the last one again, Shift+S skips with a reason", async () => {
    await page.keyboard.press("Shift+T");
    await expect(panel(page).getByRole("status")).toHaveText("Figure: $240 billion. Open.");
    await page.keyboard.press("Shift+S");
    await page.getByLabel("Why is it not checked?").pressSequentially("In the table");
    await page.keyboard.press("Enter");
    await expect(panel(page)).toContainText("Figures 1 of 3");
    await expect(page.locator(":focus")).toHaveAttribute("aria-label", "Article text");
    expect(await axeFindings(page)).toEqual([]);
  });

  await test.step("a colleague opens an item again with its checkbox, after a reload as well", async () => {
    await other.page.reload();
    await caretBefore(other.page, "Later");
    await other.page.keyboard.press("t");
    await panel(other.page).getByLabel("Show").selectOption({ label: "Ticked off (2)" });
    await expect(panel(other.page)).toContainText("Skipped by Cora Coverage: In the table");
    await panel(other.page).getByRole("checkbox", { name: "Tick off Angela Merkel" }).click();
    await expect(panel(page)).toContainText("Names 0 of 2");
  });

  await test.step("the record of checking", async () => {
    await panel(page).getByRole("link", { name: "Who checked what" }).click();
    const rows = page.getByRole("table", { name: "Checks" }).getByRole("row");
    await expect(rows).toHaveCount(4);
    await expect(rows.nth(1)).toContainText("$240 billion");
    await expect(rows.nth(1)).toContainText("Skipped: In the table");
    await expect(rows.nth(3)).toContainText(`Opened again by ${other.person.name}`);
    expect(await axeFindings(page)).toEqual([]);
  });
});

test("on a phone, a tap on an item ticks it off, and the text stays in view", async ({
  browser,
  baseURL,
}) => {
  const person = await makePerson({ role: "checker" });
  const made = await makeArticle({ author: person, content: { format: "text", value: TEXT } });
  const context = await browser.newContext({ hasTouch: true, viewport: { width: 390, height: 844 } });
  await signInAs(context, person, baseURL ?? "");
  const page = await context.newPage();
  await openDesk(page, made);
  await caretBefore(page, "Then");
  await page.keyboard.press("t");
  await expect(panel(page)).toContainText("Names 0 of 2");
  const at = await rangeOfWords(page, "Merkel", "start");
  await page.touchscreen.tap(at.x + 4, at.y);
  await expect(panel(page)).toContainText("Names 1 of 2");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await context.close();
});
