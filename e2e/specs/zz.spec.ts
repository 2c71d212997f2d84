import { expect, makeArticle, makeManyClaims, openDesk, test } from "../fixtures/desk";

const WORDS = 100_000;
const CLAIMS = 2_000;

/** Paragraphs of numbered words: each word stands once, so that a claim on any is told from all others. */
function longText(): string {
  const paragraphs: string[] = [];
  for (let word = 0; word < WORDS; word += 50)
    paragraphs.push(`${Array.from({ length: 50 }, (_, index) => `word${word + index}`).join(" ")}.`);
  return paragraphs.join("\n");
}

test("an article of 100,000 words with 2,000 claims is worked on like any other", async ({ as }) => {
  test.slow();
  const { page, person } = await as("editor");
  const text = longText();
  const article = await makeArticle({ author: person, content: { format: "text", value: text } });
  await makeManyClaims(
    article,
    person,
    Array.from({ length: CLAIMS }, (_, index) => `word${index * 50 + 7} word${index * 50 + 8}`),
  );
  await openDesk(page, article);
  console.log("T1", Date.now() % 1000000, "await openDesk(page, article);");
  await expect(page.getByRole("heading", { name: "Claims 2000" })).toBeVisible();
  console.log("T2", Date.now() % 1000000, 'await expect(page.getByRole("heading", { name: "Claims 2000"');
  const body = page.getByRole("textbox", { name: "Article text" });
  const mark = (words: string) => body.locator("mark", { hasText: words });
  await expect(mark("word7 word8")).toBeVisible();
  console.log("T3", Date.now() % 1000000, 'await expect(mark("word7 word8")).toBeVisible();');

  // A jump to the other end: what is there is drawn by the time one sees it.
  await page.keyboard.press("Control+k");
  console.log("T4", Date.now() % 1000000, 'await page.keyboard.press("Control+k");');
  await page.getByRole("combobox", { name: "Commands" }).fill("word95007 word95008");
  console.log("T5", Date.now() % 1000000, 'await page.getByRole("combobox", { name: "Commands" }).fill(');
  await page.keyboard.press("Enter");
  console.log("T6", Date.now() % 1000000, 'await page.keyboard.press("Enter");');
  await expect(mark("word95007 word95008")).toBeInViewport();
  console.log("T7", Date.now() % 1000000, 'await expect(mark("word95007 word95008")).toBeInViewport();');
  await expect(page.getByRole("button", { name: /word95007 word95008/ })).toHaveAttribute(
    "aria-expanded",
    "true",
  );
  console.log("T8", Date.now() % 1000000, 'await expect(page.getByRole("button", { name: /word95007 wor');

  // Marking one more, with the keyboard, far down in the text.
  await page.keyboard.press("/");
  console.log("T9", Date.now() % 1000000, 'await page.keyboard.press("/");');
  await page.getByRole("textbox", { name: "Find in the article" }).fill("word95020");
  console.log("T10", Date.now() % 1000000, 'await page.getByRole("textbox", { name: "Find in the article');
  await expect(page.getByText("1 of 1")).toBeVisible();
  console.log("T11", Date.now() % 1000000, 'await expect(page.getByText("1 of 1")).toBeVisible();');
  await expect(body.locator(".mark-found-here")).toBeInViewport();
  console.log("T12", Date.now() % 1000000, 'await expect(body.locator(".mark-found-here")).toBeInViewpor');
  await page.keyboard.press("Escape");
  console.log("T13", Date.now() % 1000000, 'await page.keyboard.press("Escape");');
  const found = await body.getByText("word95020").boundingBox();
  if (!found) throw new Error("nothing was found");
  await page.evaluate((words) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(words) ?? -1;
      if (at === -1 || !node.parentElement?.closest("[role=textbox]")) continue;
      document.getSelection()?.setBaseAndExtent(node, at, node, at + words.length);
      return;
    }
  }, "word95020");
  await expect(page.getByRole("button", { name: "Mark claim" })).toBeVisible();
  console.log("T14", Date.now() % 1000000, 'await expect(page.getByRole("button", { name: "Mark claim" }');
  await page.keyboard.press("m");
  console.log("T15", Date.now() % 1000000, 'await page.keyboard.press("m");');
  await page.getByLabel("Statement").fill("One more claim.");
  console.log("T16", Date.now() % 1000000, 'await page.getByLabel("Statement").fill("One more claim.");');
  await page.getByRole("button", { name: "Save claim" }).click();
  console.log("T17", Date.now() % 1000000, 'await page.getByRole("button", { name: "Save claim" }).click');
  await expect(page.getByText("Claim 2001 is saved.")).toBeVisible();
  console.log("T18", Date.now() % 1000000, 'await expect(page.getByText("Claim 2001 is saved.")).toBeVis');
  await expect(mark("word95020")).toBeInViewport();
  console.log("T19", Date.now() % 1000000, 'await expect(mark("word95020")).toBeInViewport();');
  await page.keyboard.press("Control+z");
  console.log("T20", Date.now() % 1000000, 'await page.keyboard.press("Control+z");');
  await expect(page.getByText("Undone: marking claim 2001.")).toBeVisible();
  console.log("T21", Date.now() % 1000000, 'await expect(page.getByText("Undone: marking claim 2001.")).');
  await expect(mark("word95020")).toHaveCount(0);
  console.log("T22", Date.now() % 1000000, 'await expect(mark("word95020")).toHaveCount(0);');

  // The other text: every claim follows.
  await page.goto(`/desk/articles/${article.id}`);
  console.log("T23", Date.now() % 1000000, "await page.goto(`/desk/articles/${article.id}`);");
  await page.getByText("Replace the text", { exact: true }).first().click();
  console.log("T24", Date.now() % 1000000, 'await page.getByText("Replace the text", { exact: true }).fi');
  await page.getByLabel("The new text").fill(`News of today.\n${text}`);
  console.log("T25", Date.now() % 1000000, 'await page.getByLabel("The new text").fill(`News of today.\\n');
  await page.getByRole("button", { name: "Replace the text" }).click();
  console.log("T26", Date.now() % 1000000, 'await page.getByRole("button", { name: "Replace the text" })');
  await expect(page.getByText("The article has a new text: 2000 claims followed.")).toBeVisible({
    timeout: 60_000,
  });
  console.log("T27", Date.now() % 1000000, 'await expect(page.getByText("The article has a new text: 200');
});
