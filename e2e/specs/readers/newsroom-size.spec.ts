import type { Locator } from "@playwright/test";
import { makeArticle, makeManyClaims, openDesk, pasteNewText, test, typeInto } from "../../fixtures/desk";

const WORDS = 100_000;
const CLAIMS = 2_000;

/** Paragraphs of numbered words: each word occurs once, so that every claim has a different text. */
function longText(): string {
  const paragraphs: string[] = [];
  for (let word = 0; word < WORDS; word += 50)
    paragraphs.push(`${Array.from({ length: 50 }, (_, index) => `word${word + index}`).join(" ")}.`);
  return paragraphs.join("\n");
}

/*
 * On a page of this size, locators by role and expectations take longer than the action they wait for, because they compute the name
 * of every element each time. So this spec finds elements by CSS.
 */

/** Waits until an element is visible. */
function waitUntilVisible(locator: Locator): Promise<void> {
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

test("an article of 100,000 words with 2,000 claims works like any other", async ({ as }) => {
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

  // Jump to the other end: its marks are drawn by the time it is visible.
  await page.keyboard.press("Control+k");
  await page.keyboard.type("word95007 word95008");
  await page.keyboard.press("Enter");
  await waitUntilVisible(mark("word95007 word95008"));
  await page.locator('[data-claim-card][aria-expanded="true"]', { hasText: "word95007 word95008" }).waitFor();

  // Mark one more claim with the keyboard, far down in the text.
  await page.keyboard.press("/");
  await typeInto(page.getByLabel("Find in the article"), "word95020", { replace: true });
  await page.getByText("1 of 1").waitFor();
  await waitUntilVisible(body.locator(".mark-found-here"));
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
  await typeInto(page.getByLabel("Statement"), "One more claim.", { replace: true });
  await button("Save claim").click();
  await page.getByText("Claim 2001 saved.").waitFor();
  await waitUntilVisible(mark("word95020"));
  await page.keyboard.press("Control+z");
  await page.getByText("Undone: marking claim 2001.").waitFor();
  await mark("word95020").waitFor({ state: "detached" });

  // Replace the text: every claim follows.
  await (await pasteNewText(page, article, `News of today.\n${text}`)).click();
  await page.getByText("New version saved. 2,000 claims were carried over.").waitFor();
});
