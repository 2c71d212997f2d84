import type { Page } from "@playwright/test";
import {
  axeFindings,
  caretBefore,
  chooseFiles,
  expect,
  makeArticle,
  makeClaim,
  openDesk,
  rangeOfWords,
  selectWords,
  test,
  typeInto,
} from "../../fixtures/desk";

const article = (page: Page) => page.getByRole("textbox", { name: "Article text" });
const card = (page: Page, statement: string | RegExp) =>
  page.getByRole("listitem").filter({ hasText: statement });

/** How many changes of an article the page could undo after a reload. */
const countStoredUndos = (page: Page) =>
  page.evaluate(() => {
    const key = Object.keys(sessionStorage).find((each) => each.startsWith("obelus-undo:"));
    return key ? JSON.parse(sessionStorage[key]).done.length : 0;
  });

test("screen readers announce a claim; dragging the ends of its highlight snaps to words unless Alt is held, and can be undone after a reload", async ({
  as,
}) => {
  const { page, person } = await as("editor");
  const made = await makeArticle({ author: person });
  await makeClaim({ article: made, author: person });
  await openDesk(page, made);
  await test.step("screen readers announce where it begins and ends, and its verdict", async () => {
    await expect(article(page).locator("mark")).toHaveAccessibleDescription("Claim 1, True");
    await caretBefore(page, "rose to");
    const announcement = page.getByRole("status");
    for (let press = 0; press < "rose to ".length; press++) await page.keyboard.press("ArrowRight");
    await expect(announcement.filter({ hasText: "Claim 1, True, begins." })).toHaveCount(1);
    for (let press = 0; press < "$240 billion".length; press++) await page.keyboard.press("ArrowRight");
    await expect(announcement.filter({ hasText: "Claim 1, True, ends." })).toHaveCount(1);
  });

  await page.getByRole("button", { name: /Trade came to/ }).click();
  const quote = card(page, "Trade came to").getByRole("blockquote");
  const drag = async (grip: "start-grip" | "end-grip", words: string, side: "start" | "end") => {
    const from = await page.getByTestId(grip).boundingBox();
    if (!from) throw new Error("The grip is not visible.");
    const to = await rangeOfWords(page, words, side);
    await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(to.x - 10, to.y, { steps: 4 });
    await page.mouse.move(to.x, to.y);
  };

  await drag("end-grip", "recor", "end");
  await page.mouse.up();
  await expect(quote).toHaveText("$240 billion, a record");
  await drag("start-grip", "se to", "start");
  await page.mouse.up();
  await expect(quote).toHaveText("rose to $240 billion, a record");

  await page.keyboard.down("Alt");
  await drag("end-grip", "a reco", "end");
  await page.mouse.up();
  await page.keyboard.up("Alt");
  await expect(quote).toHaveText("rose to $240 billion, a reco");

  await drag("end-grip", "$240", "end");
  await page.keyboard.press("Escape");
  await page.mouse.up();
  await expect(quote).toHaveText("rose to $240 billion, a reco");

  // The page shows an adjusted highlight before the server has answered; then it can be undone.
  await expect.poll(() => countStoredUndos(page)).toBe(3);
  await page.reload();
  await expect(page.getByRole("textbox", { name: "Article text" })).toBeVisible();
  await page.getByRole("button", { name: /Trade came to/ }).click();
  for (const words of ["rose to $240 billion, a record", "$240 billion, a record", "$240 billion"]) {
    await page.keyboard.press("Control+z");
    await expect(quote).toHaveText(words);
  }
  await page.keyboard.press("Control+z");
  await expect(page.getByText("Nothing to undo.")).toBeVisible();
  await page.keyboard.press("Control+Shift+z");
  await expect(quote).toHaveText("$240 billion, a record");
});

test("marking and deleting can be undone and redone after saving", async ({ as }) => {
  const { page, person } = await as("editor");
  const made = await makeArticle({ author: person });
  await openDesk(page, made);
  await selectWords(page, "$240 billion");
  await page.keyboard.press("m");
  await typeInto(page.getByLabel("Statement"), "Trade came to", { replace: true });
  await page.getByRole("button", { name: "Save claim" }).click();
  await expect(page.getByText("Claim 1 saved.")).toBeVisible();
  const claim = page.getByRole("button", { name: /Trade came to/ });
  await page.keyboard.press("Control+z");
  await expect(page.getByText("Undone: marking claim 1.")).toBeVisible();
  await expect(claim).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole("textbox", { name: "Article text" })).toBeVisible();
  await expect(page.getByText("No claims yet.")).toBeVisible();
  await page.keyboard.press("Control+Shift+z");
  await expect(page.getByText("Redone: marking claim 1.")).toBeVisible();
  await expect(claim).toBeVisible();
  await page.keyboard.press("Delete");
  await expect(page.getByText("Claim 1 deleted.")).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(page.getByText("Undone: deleting claim 1.")).toBeVisible();
  await expect(claim).toBeVisible();
});

test("text is found, a single claim is shown, and a claim is split at the cursor, merged and duplicated", async ({
  as,
}) => {
  const { page, person } = await as("editor");
  const made = await makeArticle({ author: person });
  await makeClaim({ article: made, author: person, anchor: { exact: "rose to $240 billion, a record" } });
  await makeClaim({
    article: made,
    author: person,
    anchor: { exact: "Then it fell" },
    statement: "The fall.",
  });
  await openDesk(page, made);
  await expect(page.getByRole("heading", { name: "Claims 2" })).toBeVisible();

  await test.step("text is found in the article", async () => {
    await page.keyboard.press("/");
    const search = page.getByRole("textbox", { name: "Find in the article" });
    await typeInto(search, "TRADE");
    await expect(page.getByText("1 of 2")).toBeVisible();
    await search.press("Enter");
    await expect(page.getByText("2 of 2")).toBeVisible();
    await expect(article(page).locator(".mark-found-here")).toHaveText("trade");
    await typeInto(search, "peace", { replace: true });
    await expect(page.getByText("No matches")).toBeVisible();
    await search.press("Escape");
    await expect(search).toHaveCount(0);
  });

  await test.step("a single claim is shown", async () => {
    await page.getByRole("button", { name: /The fall/ }).click();
    await page.keyboard.press("o");
    await expect(page.getByRole("button", { name: /Trade came to/ })).toHaveCount(0);
    await page.getByRole("button", { name: "Show all" }).click();
    await expect(page.getByRole("button", { name: /Trade came to/ })).toBeVisible();
  });

  await page.getByRole("button", { name: /Trade came to/ }).click();
  await caretBefore(page, "a record");
  const more = card(page, "Trade came to").first().getByText("Split, merge, duplicate");
  await more.click();
  await page.getByRole("button", { name: "Split at the cursor" }).click();
  await expect(page.getByText("Claim 1 was split. Its second part is claim 3.")).toBeVisible();
  const first = card(page, "1. Trade came to");
  const second = card(page, "3. Trade came to");
  await expect(second.getByRole("blockquote")).toHaveText("a record");
  await first.getByRole("button", { name: /Trade came to/ }).click();
  await expect(first.getByRole("blockquote")).toHaveText("rose to $240 billion,");

  await first.getByText("Split, merge, duplicate").click();
  await first.getByLabel("Claim to merge with").selectOption({ label: "3. Trade came to $240 billion." });
  await first.getByRole("button", { name: "Merge into this claim" }).click();
  await expect(page.getByText(/Claim 3 was merged into claim 1/)).toBeVisible();
  await expect(first.getByRole("blockquote")).toHaveText("rose to $240 billion, a record");
  await expect(second).toHaveCount(0);
  await page.keyboard.press("Control+z");
  await expect(page.getByText("Undone: merging claims 1 and 3.")).toBeVisible();
  await expect(second).toHaveCount(1);
  await page.keyboard.press("Control+z");
  await expect(page.getByText("Undone: splitting claim 1.")).toBeVisible();
  await expect(second).toHaveCount(0);
  await expect(first.getByRole("blockquote")).toHaveText("rose to $240 billion, a record");

  await page.keyboard.press("Control+k");
  await page.keyboard.type("duplicate");
  await expect(page.getByRole("combobox", { name: "Search" })).toHaveValue("duplicate");
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press("Enter");
  await expect(page.getByText("Claim 4 is a duplicate of claim 1.")).toBeVisible();
});

test("the keyboard steps through unmarked sentences and chooses a verdict by its number", async ({ as }) => {
  const { page, person } = await as("editor");
  const made = await makeArticle({
    author: person,
    content: {
      format: "text",
      value: "Trade rose to $240 billion in 2023. It is nice here.\nPutin met Xi in Beijing last week.",
    },
  });
  await openDesk(page, made);
  await expect(page.getByText("0 of 2 checkable sentences marked")).toBeVisible();
  await page.keyboard.press("u");
  await expect(page.getByRole("button", { name: "Mark claim" })).toBeVisible();
  await page.keyboard.press("m");
  await expect(page.getByLabel("Statement")).toHaveValue("Trade rose to $240 billion in 2023.");
  await page.getByRole("button", { name: "Save claim" }).click();
  await expect(page.getByText("Claim 1 saved.")).toBeVisible();
  await expect(page.getByText("1 of 2 checkable sentences marked")).toBeVisible();
  await page.keyboard.press("1");
  await expect(page.getByRole("form", { name: "Edit claim" })).toBeVisible();
  await expect(page.getByRole("radio", { name: /^False/ })).toBeChecked();
  await page.getByRole("button", { name: "Discard" }).click();
  await page.keyboard.press("u");
  await page.keyboard.press("m");
  await expect(page.getByLabel("Statement")).toHaveValue("Putin met Xi in Beijing last week.");
});

test("a claim is marked, rated, sourced and saved by keys; the next ones are marked quickly, and filled in later", async ({
  as,
}) => {
  const { page, person } = await as("editor");
  const own = crypto.randomUUID().slice(0, 8);
  const made = await makeArticle({ author: person });
  const before = await makeArticle({ author: person });
  await makeClaim({
    article: before,
    evidence: [
      { stance: "supports", source: { title: `Yearbook ${own}`, url: `https://example.org/${own}` } },
    ],
  });
  await openDesk(page, made);
  const form = page.getByRole("form", { name: "Mark a claim" });
  const text = article(page);

  await test.step("from the selection to a saved claim", async () => {
    await selectWords(page, "$240 billion");
    await page.keyboard.press("m");
    await expect(form.getByRole("radio", { name: "False", exact: true })).toBeFocused();
    for (const part of [form.getByRole("radio").first(), form.getByRole("button", { name: "Save claim" })])
      await expect(part).toBeInViewport();
    await page.keyboard.press("1");
    await expect(form.getByRole("textbox", { name: "Rationale" })).toBeFocused();
    await page.keyboard.type("Customs count less.");
    await page.keyboard.press("Tab");
    await page.keyboard.type(`yearbook ${own}`);
    await expect(form.getByRole("option", { name: `Yearbook ${own}` })).toBeVisible();
    await page.keyboard.press("Enter");
    await expect(form.getByRole("radio", { name: "Supports" })).toBeFocused();
    await page.keyboard.press("r");
    await page.keyboard.press("ControlOrMeta+Enter");
    await expect(
      page.getByRole("button", { name: /False.*rose to \$240 billion/, expanded: true }),
    ).toBeVisible();
    await expect(page.getByRole("list", { name: "Sources" })).toContainText(`Refutes Yearbook ${own}`);
    await expect(text).toBeFocused();
  });

  await test.step("the next passages, without a form", async () => {
    for (const [words, count] of [
      ["Trade rose fast", 1],
      ["Then it fell", 2],
    ] as const) {
      await selectWords(page, words);
      await page.keyboard.press("q");
      await expect(page.getByText(new RegExp(`^${count} claims? to fill in\\.`))).toBeVisible();
      await expect(text).toBeFocused();
    }
    await page.keyboard.press("q");
    await expect(page.getByText("This passage is claim 3 already.")).toBeVisible();
  });

  await test.step("they are filled in one after the other; Escape closes the form, and its draft stays", async () => {
    await page.keyboard.press("f");
    const edited = page.getByRole("form", { name: "Edit claim" });
    await expect(edited.getByRole("blockquote")).toHaveText("Then it fell");
    await page.keyboard.press("2");
    await page.keyboard.press("ControlOrMeta+Enter");
    await expect(edited).toHaveCount(0);
    await expect(page.getByText(/^1 claim to fill in\./)).toBeVisible();
    await page.keyboard.press("f");
    await expect(edited.getByRole("blockquote")).toHaveText("Trade rose fast");
    await page.keyboard.press("1");
    await page.keyboard.type("It rose.");
    await page.keyboard.press("Escape");
    await expect(edited).toHaveCount(0);
    await expect(text).toBeFocused();
    await page.keyboard.press("f");
    await expect(edited.getByRole("textbox", { name: "Rationale" })).toHaveText("It rose.");
  });

  await test.step("a file is attached to a new source", async () => {
    const edited = page.getByRole("form", { name: "Edit claim" });
    await edited.getByRole("button", { name: "Add a source" }).click();
    await page.keyboard.press("Escape");
    await expect(edited).toHaveCount(0);
    await page.keyboard.press("f");
    await edited.getByRole("button", { name: "Note, dates and archive" }).click();
    await chooseFiles(edited.getByLabel("Attach a file"), {
      name: `letter-${own}.txt`,
      mimeType: "text/plain",
      buffer: Buffer.from("A letter from the customs office."),
    });
    await expect(edited.getByText(`letter-${own}.txt is attached.`)).toBeVisible();
    await expect(edited.getByText(`letter-${own}.txt`, { exact: true })).toBeVisible();
  });
});

test("deeply nested claims can all be opened", async ({ as }) => {
  const { page, person } = await as("editor");
  const made = await makeArticle({ author: person });
  const words = "In 2023 trade between the two countries rose to $240 billion".split(" ");
  for (let depth = 0; depth < 8; depth++)
    await makeClaim({
      article: made,
      author: person,
      anchor: { exact: words.slice(depth).join(" ") },
      statement: `Depth ${depth}.`,
    });
  await openDesk(page, made);
  await expect(page.getByRole("heading", { name: "Claims 8" })).toBeVisible();
  for (let depth = 7; depth >= 0; depth--) {
    const at = await rangeOfWords(page, "billion", "start");
    // Far enough from the last click not to be a double click.
    await page.mouse.click(at.x + (depth % 2 === 0 ? 10 : 30), at.y);
    const items = page.getByRole("menu", { name: "Claims at this point" }).getByRole("menuitem");
    await expect(items).toHaveCount(8);
    await items.nth(7 - depth).click();
    await expect(page.getByRole("button", { name: new RegExp(`Depth ${depth}`) })).toHaveAttribute(
      "aria-expanded",
      "true",
    );
  }
});
