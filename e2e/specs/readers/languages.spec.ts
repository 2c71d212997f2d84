import { axeFindings, DEMO, expect, test } from "../../fixtures/desk";
import { sidewaysScrolling, smallTargets } from "../../fixtures/reader-checks";

/** The language in the menu of the page before it, and what the page then says. */
const LANGUAGES = [
  ["es", "Español", "ltr", "Lo que hemos comprobado"],
  ["fr", "Français", "ltr", "Ce que nous avons établi"],
  ["de", "Deutsch", "ltr", null],
  ["ar", "العربية", "rtl", null],
  ["zh", "中文", "ltr", null],
  ["en", "English", "ltr", "What we found"],
] as const;

test("readers choose the language of a page, and keep it", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto(DEMO);
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  for (const [tag, name, direction, finding] of LANGUAGES)
    await test.step(name, async () => {
      // With the keyboard alone.
      await page.locator("header summary").focus();
      await page.keyboard.press("Enter");
      await page.getByRole("link", { name, exact: true }).focus();
      await page.keyboard.press("Enter");
      await expect(page).toHaveURL(`${DEMO}?lang=${tag}`);
      await expect(page.locator("html")).toHaveAttribute("lang", tag);
      expect(await page.evaluate(() => document.dir || "ltr")).toBe(direction);
      if (finding) await expect(page.getByRole("heading", { name: finding })).toBeVisible();
      expect(await axeFindings(page)).toEqual([]);
      expect([...(await sidewaysScrolling(page)), ...(await smallTargets(page))]).toEqual([]);
      await page.goto(`${DEMO}/claims/1?lang=${tag}`);
      await expect(page.locator("html")).toHaveAttribute("lang", tag);
      expect(await axeFindings(page)).toEqual([]);
      await page.goBack();
    });
  await test.step("links keep it", async () => {
    await page.goto(`${DEMO}?lang=ar`);
    await page.locator("#claim-1 a[href*='/claims/1']").click();
    await expect(page).toHaveURL(`${DEMO}/claims/1?lang=ar`);
    await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
  });
});

test("an address that asks for an unknown language is answered in the one of the article", async ({
  request,
}) => {
  const [plain, unknown, arabic] = [
    await request.get(DEMO),
    await request.get(`${DEMO}?lang=tlh`),
    await request.get(`${DEMO}?lang=ar`),
  ];
  expect(unknown.headers().etag).toBe(plain.headers().etag);
  expect(arabic.headers().etag).not.toBe(plain.headers().etag);
  expect([plain, arabic].map((response) => response.headers()["content-language"])).toEqual(["en", "ar"]);
});
