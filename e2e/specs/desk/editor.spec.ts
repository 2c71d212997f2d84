import {
  axeFindings,
  axeFindingsInBothThemes,
  entriesOfMenu,
  expect,
  makeArticle,
  makeClaim,
  makePerson,
  openDesk,
  pasteFromClipboard,
  rangeOfWords,
  selectWords,
  showMoreFields,
  test,
  typeInto,
} from "../../fixtures/desk";
import { openPublishing, publish } from "../../fixtures/publishing";

const LONG = "In 2023 trade between the two countries rose to $240 billion, a record.";

test("a complete fact-check: mark, rate, cite, submit, approve, publish, read", async ({ as, visit }) => {
  const { page, person } = await as("checker");
  const article = await makeArticle({ author: person });
  // The review queue also contains other specs' claims.
  const figure = `The figure of run ${crypto.randomUUID().slice(0, 8)} is $240 billion.`;
  await page.goto(`/desk/articles/${article.id}`);

  await test.step("the sentence", async () => {
    await selectWords(page, LONG);
    await page.getByRole("button", { name: "Mark claim" }).click();
    const form = page.getByRole("form", { name: "Mark a claim" });
    await typeInto(form.getByLabel("Statement"), "Trade reached a record in 2023.", { replace: true });
    await form.getByRole("radio", { name: "Mostly true" }).check();
    await typeInto(form.getByRole("textbox", { name: "Rationale" }), "Customs data bear it out.", {
      replace: true,
    });
    await form.getByRole("button", { name: "Add a source" }).click();
    await expect(form.getByLabel("Address")).toBeFocused();
    await typeInto(form.getByLabel("Title"), "Customs yearbook", { replace: true });
    await form.getByRole("radio", { name: "Refutes" }).check();
    await page.keyboard.press("s");
    await expect(form.getByRole("radio", { name: "Supports" })).toBeChecked();
    await page.keyboard.press("ControlOrMeta+Enter");
    await expect(page.getByText("Claim 1 saved.")).toBeVisible();
  });

  await test.step("the figure inside it, by the keyboard shortcut", async () => {
    await selectWords(page, "$240 billion");
    await page.keyboard.press("m");
    const form = page.getByRole("form", { name: "Mark a claim" });
    await expect(form.getByLabel("Statement")).toHaveValue(LONG);
    await typeInto(form.getByLabel("Statement"), figure, { replace: true });
    await showMoreFields(form);
    await form.getByLabel("Kind").last().selectOption("Number");
    await form.getByRole("radio", { name: "True", exact: true }).check();
    await typeInto(form.getByRole("textbox", { name: "Rationale" }), "Customs put it at $240.1 billion.", {
      replace: true,
    });
    await form.getByRole("button", { name: "Numbered list" }).click();
    await form.getByRole("button", { name: "Add a source" }).click();
    const first = form.getByRole("group", { name: "Source 1" });
    await first.getByRole("radio", { name: "Supports" }).check();
    await typeInto(first.getByLabel("Address"), "https://example.org/customs-2023", { replace: true });
    await typeInto(first.getByLabel("Title"), "Customs release 2023", { replace: true });
    await typeInto(first.getByLabel("Publisher"), "Customs office", { replace: true });
    await form.getByRole("button", { name: "Add a source" }).click();
    const second = form.getByRole("group", { name: "Source 2" });
    await typeInto(second.getByLabel("Title"), "Customs yearb");
    await expect(second.getByRole("option", { name: /Customs yearbook/ }).first()).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(second.getByRole("listbox", { name: "Known sources" })).toHaveCount(0);
    await expect(second.getByRole("combobox", { name: "Title", expanded: false })).toHaveValue(
      "Customs yearb",
    );
    // An answer that arrives while someone chooses does not change the list: Enter would save the claim instead.
    const answer = Promise.withResolvers<void>();
    const suggestions = /\/desk\/reads\/sources\?/;
    await page.route(suggestions, async (route) => {
      await answer.promise;
      await route.continue();
    });
    const asked = page.waitForRequest(suggestions);
    await page.keyboard.type("o");
    await asked;
    await expect(second.getByRole("listbox", { name: "Known sources" })).toBeVisible();
    await page.keyboard.press("ArrowDown");
    await expect(second.getByRole("combobox", { name: "Title" })).toHaveAttribute(
      "aria-activedescendant",
      /./,
    );
    const answered = page.waitForResponse(suggestions);
    answer.resolve();
    await answered;
    await page.unroute(suggestions);
    await page.keyboard.press("Enter");
    await second.getByRole("radio", { name: "Context" }).check();
    await form.getByRole("button", { name: "Save claim" }).click();
    await expect(page.getByText("Claim 2 saved.")).toBeVisible();
  });

  await page.getByRole("button", { name: "Submit all 2 drafts" }).click();
  await expect(page.getByText("2 claims submitted for review.")).toBeVisible();
  expect(await entriesOfMenu(page)).not.toContain("Publish…");

  const editor = await as("editor");
  await editor.page.goto("/desk/review");
  await editor.page.getByRole("link", { name: figure }).click();
  await expect(editor.page.getByRole("button", { name: figure, expanded: true })).toBeVisible();
  await editor.page.getByRole("button", { name: "Approve", exact: true }).click();
  await editor.page.getByRole("button", { name: /Trade reached a record/ }).click();
  await openPublishing(editor.page);
  await editor.page.getByRole("link", { name: "Claim 1 needs approval by another editor." }).click();
  await editor.page.getByRole("button", { name: "Approve", exact: true }).click();
  await expect(editor.page.getByText("2 of 2 approved")).toBeVisible();
  await publish(editor.page);

  const reader = await visit();
  await reader.goto(`/articles/${article.slug}`);
  await expect(reader.getByRole("link", { name: "Claim 2: True" })).toBeVisible();
  await expect(reader.getByRole("article").filter({ hasText: figure })).toContainText(
    "Customs put it at $240.1 billion.",
  );
});

test("the claim form: what keys cannot do, errors at their fields, no connection, and Undo", async ({
  as,
}) => {
  const { page, person } = await as("editor");
  const article = await makeArticle({ author: person });
  await openDesk(page, article);
  const text = page.getByRole("textbox", { name: "Article text" });
  const form = page.getByRole("form", { name: "Mark a claim" });

  await test.step("without a selection, it shows what to do", async () => {
    await text.click();
    await page.keyboard.press("m");
    await expect(page.getByText("Select some text first.")).toBeVisible();
  });

  await test.step("keys cannot change the article's text", async () => {
    const before = await text.textContent();
    await selectWords(page, "two countries");
    await page.keyboard.type("xyz");
    await page.keyboard.press("Backspace");
    await page.keyboard.press("Delete");
    await page.keyboard.press("ControlOrMeta+x");
    await page.keyboard.press("ControlOrMeta+v");
    await page.keyboard.press("ControlOrMeta+b");
    await page.evaluate(() => document.execCommand("insertText", false, "zzz"));
    expect(await text.textContent()).toBe(before);
  });

  await test.step("an error is shown at its field, and what was typed stays", async () => {
    await selectWords(page, "$240 billion");
    await page.keyboard.press("m");
    await typeInto(form.getByLabel("Statement"), " ", { replace: true });
    await form.getByRole("button", { name: "Add a source" }).click();
    await typeInto(form.getByLabel("Address"), "javascript:alert(1)");
    await form.getByRole("button", { name: "Note, dates and archive" }).click();
    await typeInto(form.getByLabel("Note"), "kept");
    await form.getByRole("button", { name: "Save claim" }).click();
    await expect(form.getByText("Enter in one sentence what is claimed.")).toHaveCount(2);
    await expect(form.getByText(/Only http and https addresses/)).toBeVisible();
    await expect(
      form.getByText("Choose whether the source supports, refutes or gives context."),
    ).toBeVisible();
    await expect(form.getByLabel("Statement")).toBeFocused();
    await expect(form.getByLabel("Note")).toHaveValue("kept");
    await form.getByRole("button", { name: "Discard", exact: true }).click();
    await expect(form).toHaveCount(0);
  });

  await test.step("a rationale of 100,000 characters is refused with a message, and not lost", async () => {
    await selectWords(page, "$240 billion");
    await page.keyboard.press("m");
    // A rationale is part of a verdict: without one it would be lost.
    await typeInto(form.getByRole("textbox", { name: "Rationale" }), "Counted.");
    await page.keyboard.press("ControlOrMeta+Enter");
    await expect(form.getByText(/Choose a verdict, or delete the rationale\./)).toBeVisible();
    await form.getByRole("radio", { name: "True", exact: true }).check();
    await pasteFromClipboard(form.getByRole("textbox", { name: "Rationale" }), "x".repeat(100_000));
    await form.getByRole("button", { name: "Save claim" }).click();
    const refusal = page.getByText(/100,00\d characters long; the limit is 20,000/);
    // At its field and above the form: nothing was sent, so the form is open again after a reload at any moment.
    await expect(refusal).toHaveCount(2);
    await page.reload();
    await expect(refusal).toBeVisible();
    await typeInto(form.getByRole("textbox", { name: "Rationale" }), "Short.", { replace: true });
  });

  await test.step("while the server is unreachable, nothing is lost", async () => {
    await page.context().setOffline(true);
    await typeInto(form.getByLabel("Statement"), "On a train.", { replace: true });
    await form.getByRole("button", { name: "Save claim" }).click();
    await expect(page.getByText(/No connection\..* 1 change has not been sent yet/)).toBeVisible();
    await page.context().setOffline(false);
    await expect(page.getByRole("button", { name: /1\. On a train/ })).toBeVisible();
    await expect(page.getByText(/No connection/)).toHaveCount(0);
  });

  await test.step("a deleted claim comes back by Undo", async () => {
    await openDesk(page, article);
    const card = page.getByRole("button", { name: /1\. On a train/, expanded: true });
    await page.getByRole("button", { name: /1\. On a train/ }).click();
    await page.getByRole("button", { name: "Delete" }).click();
    await expect(page.getByText("Claim 1 deleted.")).toBeVisible();
    await expect(page.getByText("No claims yet.")).toBeVisible();
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(card).toBeVisible();
  });
});

test("a click on overlapping claims offers a choice, and cards and marks highlight each other", async ({
  as,
}) => {
  const { page, person } = await as("editor");
  const article = await makeArticle({ author: person });
  await makeClaim({ article, author: person, anchor: { exact: LONG }, statement: "The long one." });
  await makeClaim({ article, author: person, statement: "The short one." });
  await makeClaim({
    article,
    author: person,
    anchor: { exact: "a record.\nThen it fell" },
    statement: "Across paragraphs.",
  });
  await page.goto(`/desk/articles/${article.id}`);
  const text = page.getByRole("textbox", { name: "Article text" });
  await text.getByText("$240 billion").click();
  const menu = page.getByRole("menu", { name: "Claims at this point" });
  await expect(menu.getByRole("menuitem")).toHaveCount(2);
  await expect(menu.getByRole("menuitem").first()).toContainText("$240 billion");
  await expect(menu.getByRole("menuitem").first()).toBeFocused();
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(menu).toBeHidden();
  await expect(text).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(menu.getByRole("menuitem").first()).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(menu).toBeHidden();
  await text.getByText("$240 billion").click();
  await expect(menu.getByRole("menuitem").first()).toBeFocused();
  await page.keyboard.press("ControlOrMeta+k");
  await page.keyboard.type("next");
  await expect(menu).toBeHidden();
  await expect(page.getByRole("combobox", { name: "Search" })).toHaveValue("next");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("combobox", { name: "Search" })).toBeHidden();
  // A click while the menu is open opens the claims at the new point. At another point than the last click, so that two quick clicks are no
  // double click.
  const point = await rangeOfWords(page, "$240 billion", "end");
  await page.mouse.click(point.x, point.y);
  await expect(menu.getByRole("menuitem")).toHaveCount(2);
  await text.getByText("Then it fell").click();
  await expect(page.getByRole("button", { name: /Across paragraphs/, expanded: true })).toBeVisible();
  await expect(menu).toBeHidden();
  await text.getByText("$240 billion").click();
  await expect(menu.getByRole("menuitem").first()).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: /The long one/, expanded: true })).toBeVisible();
  await text.getByText("Then it fell").click();
  await expect(page.getByRole("button", { name: /Across paragraphs/, expanded: true })).toBeVisible();
  await page.getByLabel("Filter by state").selectOption("Approved");
  await expect(page.getByRole("heading", { name: "Claims 0 of 3" })).toBeVisible();
  await expect(text.locator("[data-claim]")).toHaveCount(0);
});

test("with the keyboard alone: move between claims, set a verdict, and run commands from the palette", async ({
  as,
}) => {
  const { page, person } = await as("editor");
  const article = await makeArticle({ author: person });
  await makeClaim({ article, author: person, anchor: { exact: "Trade rose fast" }, statement: "The first." });
  await makeClaim({ article, author: person, statement: "The second." });
  await openDesk(page, article);
  const text = page.getByRole("textbox", { name: "Article text" });
  const shortcuts = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  const palette = page.getByRole("combobox", { name: "Search" });
  const options = page.getByRole("listbox", { name: "Search" }).getByRole("option");
  const selection = () => page.evaluate(() => document.getSelection()?.toString());

  await test.step("the shortcuts are listed", async () => {
    await page.keyboard.press("?");
    await expect(shortcuts).toBeVisible();
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await expect(shortcuts).toBeHidden();
  });

  await test.step("from claim to claim, into the form, and to a verdict", async () => {
    await page.keyboard.press("n");
    await expect(page.getByRole("button", { name: /The first/, expanded: true })).toBeFocused();
    await page.keyboard.press("n");
    await expect(page.getByRole("button", { name: /The second/, expanded: true })).toBeFocused();
    await page.keyboard.press("p");
    await expect(page.getByRole("button", { name: /The first/, expanded: true })).toBeFocused();
    await page.keyboard.press("e");
    const form = page.getByRole("form", { name: "Edit claim" });
    const statement = form.getByLabel("Statement");
    await expect(form.getByRole("radio", { name: "True", exact: true, checked: true })).toBeFocused();
    await page.keyboard.press("1");
    await expect(form.getByRole("textbox", { name: "Rationale" })).toBeFocused();
    await page.keyboard.press("Alt+Digit2");
    await expect(page.getByRole("radio", { name: "False", exact: true })).not.toBeChecked();
    await page.keyboard.press("Alt+Digit1");
    await expect(page.getByRole("radio", { name: "False", exact: true })).toBeChecked();
    await typeInto(statement, "?n");
    await expect(statement).toHaveValue(/\?n/);
    await form.getByRole("button", { name: "Discard", exact: true }).click();
    await expect(form).toBeHidden();
  });

  await test.step("the palette takes typing immediately, and leaves the selection as it was", async () => {
    await selectWords(page, "Trade rose fast");
    await page.keyboard.press("ControlOrMeta+k");
    await page.keyboard.type("mrk");
    await expect(palette).toBeFocused();
    await expect(palette).toHaveValue("mrk");
    await expect(options.first()).toContainText("Mark the selection as a claim");
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog", { name: "Search" })).toBeHidden();
    await expect(text).toBeFocused();
    await expect.poll(selection).toBe("Trade rose fast");
  });

  await test.step("Enter runs the first command, on the selection", async () => {
    await page.keyboard.press("ControlOrMeta+k");
    await page.keyboard.type("mark sel");
    await page.keyboard.press("Enter");
    const form = page.getByRole("form", { name: "Mark a claim" });
    await expect(form.getByLabel("Statement")).toHaveValue(/^Trade rose fast/);
    await form.getByRole("button", { name: "Discard" }).click();
    await expect(form).toBeHidden();
  });

  await test.step("a claim of the page is found by its words", async () => {
    await page.keyboard.press("ControlOrMeta+k");
    await page.keyboard.type("keyb");
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type("the second");
    await expect(options.first()).toContainText("Go to claim 2: The second.");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: /The second/, expanded: true })).toBeVisible();
  });

  await test.step("a command that opens a dialog or moves the focus keeps it there", async () => {
    await page.keyboard.press("ControlOrMeta+k");
    await page.keyboard.type("adjust key");
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type("key");
    await expect(options.first()).toContainText("Keyboard shortcuts");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await expect(shortcuts).toBeVisible();
    await expect(shortcuts).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(shortcuts).toBeHidden();
    await page.keyboard.press("ControlOrMeta+k");
    await page.keyboard.type("find in");
    await page.keyboard.press("Enter");
    await expect(page.getByLabel("Find in the article")).toBeFocused();
  });
});

test("from any page, Ctrl+K finds articles, claims, sources, people and pages of the desk", async ({
  as,
}) => {
  const { page, person } = await as("editor");
  const word = `zebu${crypto.randomUUID().slice(0, 6)}`;
  const article = await makeArticle({ author: person, title: `Herds ${word}` });
  await makeClaim({ article, author: person, statement: `A ${word} gives two liters of milk.` });
  await page.goto("/desk/sources");
  const dialog = page.getByRole("dialog", { name: "Search" });
  const options = page.getByRole("listbox", { name: "Search" }).getByRole("option");
  await page.keyboard.press("ControlOrMeta+k");
  await page.keyboard.type(word);
  await expect(options).toHaveText([/^Herds .*Article/, /^A zebu.*Claim 1 · Herds/]);
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: /gives two liters/, expanded: true })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Article text" })).toBeVisible();
  await page.getByRole("button", { name: /^Search/ }).click();
  await expect(page.getByRole("combobox", { name: "Search" })).toBeFocused();
  await page.keyboard.type("go to set");
  await expect(options.first()).toContainText("Go to the settings");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Settings" })).toBeVisible();
  // Keys work once the scripts of the page have loaded, as the button does.
  await expect(page.getByRole("button", { name: /^Search/ })).toBeEnabled();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toContainText("Ctrl/⌘ + K");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
});

test("S submits the open claim; A approves it and opens the next one in review", async ({ as }) => {
  const author = await makePerson();
  const { page, person } = await as("editor");
  const article = await makeArticle({ author });
  const shared = { article, author, state: "in_review" } as const;
  await makeClaim({ ...shared, anchor: { exact: "Trade rose fast" }, statement: "The first." });
  await makeClaim({ ...shared, statement: "The second." });
  await makeClaim({ article, author: person, anchor: { exact: "Then it fell" }, statement: "The third." });
  await openDesk(page, article);
  await page.keyboard.press("n");
  await expect(page.getByRole("button", { name: /The first/, expanded: true })).toBeFocused();
  await page.keyboard.press("a");
  await expect(page.getByRole("button", { name: /The second/, expanded: true })).toBeVisible();
  await page.keyboard.press("a");
  await expect(page.getByText("2 of 3 approved")).toBeVisible();
  await page.keyboard.press("n");
  await expect(page.getByRole("button", { name: /The third/, expanded: true })).toBeVisible();
  await page.keyboard.press("s");
  await expect(page.getByRole("button", { name: /The third/ })).toContainText("In review");
});

test("axe finds no problems on the article page, in the light and the dark theme", async ({ as }) => {
  const { page, person } = await as("editor");
  const article = await makeArticle({ author: person });
  await makeClaim({ article, author: person, state: "in_review" });
  await openDesk(page, article);
  await page.getByRole("button", { name: /Trade came to/ }).click();
  await selectWords(page, "Then it fell");
  expect(await axeFindingsInBothThemes(page), "an open claim and a selection").toEqual([]);
  await page.keyboard.press("m");
  await page.getByRole("button", { name: "Add a source" }).click();
  expect(await axeFindingsInBothThemes(page), "the form of a claim").toEqual([]);
});
