import { extractText, getDocumentProxy } from "unpdf";
import { axeFindingsInBothThemes, DEMO, expect, test } from "../../fixtures/desk";

const figure = /^Claim \d+: True$/;

test.describe("the published article", () => {
  test("hover opens a card that can be entered; Escape dismisses it, and so does moving the pointer away", async ({
    page,
  }) => {
    await page.goto(DEMO);
    const words = page
      .getByRole("main")
      .getByText("the Crowd’s Liberation Military", { exact: true })
      .first();
    await words.hover();
    const card = page.getByRole("dialog", { name: /Claim 2: Altered/ });
    await expect(card).toContainText("People's Liberation Army");
    await expect(card.getByRole("link", { name: /Putin concludes a trip/ })).toBeVisible();
    // It begins where its words do, and as close to them as the pointer's way is short.
    const [at, text] = [await card.boundingBox(), await words.boundingBox()];
    expect(Math.abs((at?.x ?? 0) - (text?.x ?? -100))).toBeLessThan(2);
    expect((at?.y ?? 0) - (text?.y ?? -100) - (text?.height ?? 0)).toBeLessThan(12);
    await card.hover();
    await expect(card).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(card).toBeHidden();
    await page.getByRole("heading", { level: 1 }).hover();
    await words.hover();
    await expect(card).toBeVisible();
    await page.getByRole("heading", { level: 1 }).hover();
    await expect(card).toBeHidden();
  });

  test("the card of a mark at the start, the centre and the end of a small window stays inside it", async ({
    page,
  }) => {
    await page.setViewportSize({ width: 1000, height: 600 });
    await page.goto(DEMO);
    const words = page.getByRole("main").getByText("$240 billion", { exact: true }).first();
    const card = page.getByRole("dialog", { name: /Claim 20/ });
    for (const block of ["start", "center", "end"] as const)
      await test.step(block, async () => {
        await words.evaluate(
          (element, at) => element.scrollIntoView({ block: at, behavior: "instant" }),
          block,
        );
        await words.hover();
        await expect(card).toBeInViewport({ ratio: 0.99 });
        await page.keyboard.press("Escape");
        await expect(card).toBeHidden();
        // Away from the words, so that they are entered again.
        await page.mouse.move(0, 0);
      });
    await test.step("what is above it gets higher, and the page scrolls", async () => {
      await words.click();
      const isBeside = () =>
        words.evaluate((element) => {
          const [text, box] = [element, document.querySelector("claim-cards [role=dialog]")].map((each) =>
            each?.getBoundingClientRect(),
          );
          if (!text || !box) return false;
          const gap = Math.max(box.top - text.bottom, text.top - box.bottom);
          return gap > 0 && gap < 12;
        });
      const shiftText = (pixels: number) =>
        page.getByRole("heading", { level: 1 }).evaluate((heading, height) => {
          heading.style.paddingBottom = `${height}px`;
        }, pixels);
      await shiftText(120);
      await expect.poll(isBeside).toBe(true);
      await shiftText(0);
      await words.evaluate((element) => element.scrollIntoView({ block: "end", behavior: "instant" }));
      await expect(card).toBeInViewport({ ratio: 0.99 });
      await expect.poll(isBeside).toBe(true);
    });
  });

  test("Tab goes from claim to claim and opens each card; Enter goes into it, Escape back", async ({
    page,
  }) => {
    await page.goto(DEMO);
    await page.getByRole("link", { name: "Claim 1: Altered" }).focus();
    await page.keyboard.press("Tab");
    const second = page.getByRole("link", { name: "Claim 2: Altered" });
    await expect(second).toBeFocused();
    const card = page.getByRole("dialog", { name: "Claim 2: Altered" });
    await expect(card).toBeVisible();
    await page.keyboard.press("Enter");
    await expect(card.getByRole("button", { name: "Previous claim" })).toBeFocused();
    await page.keyboard.press("Shift+Tab");
    await expect(second).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(card).toBeHidden();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Escape");
    await expect(second).toBeFocused();
    await page.keyboard.press("Enter");
    await card.getByRole("link", { name: "Full entry of claim 2" }).press("Enter");
    await expect(page).toHaveURL(/#claim-2$/);
    await expect(card).toBeHidden();
  });

  test("J and K step through the claims, also those that a filter leaves", async ({ page }) => {
    await page.goto(DEMO);
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await expect(page.getByRole("dialog", { name: "Claim 2: Altered" })).toBeVisible();
    await expect(page.getByText("2 of 21", { exact: true })).toBeVisible();
    await page.keyboard.press("k");
    await expect(page.getByRole("dialog", { name: "Claim 1: Altered" })).toBeVisible();
    await page.keyboard.press("Escape");
    await page.getByText("Filter and view").click();
    await page.getByRole("radio", { name: "Only what is wrong" }).check();
    await expect(page.getByText("1 of 9", { exact: true })).toBeVisible();
    await expect(page.getByRole("article")).toHaveCount(9);
    await expect(page.getByRole("link", { name: "Claim 3: True" })).toBeHidden();
    await page.getByText("Harbin, capital of China", { exact: false }).first().click();
    await expect(page.getByRole("dialog")).toBeHidden();
    await page.getByRole("button", { name: "Next claim" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Next claim" }).click();
    await expect(page.getByRole("dialog", { name: "Claim 4: Altered" })).toBeVisible();
    await page.goto(`${DEMO}#claim-3`);
    await expect(page.locator("#claim-3")).toBeInViewport();
  });

  test("a rating of the summary filters, and shows only its claims", async ({ page }) => {
    await page.goto(DEMO);
    await page
      .getByRole("region", { name: "21 claims checked" })
      .getByRole("link", { name: "Altered" })
      .click();
    await expect(page.getByText("8 of 21 claims")).toBeInViewport();
    await expect(page.getByRole("article")).toHaveCount(8);
  });

  test("findings are shown in the margin at their line, or below their paragraph, and on the next visit too", async ({
    page,
  }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(DEMO);
    await page.getByText("Filter and view").click();
    await page.getByRole("radio", { name: "In the margin" }).check();
    const notes = page.locator("[data-note]");
    await expect(notes).toHaveCount(21);
    await page.reload();
    await expect(notes).toHaveCount(21);
    const boxes = await notes.evaluateAll((all) =>
      all.map((note) => note.getBoundingClientRect()).map(({ top, bottom }) => ({ top, bottom })),
    );
    boxes.sort((one, other) => one.top - other.top);
    for (const [index, { bottom }] of boxes.slice(0, -1).entries())
      expect(bottom).toBeLessThanOrEqual(boxes[index + 1]?.top ?? Infinity);
    const line = await page.getByRole("link", { name: "Claim 1: Altered" }).boundingBox();
    const note = await notes.filter({ hasText: "two-day trip" }).first().boundingBox();
    expect(Math.abs((note?.y ?? 0) - (line?.y ?? 0))).toBeLessThan(30);
    const icon = await notes.first().locator("svg").boundingBox();
    expect(icon?.width).toBeLessThan(24);
    await page.setViewportSize({ width: 390, height: 844 });
    await expect(notes.first()).not.toHaveAttribute("data-beside");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });

  test("a tap opens the card below the tapped words, and Back closes it", async ({ browser }) => {
    const context = await browser.newContext({
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    });
    const page = await context.newPage();
    await page.goto(DEMO);
    await page.getByRole("main").getByText("the Crowd’s Liberation Military", { exact: true }).first().tap();
    const card = page.getByRole("dialog", { name: /Claim 2: Altered/ });
    await expect(card).toBeVisible();
    const words = page.locator("#mark-2");
    const sheet = await card.boundingBox();
    const tapped = await words.boundingBox();
    expect((tapped?.y ?? 0) + (tapped?.height ?? 0)).toBeLessThan(sheet?.y ?? 0);
    await page.goBack();
    await expect(card).toBeHidden();
    expect(page.url()).toContain(DEMO);
    await words.tap();
    await card.getByRole("button", { name: "Close" }).tap();
    await expect(card).toBeHidden();
    await context.close();
  });

  test("the card of nested claims offers a choice", async ({ page }) => {
    await page.goto(DEMO);
    const card = page.getByRole("dialog", { name: figure });
    // A click opens the card once the page's script runs; before, it follows the link.
    await expect(async () => {
      await page.getByRole("main").getByText("$240 billion", { exact: true }).first().click();
      await expect(card).toContainText("$240.1 billion", { timeout: 1_000 });
    }).toPass();
    const choice = card.getByRole("group", { name: "Claims on this text" });
    await expect(choice.getByRole("button")).toHaveCount(2);
    // In the order of the text: the claim around the words comes first.
    await choice.getByRole("button").first().click();
    await expect(page.getByRole("dialog", { name: /Mostly true/ })).toContainText("64% above 2021");
    // The next claim stands alone.
    await page.getByRole("dialog").getByRole("button", { name: "Next claim" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Next claim" }).click();
    await expect(page.getByRole("dialog", { name: /Claim 21/ })).toBeVisible();
    await expect(page.getByRole("group", { name: "Claims on this text" })).toBeHidden();
  });

  test("everything is there without JavaScript", async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(DEMO);
    await expect(page.getByRole("article")).toHaveCount(21);
    await page
      .getByRole("main")
      .getByText("the Crowd’s Liberation Military", { exact: true })
      .first()
      .click();
    await expect(page).toHaveURL(/#claim-2$/);
    await page.getByRole("link", { name: /^Back to the text at claim 2\b(?!\d)/ }).click();
    await expect(page).toHaveURL(/#mark-2$/);
    await context.close();
  });

  test("no editor code reaches readers", async ({ page }) => {
    const scripts: Promise<string>[] = [];
    page.on("response", (response) => {
      if (response.request().resourceType() === "script") scripts.push(response.text());
    });
    await page.goto(DEMO, { waitUntil: "networkidle" });
    expect(scripts.length).toBeGreaterThan(0);
    for (const script of await Promise.all(scripts))
      expect(script).not.toMatch(/prosemirror|ProseMirror|tiptap/);
  });
});

test("each claim has its own page with one ClaimReview", async ({ page }) => {
  await page.goto(`${DEMO}/claims/2`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Harbin Institute of Technology works/);
  const scripts = page.locator('script[type="application/ld+json"]');
  const data = (await scripts.allTextContents()).map((text) => JSON.parse(text));
  expect(data.map((each) => each["@type"])).toEqual(["ClaimReview", "BreadcrumbList"]);
  expect(data[0]).toMatchObject({
    "@type": "ClaimReview",
    url: expect.stringMatching(/\/claims\/2$/),
    reviewRating: { alternateName: "Altered", ratingValue: 2, bestRating: 5, worstRating: 1 },
  });
  await expect(page.locator("blockquote", { has: page.locator("mark") })).toHaveText(
    /^He met scholars .* with the Crowd’s Liberation Military\.$/,
  );
  const history = page.getByRole("region", { name: "History" }).getByRole("listitem");
  await expect(history).toHaveCount(1);
  await expect(history).toContainText("First published.");
  const related = page.getByRole("region", { name: /^Other claims/ }).getByRole("listitem");
  expect(await related.count()).toBeGreaterThan(0);
  expect(await related.getByRole("link", { name: /Crowd's Liberation Military/ }).count()).toBe(0);
  await page.getByRole("link", { name: "Claim 3", exact: true }).click();
  await expect(page).toHaveURL(/\/claims\/3$/);
});

test("what is not checkable has no ClaimReview", async ({ page, request }) => {
  await page.goto(DEMO);
  const id = await page.getByRole("link", { name: /Claim \d+: Not checkable/ }).getAttribute("id");
  const html = await (await request.get(`${DEMO}/claims/${id?.match(/\d+/)?.[0]}`)).text();
  expect(html).toContain("Not checkable");
  expect(html).not.toContain("ClaimReview");
});

test("on paper, the article and its report are short", async ({ page }) => {
  for (const path of [DEMO, `${DEMO}/report`]) {
    await page.goto(path);
    const printed = await getDocumentProxy(new Uint8Array(await page.pdf({ format: "A4" })));
    expect(printed.numPages, path).toBeLessThanOrEqual(15);
  }
});

test("the PDF report contains every claim with its verdict", async ({ page, request }) => {
  await page.goto(`${DEMO}/report`);
  const verdicts = await page.getByRole("article").evaluateAll((entries) =>
    entries.map((entry) => ({
      statement: entry.querySelector("h3")?.textContent ?? "",
      verdict: entry.querySelector("[data-rating]")?.textContent ?? "",
    })),
  );
  expect(verdicts).toHaveLength(21);
  const response = await request.get(`${DEMO}/report.pdf`);
  expect(response.headers()["content-type"]).toBe("application/pdf");
  const pdf = await getDocumentProxy(new Uint8Array(await response.body()));
  const { text } = await extractText(pdf, { mergePages: true });
  const words = text.replace(/\s+/g, " ");
  for (const { statement, verdict } of verdicts) {
    const at = words.indexOf(statement);
    expect(at, statement).toBeGreaterThan(-1);
    expect(words.slice(at, at + 2000)).toContain(verdict);
  }

  const again = await request.get(`${DEMO}/report.pdf`, {
    headers: { "If-None-Match": response.headers().etag ?? "" },
  });
  expect(again.status()).toBe(304);
  const nowhere = await request.get("/articles/nowhere/report.pdf");
  expect(nowhere.status()).toBe(404);
  expect(nowhere.headers()["content-type"]).toContain("application/problem+json");
});

test("unpublished articles are not found", async ({ request }) => {
  for (const path of [
    "/articles/nothing",
    `${DEMO}/claims/22`,
    `${DEMO}/claims/0`,
    `${DEMO}/claims/x`,
    "/articles/nothing/report",
    "/articles/nothing/report.pdf",
  ])
    expect((await request.get(path)).status(), path).toBe(404);
});

for (const path of ["/", DEMO, `${DEMO}/claims/2`, `${DEMO}/report`, "/nowhere"])
  test(`axe finds no problems on ${path} in either theme, and it fits a phone`, async ({ page }) => {
    await page.goto(path);
    expect(await axeFindingsInBothThemes(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
