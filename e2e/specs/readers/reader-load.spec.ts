import { DEMO, expect, test } from "../../fixtures/desk";

for (const width of [390, 820, 1440])
  test(`nothing moves while the page loads slowly, ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    await page.addInitScript(() => {
      let shift = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shift += Number(Reflect.get(entry, "value"));
        document.documentElement.dataset.shift = String(shift);
      }).observe({ type: "layout-shift", buffered: true });
    });
    // Fonts and script come only after the text was painted.
    let release: () => void = () => undefined;
    const painted = new Promise<void>((resolve) => {
      release = resolve;
    });
    for (const files of ["**/*.woff2", "**/assets/*.js"])
      await page.route(files, async (route) => {
        await painted;
        await route.continue();
      });
    await page.goto(DEMO, { waitUntil: "commit" });
    await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length > 0);
    release();
    await expect(page.getByRole("button", { name: "Next claim" })).toBeVisible();
    const shift = await page.evaluate(async () => {
      await document.fonts.ready;
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      return Number(document.documentElement.dataset.shift ?? 0);
    });
    expect(shift).toBe(0);
  });

for (const width of [390, 1440])
  test(`addresses inside the page go to their words, although what is above was never laid out, ${width} px`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 844 });
    for (const [hash, where] of [
      ["#claim-5", "an entry below"],
      ["#claim-15", "an entry far below"],
      ["#mark-20", "words in the text"],
    ] as const)
      await test.step(`${hash}, ${where}`, async () => {
        // From the page itself, it would only scroll.
        await page.goto("about:blank");
        await page.goto(`${DEMO}${hash}`);
        const target = page.locator(hash);
        await expect(target).toBeInViewport();
        await expect
          .poll(() => target.evaluate((element) => Math.round(element.getBoundingClientRect().top)))
          .toBeLessThan(120);
        await expect(target).toBeInViewport();
      });
  });

test("all text is laid out for print", async ({ page }) => {
  await page.goto(DEMO);
  await page.emulateMedia({ media: "print" });
  const states = await page
    .locator("[data-marked-text] > *, article")
    .evaluateAll((all) => all.map((each) => getComputedStyle(each).contentVisibility));
  expect(new Set(states)).toEqual(new Set(["visible"]));
});
