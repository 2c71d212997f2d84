import type { Browser, Page } from "@playwright/test";
import { rationale } from "@/lib/testing/builders";
import { must, revisionOf } from "@/lib/testing/factories";
import { updateArticleDetails } from "@/lib/workflows/articles/update-article-details";
import { publishArticle } from "@/lib/workflows/publication/publish-article";
import { DEMO, expect, makeArticle, makeClaim, makePerson, test } from "../../fixtures/desk";
import {
  coveredLines,
  type FocusStop,
  invisibleMarks,
  lowContrast,
  motion,
  sidewaysScrolling,
  smallTargets,
  tab,
} from "../../fixtures/reader-checks";

/** Publishes an article with a claim on each quote. Every other field contains `words`. @returns its path */
async function publishText(text: string, quotes: readonly string[], words: string, language: string) {
  const [author, approver, editor] = [await makePerson(), await makePerson(), await makePerson()];
  const details = { title: words, byline: words, publisher: words, language };
  const article = await makeArticle({ author, ...details, content: { format: "text", value: text } });
  const ratings = ["false", "misleading", "altered", "needs-context", "mostly-true", "true"];
  for (const [index, exact] of quotes.entries())
    await makeClaim({
      ...{ article, author, approver, state: "approved", anchor: { exact } },
      statement: words,
      claimant: `${words} ${index}`,
      tags: [words.slice(0, 40)],
      verdict: { ratingKey: ratings[index] ?? "true", rationaleDoc: rationale(words) },
      evidence: [
        {
          ...{ stance: "refutes", excerpt: words, note: words },
          source: { title: words, publisher: words, url: `https://${crypto.randomUUID()}.example/${words}` },
        },
      ],
    });
  const articleId = article.id;
  must(
    await updateArticleDetails(editor, {
      ...{ ...details, articleId, revision: await revisionOf(articleId) },
      sourceUrl: `https://news.example/${crypto.randomUUID()}/${words}`,
      finding: words,
    }),
  );
  must(await publishArticle(editor, { articleId, revision: await revisionOf(articleId) }));
  return `/articles/${article.slug}`;
}

const LONG = "Donaudampfschifffahrtsgesellschaft".repeat(3).slice(0, 100);

test("with a mouse or a keyboard, in any theme, every mark and card can be reached and read", async ({
  browser,
}) => {
  test.slow();
  // A clock belongs to its context, which is closed at the end.
  const page = await (await browser.newContext()).newPage();
  await page.clock.install();
  await page.setViewportSize({ width: 1440, height: 800 });
  await page.goto(DEMO);
  const card = page.getByRole("dialog");
  const words = page.getByRole("main").getByText("the Crowd’s Liberation Military", { exact: true }).first();

  await test.step("a card on hover can be entered, stays, and is dismissed without moving (1.4.13)", async () => {
    await words.hover();
    await page.clock.runFor(200);
    await expect(card).toBeVisible();
    const [from, to] = [await words.boundingBox(), await card.boundingBox()];
    if (!from || !to) throw new Error("the mark and its card have no position");
    const path = Array.from({ length: 9 }, (_, index) => (index + 1) / 9);
    for (const part of path) {
      await page.mouse.move(
        from.x + from.width / 2 + (to.x + to.width / 2 - from.x - from.width / 2) * part,
        from.y + from.height / 2 + (to.y + 20 - from.y - from.height / 2) * part,
      );
      await page.clock.runFor(25);
    }
    await page.clock.runFor(60_000);
    await expect(card).toBeVisible();
    await page.keyboard.press("Escape");
    await page.clock.runFor(60_000);
    await expect(card).toBeHidden();
    // It opens again, and closes once the pointer is elsewhere.
    await page.getByRole("heading", { level: 1 }).hover();
    await words.hover();
    await page.clock.runFor(60_000);
    await expect(card).toBeVisible();
    await page.getByRole("heading", { level: 1 }).hover();
    await page.clock.runFor(1_000);
    await expect(card).toBeHidden();
  });

  await test.step("each claim is named in the accessibility tree by its number and rating", async () => {
    const tree = await page.locator("[data-marked-text]").ariaSnapshot();
    const titles = await page.getByRole("article").evaluateAll((all) =>
      all.map(({ id, ownerDocument }) => {
        const rating = ownerDocument.querySelector(`#${id} [data-rating]`)?.textContent;
        return `Claim ${id.replace("claim-", "")}: ${rating}`;
      }),
    );
    expect(titles).toHaveLength(21);
    // Where one link holds the words and the reference, its name begins with the words.
    for (const title of titles) expect(tree).toMatch(new RegExp(`link ".*${title}"`));
  });

  await test.step("skip links go to the content, and past the text", async () => {
    await page.reload();
    const skip = page.getByRole("link", { name: "Skip to content" });
    await page.keyboard.press("Tab");
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport({ ratio: 1 });
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await expect(page.getByRole("main").locator(":focus")).toHaveText("Full report");
    const past = page.getByRole("link", { name: "Skip the article and go to the claims" });
    await past.focus();
    await expect(past).toBeInViewport({ ratio: 1 });
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await expect(page.locator("#claim-1").locator(":focus")).toHaveCount(1);
    await page.keyboard.press("Escape");
  });

  await test.step("Tab visits all claims in order, each after at most 3 stops, and is always seen", async () => {
    await page.getByRole("link", { name: "Skip the article and go to the claims" }).focus();
    const stops: FocusStop[] = [];
    while (stops.at(-1)?.claim !== 21 && stops.length < 80) stops.push(await tab(page));
    const at = stops.flatMap(({ claim }, index) => (claim === null ? [] : [{ claim, index }]));
    expect(at.map(({ claim }) => claim).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 21 }, (_, index) => index + 1),
    );
    const gaps = at.slice(1).map(({ index }, before) => index - (at[before]?.index ?? 0));
    expect(Math.max(...gaps)).toBeLessThanOrEqual(3);
    expect(stops.filter((stop) => !(stop.isAfterLast && stop.isVisible && stop.isUncovered))).toEqual([]);
    await page.keyboard.press("Escape");
  });

  for (const colorScheme of ["light", "dark"] as const)
    await test.step(`open marks and cards can be read in the ${colorScheme} theme`, async () => {
      await page.emulateMedia({ colorScheme });
      const problems = new Set<string>();
      for (let claim = 1; claim <= 21; claim++) {
        await page.keyboard.press("j");
        await expect(card).toBeVisible();
        for (const each of await lowContrast(page, "#claim-card, [data-active], [aria-expanded]"))
          problems.add(each);
        for (const each of await coveredLines(page, "[data-active]")) problems.add(each);
      }
      expect([...problems]).toEqual([]);
      await page.keyboard.press("Escape");
      expect(await lowContrast(page, "[data-marked-text]")).toEqual([]);
    });

  await test.step("forced colours keep the marks, and nothing moves for those who asked for it", async () => {
    await page.emulateMedia({ forcedColors: "active", reducedMotion: "reduce" });
    await page.keyboard.press("j");
    await expect(page.locator("[data-active]").first()).toHaveCSS("outline-style", "solid");
    expect(await invisibleMarks(page)).toEqual([]);
    expect(await motion(page)).toEqual([]);
  });

  await test.step("every control is large enough for a finger (2.5.8)", async () => {
    await page.getByText("Filter and view").click();
    await words.click();
    await expect(card).toBeVisible();
    expect(await smallTargets(page)).toEqual([]);
  });
  await page.context().close();
});

test("at 320 px, as at 400 % zoom, words of 100 letters do not widen any page", async ({ browser }) => {
  const quotes = [1, 2, 3].map((number) => `claim ${number} of ${LONG}`);
  const path = await publishText(
    quotes.map((quote) => `Before it ${quote} after it.`).join("\n"),
    quotes,
    LONG,
    "en",
  );
  const context = await browser.newContext({ viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 });
  const page = await context.newPage();
  for (const address of [`${path}/claims/1`, `${path}/report`, path]) {
    await page.goto(address);
    expect(await sidewaysScrolling(page), address).toEqual([]);
    expect(await smallTargets(page), address).toEqual([]);
  }
  await page.getByText("Filter and view").click();
  await page.getByRole("radio", { name: "Below each paragraph" }).check();
  expect(await sidewaysScrolling(page), "with the filter and findings in the text").toEqual([]);
  await page.getByText("Filter and view").click();
  for (let claim = 1; claim <= 3; claim++) {
    await page.getByRole("button", { name: "Next claim" }).first().click();
    const card = page.getByRole("dialog", { name: `Claim ${claim}: ` });
    await expect(card).toBeInViewport({ ratio: 0.99 });
    expect(await sidewaysScrolling(page), "with a card").toEqual([]);
    await card.getByRole("button", { name: "Close" }).click();
  }
  await context.close();
});

test("text, verdicts and sources are there without JavaScript", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(DEMO);
  await expect(page.locator("[data-marked-text]")).toBeVisible();
  await expect(page.getByRole("region", { name: "What we found" })).toContainText("We checked 21 claims");
  const entries = page.getByRole("article");
  await expect(entries).toHaveCount(21);
  for (const entry of await entries.all()) {
    await expect(entry.locator("[data-rating]")).toBeVisible();
    await expect(
      entry.getByRole("list", { name: "Sources of this claim" }).getByRole("listitem"),
    ).not.toHaveCount(0);
  }
  await expect(
    page
      .getByRole("region", { name: /^Sources/ })
      .getByRole("listitem")
      .first(),
  ).toBeVisible();
  // The search works without a script.
  await expect(page.getByRole("main").getByRole("button")).toHaveCount(0);
  await context.close();
});

const TEXTS = [
  {
    ...{ name: "right to left", language: "ar", dir: "rtl", words: "قال الوزير إن الأرقام صحيحة" },
    text: "ارتفعت الصادرات بنسبة عشرة في المئة في عام واحد.\nقال الوزير إن البطالة انخفضت إلى النصف منذ العام الماضي.",
    quotes: ["ارتفعت الصادرات بنسبة عشرة في المئة", "البطالة انخفضت إلى النصف"],
  },
  {
    ...{ name: "Chinese", language: "zh", dir: "ltr", words: "部长说这些数字是正确的" },
    text: "出口在一年内增长了百分之十,专家们对此表示怀疑。\n部长说失业率自去年以来减少了一半,因为数据来源不同。",
    quotes: ["出口在一年内增长了百分之十", "失业率自去年以来减少了一半"],
  },
] as const;

/** Opens the card of a claim by its words, and checks that both can be seen. */
async function openByWords(page: Page, quote: string, by: "hover" | "tap", dir: string) {
  const words = page.locator("[data-marked-text] .mark", { hasText: quote });
  await expect(words).toHaveCSS("direction", dir);
  await words[by]();
  const card = page.getByRole("dialog", { name: /^Claim 2: / });
  await expect(card).toBeInViewport({ ratio: 0.99 });
  await expect(card.getByRole("blockquote").first()).toHaveCSS("direction", dir);
  expect(await coveredLines(page, "[data-active]")).toEqual([]);
  expect(await sidewaysScrolling(page)).toEqual([]);
  return card;
}

async function openPage(browser: Browser, path: string, options: Parameters<Browser["newContext"]>[0]) {
  const page = await (await browser.newContext(options)).newPage();
  await page.goto(path);
  return page;
}

for (const { name, language, dir, words, text, quotes } of TEXTS)
  test(`${name}: cards and notes are next to their words, by mouse and by touch`, async ({ browser }) => {
    // The words around the text are English, so that one test reads both.
    const path = `${await publishText(text, quotes, words, language)}?lang=en`;
    const wide = await openPage(browser, path, { viewport: { width: 1440, height: 900 } });
    const card = await openByWords(wide, quotes[1], "hover", dir);
    await wide.keyboard.press("Escape");
    await expect(card).toBeHidden();
    await wide.getByText("Filter and view").click();
    await wide.getByRole("radio", { name: "In the margin" }).check();
    const note = wide.locator("[data-note][data-beside]").first();
    await expect(note).toBeVisible();
    const [noteBox, textBox] = [
      await note.boundingBox(),
      await wide.locator("[data-marked-text]").boundingBox(),
    ];
    if (!noteBox || !textBox) throw new Error("the note and the text have no position");
    if (dir === "rtl") expect(noteBox.x + noteBox.width).toBeLessThanOrEqual(textBox.x);
    else expect(noteBox.x).toBeGreaterThanOrEqual(textBox.x + textBox.width);
    expect(await sidewaysScrolling(wide)).toEqual([]);
    await wide.context().close();

    const phone = await openPage(browser, path, {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    });
    const sheet = await openByWords(phone, quotes[1], "tap", dir);
    await sheet.getByRole("button", { name: "Close" }).tap();
    await expect(sheet).toBeHidden();
    await phone.context().close();
  });
