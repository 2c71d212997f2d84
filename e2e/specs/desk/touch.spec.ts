import type { Locator, Page } from "@playwright/test";
import {
  expect,
  makeArticle,
  makeClaim,
  makePerson,
  openDesk,
  rangeOfWords,
  selectWords,
  test,
} from "../../fixtures/desk";
import { openTouchScreen, SCREENS, smallTargets } from "../../fixtures/touch";

const sheetOf = (page: Page) => page.locator("[data-sheet]:not([data-covered])");

/** The box of what must be there. */
async function boxOf(locator: ReturnType<Page["locator"]>) {
  const box = await locator.boundingBox();
  if (!box) throw new Error("It is not on the page.");
  return { ...box, bottom: box.y + box.height, middle: box.x + box.width / 2 };
}

/** Expects some words to be above the sheet, once the page has scrolled them there. */
async function expectWordsAbove(words: Locator, sheet: Locator): Promise<void> {
  await expect.poll(async () => (await boxOf(words)).bottom - (await boxOf(sheet)).y).toBeLessThan(0);
}

/** Taps a word. @param across pixels from its start: a tap at the same point soon after another would be a double tap */
async function tapWord(page: Page, word: string, across = 8): Promise<void> {
  const start = await rangeOfWords(page, word, "start");
  await page.touchscreen.tap(start.x + across, start.y);
}

for (const screen of SCREENS)
  test(`at ${screen.width} px a claim is a sheet that leaves its words in view, and a selection is marked by touch`, async ({
    browser,
    baseURL,
  }) => {
    const person = await makePerson();
    const made = await makeArticle({ author: person });
    await makeClaim({ article: made, author: person });
    const { context, page, drag } = await openTouchScreen(browser, person, baseURL ?? "", screen);
    await openDesk(page, made);
    const text = page.getByRole("textbox", { name: "Article text" });
    const mark = text.locator("mark").first();
    const sheet = sheetOf(page);
    const head = page.getByRole("button", { name: /Trade came to/ });

    await test.step("the first lines of the article are within the first screen", async () => {
      await expect(mark).toBeInViewport();
      expect((await boxOf(text)).y).toBeLessThan(screen.height / 3);
      await expect(text).toHaveAttribute("inputmode", "none");
    });

    await test.step("a tap opens the claim at once, below its words, with the focus in it", async () => {
      await tapWord(page, "billion");
      await expect(head).toBeFocused();
      await expect(head).toHaveAttribute("aria-expanded", "true");
      await expect(page.getByRole("menu")).toHaveCount(0);
      await expect.poll(async () => (await boxOf(sheet)).bottom).toBeCloseTo(screen.height, 0);
      expect((await boxOf(sheet)).y).toBeGreaterThanOrEqual(screen.height / 2 - 1);
      await expectWordsAbove(mark, sheet);
    });

    await test.step("a finger draws it up and down by its handle, and the words stay in view", async () => {
      const low = await boxOf(sheet);
      await drag({ x: low.middle, y: low.y + 20 }, { y: 200 });
      await expect(page.getByRole("button", { name: "Show less" })).toBeVisible();
      await expect.poll(async () => (await boxOf(sheet)).y).toBeCloseTo(160, 0);
      const tall = await boxOf(sheet);
      await expectWordsAbove(mark, sheet);
      await expect(mark).toBeInViewport();
      await drag({ x: tall.middle, y: tall.y + 20 }, { y: tall.y + 200 });
      await expect(page.getByRole("button", { name: "Show more" })).toBeVisible();
      const scrolled = await page.evaluate(() => scrollY);
      // At its end the page behind it stays where it is.
      await sheet.evaluate((element) => element.scrollTo(0, element.scrollHeight));
      await drag({ x: low.middle, y: screen.height - 60 }, { y: screen.height - 260 });
      expect(await page.evaluate(() => scrollY)).toBe(scrolled);
      await sheet.evaluate((element) => element.scrollTo(0, 0));
    });

    // The other ways to close it are the same on both.
    if (screen !== SCREENS[0])
      await test.step("Back closes it, with the focus in the text", async () => {
        await page.goBack();
        await expect(sheet).toHaveCount(0);
        await expect(text).toBeFocused();
      });
    else {
      await test.step("a swipe, Escape, Back and a button close it, with the focus in the text", async () => {
        const ways: (() => Promise<unknown>)[] = [
          async () => {
            const { y, middle } = await boxOf(sheet);
            await drag({ x: middle, y: y + 20 }, { y: y + 200 });
          },
          () => page.keyboard.press("Escape"),
          () => page.goBack(),
          () => page.getByRole("button", { name: "Back to text" }).tap(),
        ];
        for (const [time, close] of ways.entries()) {
          if (time > 0) await tapWord(page, "billion", time % 2 === 0 ? 8 : 40);
          await expect(head).toBeFocused();
          await close();
          await expect(sheet).toHaveCount(0);
          await expect(text).toBeFocused();
          await expect(mark).toBeInViewport();
        }
      });

      await test.step("the form is a sheet above the card; Back closes it, and its draft stays", async () => {
        await tapWord(page, "billion");
        await page.getByRole("button", { name: "Edit", exact: true }).tap();
        const form = page.getByRole("form", { name: "Edit claim" });
        const statement = form.getByLabel("Statement");
        await statement.tap();
        await statement.press("End");
        await statement.pressSequentially(" Twice.");
        await expectWordsAbove(mark, sheet);
        await page.goBack();
        await expect(form).toHaveCount(0);
        await expect(head).toBeFocused();
        await page.getByRole("button", { name: "Edit", exact: true }).tap();
        await expect(statement).toHaveValue(/ Twice\.$/);
        await form.getByRole("button", { name: "Discard" }).tap();
        await expect(form).toHaveCount(0);
        // What can be undone is said above the sheet of the card, not over it.
        const notice = await boxOf(page.getByText("Form discarded."));
        expect(notice.bottom).toBeLessThanOrEqual((await boxOf(sheet)).y);
        expect(notice.y).toBeGreaterThan(0);
        await page.getByRole("button", { name: "Back to text" }).tap();
        await expect(sheet).toHaveCount(0);
      });
    }

    await test.step("the actions of a selection are at the lower edge, follow its handles, and mark its words", async () => {
      // As the handles do: this browser selects nothing by a long press.
      await selectWords(page, "a record");
      const markClaim = page.getByRole("button", { name: "Mark claim" });
      const bar = await boxOf(markClaim);
      expect(bar.height).toBeGreaterThanOrEqual(44);
      expect(bar.bottom).toBeGreaterThan(screen.height - 44);
      await selectWords(page, "Then it");
      await markClaim.tap();
      const form = page.getByRole("form", { name: "Mark a claim" });
      await expect(form.getByRole("blockquote")).toHaveText("Then it");
      const { y } = await boxOf(sheet);
      const words = await rangeOfWords(page, "Then it", "end");
      expect(words.y).toBeLessThan(y);
      await form.getByRole("button", { name: "Discard" }).tap();
      await expect(text).toBeFocused();
    });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(screen.width);
    await context.close();
  });

test("nested marks offer a choice, and every target on the desk's pages is 44 px and fits a phone", async ({
  browser,
  baseURL,
}) => {
  const person = await makePerson({ role: "administrator" });
  const word = "Donaudampfschifffahrtsgesellschaft".repeat(3);
  await makeArticle({ author: person, title: word, publisher: word });
  const made = await makeArticle({ author: person });
  await makeClaim({ article: made, author: person });
  await makeClaim({ article: made, author: person, anchor: { exact: "countries rose to $240 billion" } });
  const { context, page } = await openTouchScreen(browser, person, baseURL ?? "", SCREENS[0]);
  await openDesk(page, made);

  await test.step("the choice", async () => {
    await tapWord(page, "billion");
    const choices = page.getByRole("menu", { name: "Claims at this point" }).getByRole("menuitem");
    await expect(choices).toHaveCount(2);
    for (const choice of await choices.all()) expect((await boxOf(choice)).height).toBeGreaterThanOrEqual(44);
    await choices.first().tap();
    await expect(sheetOf(page)).toBeVisible();
    expect(await smallTargets(page), "the article with an open claim").toEqual([]);
    await page.getByRole("button", { name: "Edit", exact: true }).tap();
    await page.getByRole("form", { name: "Edit claim" }).waitFor();
    expect(await smallTargets(page), "the form of a claim").toEqual([]);
  });

  const article = `/desk/articles/${made.id}`;
  const check = async (shown: Page, path: string) =>
    test.step(path.replace(made.id, "…"), async () => {
      // With its style sheets.
      await shown.goto(path);
      await expect(shown.getByRole("main")).toBeVisible();
      expect(await smallTargets(shown), "targets").toEqual([]);
      const width = await shown.evaluate(() => document.documentElement.scrollWidth);
      expect(width, "its width").toBe(390);
    });
  for (const path of ["/desk/articles/new", `${article}/replace`, `${article}/text`]) await check(page, path);
  await context.close();

  // The other pages have all their controls before their scripts run.
  const still = await openTouchScreen(browser, person, baseURL ?? "", SCREENS[0], {
    javaScriptEnabled: false,
  });
  for (const path of [
    "/desk",
    "/desk/board",
    "/desk/my-work",
    "/desk/review",
    "/desk/watching",
    "/desk/people",
    "/desk/account",
    "/desk/account/shortcuts",
    "/desk/sources",
    "/desk/sources/new",
    "/desk/sources/import",
    "/desk/claimants",
    "/desk/activity",
    "/desk/notifications",
    "/desk/guide",
    "/desk/settings",
    "/desk/settings/scales",
    "/desk/settings/history",
    ...["checks", "guests", "history", "publications", "publish", "versions"].map(
      (name) => `${article}/${name}`,
    ),
  ])
    await check(still.page, path);
  await still.context.close();
});
