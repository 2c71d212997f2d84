import type { Locator } from "@playwright/test";
import { makeArticle, makeManyClaims, openDesk, paste, test } from "../fixtures/desk";

const WORDS = 100_000;
const CLAIMS = 2_000;

/** Paragraphs of numbered words: each word stands once, so that a claim on any is told from all others. */
function longText(): string {
  const paragraphs: string[] = [];
  for (let word = 0; word < WORDS; word += 50)
    paragraphs.push(`${Array.from({ length: 50 }, (_, index) => `word${word + index}`).join(" ")}.`);
  return paragraphs.join("\n");
}

/*
 * On a page of this size locators by role, and expectations, take longer than what is waited for: at every look they work out what each
 * of its elements is called. So it is found by CSS here, and waited for.
 */

/** Waits until something is in sight. */
function comesIntoSight(locator: Locator): Promise<void> {
  return locator.evaluate(
    (element) =>
      new Promise<void>((resolve) => {
        new IntersectionObserver(([entry], observer) => {
          if (!entry?.isIntersecting) return;
          observer.disconnect();
          resolve();
        }).observe(element);
      }),
  );
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
  await page.locator("h2", { hasText: "Claims 2000" }).waitFor();
  const body = page.locator('[role="textbox"][aria-label="Article text"]');
  const mark = (words: string) => body.locator("mark", { hasText: words });
  const button = (name: string) => page.locator("button", { hasText: name });
  await mark("word7 word8").waitFor();

  // A jump to the other end: what is there is drawn by the time one sees it.
  await page.keyboard.press("Control+k");
  await page.locator('input[role="combobox"]').fill("word95007 word95008");
  await page.keyboard.press("Enter");
  await comesIntoSight(mark("word95007 word95008"));
  await page.locator('[data-claim-card][aria-expanded="true"]', { hasText: "word95007 word95008" }).waitFor();

  // Marking one more, with the keyboard, far down in the text.
  await page.keyboard.press("/");
  await page.getByLabel("Find in the article").fill("word95020");
  await page.getByText("1 of 1").waitFor();
  await comesIntoSight(body.locator(".mark-found-here"));
  await page.keyboard.press("Escape");
  await page.evaluate((words) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(words) ?? -1;
      if (at === -1 || !node.parentElement?.closest("[role=textbox]")) continue;
      document.getSelection()?.setBaseAndExtent(node, at, node, at + words.length);
      return;
    }
  }, "word95020");
  await button("Mark claim").waitFor();
  await page.keyboard.press("m");
  await page.getByLabel("Statement").fill("One more claim.");
  await button("Save claim").click();
  await page.getByText("Claim 2001 is saved.").waitFor();
  await comesIntoSight(mark("word95020"));
  await page.keyboard.press("Control+z");
  await page.getByText("Undone: marking claim 2001.").waitFor();
  await mark("word95020").waitFor({ state: "detached" });

  // The other text: every claim follows.
  await openDesk(page, article);
  await page.getByText("Replace the text", { exact: true }).first().click();
  await paste(page.getByLabel("The new text"), `News of today.\n${text}`);
  await page.getByRole("button", { name: "Replace the text" }).click();
  await page.getByText("The article has a new text: 2000 claims followed.").waitFor();
});
