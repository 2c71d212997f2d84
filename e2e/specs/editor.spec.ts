import {
  axeFindings,
  expect,
  makeArticle,
  makeClaim,
  openDesk,
  rangeOfWords,
  selectWords,
  test,
  typeInto,
} from "../fixtures/desk";

const LONG = "In 2023 trade between the two countries rose to $240 billion, a record.";

test("a complete fact-check: mark, rate, cite, submit, approve, publish, read", async ({ as, browser }) => {
  const { page, person } = await as("checker");
  const article = await makeArticle({ author: person });
  // The review queue also contains other specs' claims.
  const figure = `The figure of run ${crypto.randomUUID().slice(0, 8)} is $240 billion.`;
  await page.goto(`/desk/articles/${article.id}`);

  await test.step("the sentence", async () => {
    await selectWords(page, LONG);
    await page.getByRole("button", { name: "Mark claim" }).click();
    const form = page.getByRole("form", { name: "Mark a claim" });
    await form.getByLabel("Statement").fill("Trade reached a record in 2023.");
    await form.getByRole("radio", { name: "Mostly true" }).check();
    await form.getByRole("textbox", { name: "Rationale" }).fill("Customs data bear it out.");
    await form.getByRole("button", { name: "Add a source" }).click();
    await page.keyboard.press("S");
    await expect(form.getByLabel("Stance")).toHaveValue("supports");
    await form.getByLabel("Title").fill("Customs yearbook");
    await form.getByRole("button", { name: "Save claim" }).click();
    await expect(page.getByText("Claim 1 saved.")).toBeVisible();
  });

  await test.step("the figure inside it, by the keyboard shortcut", async () => {
    await selectWords(page, "$240 billion");
    await page.keyboard.press("m");
    const form = page.getByRole("form", { name: "Mark a claim" });
    await expect(form.getByLabel("Statement")).toHaveValue("$240 billion");
    await form.getByLabel("Statement").fill(figure);
    await form.getByLabel("Kind").first().selectOption("Number");
    await form.getByRole("radio", { name: "True", exact: true }).check();
    await form.getByRole("textbox", { name: "Rationale" }).fill("Customs put it at $240.1 billion.");
    await form.getByRole("button", { name: "Numbered list" }).click();
    await form.getByRole("button", { name: "Add a source" }).click();
    const first = form.getByRole("group", { name: "Source 1" });
    await first.getByLabel("Stance").selectOption("Supports");
    await first.getByLabel("Address").fill("https://example.org/customs-2023");
    await first.getByLabel("Title").fill("Customs release 2023");
    await first.getByLabel("Publisher").fill("Customs office");
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
    await page.route("**/desk/articles/*", async (route) => {
      if (route.request().method() === "POST") await answer.promise;
      await route.continue();
    });
    const asked = page.waitForRequest((request) => request.method() === "POST");
    await page.keyboard.type("o");
    await asked;
    await page.keyboard.press("ArrowDown");
    await expect(second.getByRole("combobox", { name: "Title" })).toHaveAttribute(
      "aria-activedescendant",
      /./,
    );
    const answered = page.waitForResponse((response) => response.request().method() === "POST");
    answer.resolve();
    await answered;
    await page.unroute("**/desk/articles/*");
    await page.keyboard.press("Enter");
    await second.getByLabel("Stance").selectOption("Context");
    await form.getByRole("button", { name: "Save claim" }).click();
    await expect(page.getByText("Claim 2 saved.")).toBeVisible();
  });

  await page.getByRole("button", { name: "Submit all 2 drafts" }).click();
  await expect(page.getByText("2 claims submitted for review.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Publish" })).toHaveCount(0);

  const editor = await as("editor");
  await editor.page.goto("/desk/review");
  await editor.page.getByRole("link", { name: figure }).click();
  await expect(editor.page.getByRole("button", { name: figure, expanded: true })).toBeVisible();
  await editor.page.getByRole("button", { name: "Approve", exact: true }).click();
  await editor.page.getByRole("button", { name: /Trade reached a record/ }).click();
  await editor.page.getByRole("button", { name: "Publish", exact: true }).click();
  await expect(editor.page.getByText("Claim 1 needs approval by another editor.")).toBeVisible();
  await editor.page.getByRole("button", { name: "Approve", exact: true }).click();
  await expect(editor.page.getByText("2 of 2 approved")).toBeVisible();
  await editor.page.getByRole("button", { name: "Publish", exact: true }).click();
  await expect(editor.page.getByText("Article published.")).toBeVisible();

  const reader = await (await browser.newContext()).newPage();
  await reader.goto(`/articles/${article.slug}`);
  await expect(reader.getByRole("link", { name: "Claim 2: True" })).toBeVisible();
  await expect(reader.getByRole("article", { name: figure })).toContainText(
    "Customs put it at $240.1 billion.",
  );
  await reader.context().close();
});

test("marking claims cannot change the article's text", async ({ as }) => {
  const { page, person } = await as("editor");
  const article = await makeArticle({ author: person });
  await page.goto(`/desk/articles/${article.id}`);
  const text = page.getByRole("textbox", { name: "Article text" });
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

test("marking without a selection shows what to do", async ({ as }) => {
  const { page, person } = await as("editor");
  const article = await makeArticle({ author: person });
  await page.goto(`/desk/articles/${article.id}`);
  await page.getByRole("textbox", { name: "Article text" }).click();
  await page.keyboard.press("m");
  await expect(page.getByText("Select some text first.")).toBeVisible();
});

test("a draft survives a reload, and appears on another computer", async ({ as }) => {
  const { page, person } = await as("editor");
  const article = await makeArticle({ author: person });
  await page.goto(`/desk/articles/${article.id}`);
  await selectWords(page, "$240 billion");
  await page.keyboard.press("m");
  await page.getByLabel("Statement").fill("Half a thou");
  await page.getByRole("radio", { name: "Needs context" }).check();
  await page.reload();
  await expect(page.getByLabel("Statement")).toHaveValue("Half a thou");
  await expect(page.getByRole("radio", { name: "Needs context" })).toBeChecked();
  await page.getByRole("textbox", { name: "Rationale" }).fill("More words.");
  await expect(page.getByText("Draft saved")).toBeVisible();

  const elsewhere = await as(person);
  await elsewhere.page.goto(`/desk/articles/${article.id}`);
  await expect(elsewhere.page.getByLabel("Statement")).toHaveValue("Half a thou");
  await expect(elsewhere.page.getByRole("textbox", { name: "Rationale" })).toHaveText("More words.");

  await page.getByRole("button", { name: "Discard" }).click();
  await expect(page.getByRole("form", { name: "Mark a claim" })).toHaveCount(0);
  await page.reload();
  await expect(page.getByText("No claims yet.")).toBeVisible();
  await expect(page.getByRole("form", { name: "Mark a claim" })).toHaveCount(0);
});

test("a rationale of 100,000 characters is refused with a message, and not lost", async ({ as }) => {
  const { page, person } = await as("editor");
  const article = await makeArticle({ author: person });
  await page.goto(`/desk/articles/${article.id}`);
  await selectWords(page, "$240 billion");
  await page.keyboard.press("m");
  await page.getByRole("radio", { name: "True", exact: true }).check();
  await page.getByRole("textbox", { name: "Rationale" }).fill("x".repeat(100_000));
  await page.getByRole("button", { name: "Save claim" }).click();
  await expect(page.getByText(/100,000 characters long; the limit is 20,000/).first()).toBeVisible();
  await page.reload();
  await expect(page.getByText(/100,000 characters long; the limit is 20,000/)).toBeVisible();
});

test("an error is shown at its field, and what was typed stays", async ({ as }) => {
  const { page, person } = await as("editor");
  const article = await makeArticle({ author: person });
  await page.goto(`/desk/articles/${article.id}`);
  await selectWords(page, "$240 billion");
  await page.keyboard.press("m");
  const form = page.getByRole("form", { name: "Mark a claim" });
  await form.getByLabel("Statement").fill(" ");
  await form.getByRole("button", { name: "Add a source" }).click();
  await form.getByLabel("Address").fill("javascript:alert(1)");
  await form.getByLabel("Note").fill("kept");
  await form.getByRole("button", { name: "Save claim" }).click();
  await expect(form.getByText("Enter in one sentence what is claimed.")).toHaveCount(2);
  await expect(form.getByText(/Only http and https addresses/)).toBeVisible();
  await expect(form.getByText("Enter a title.")).toBeVisible();
  await expect(form.getByText("Choose whether the source supports, refutes or gives context.")).toBeVisible();
  await expect(form.getByLabel("Statement")).toBeFocused();
  await expect(form.getByLabel("Note")).toHaveValue("kept");
});

test("a deleted claim comes back by Undo", async ({ as }) => {
  const { page, person } = await as("editor");
  const article = await makeArticle({ author: person });
  await makeClaim({ article, author: person });
  await page.goto(`/desk/articles/${article.id}`);
  await page.getByRole("button", { name: /Trade came to/ }).click();
  await page.getByRole("button", { name: "Delete" }).click();
  await expect(page.getByText("Claim 1 deleted.")).toBeVisible();
  await expect(page.getByText("No claims yet.")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("button", { name: /Trade came to/, expanded: true })).toBeVisible();
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
  await expect(page.getByRole("combobox", { name: "Commands" })).toHaveValue("next");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("combobox", { name: "Commands" })).toBeHidden();
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

test("the command palette takes typing immediately, and leaves the selection as it was", async ({ as }) => {
  const { page, person } = await as("editor");
  const article = await makeArticle({ author: person });
  await makeClaim({ article, author: person, statement: "Trade came to a record." });
  await openDesk(page, article);
  const text = page.getByRole("textbox", { name: "Article text" });
  const field = page.getByRole("combobox", { name: "Commands" });
  const options = page.getByRole("listbox", { name: "Commands" }).getByRole("option");
  const selection = () => page.evaluate(() => document.getSelection()?.toString());

  await selectWords(page, "Trade rose fast");
  await page.keyboard.press("ControlOrMeta+k");
  await page.keyboard.type("mrk");
  await expect(field).toBeFocused();
  await expect(field).toHaveValue("mrk");
  await expect(options.first()).toContainText("Mark the selection as a claim");
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog", { name: "Commands" })).toBeHidden();
  await expect(text).toBeFocused();
  await expect.poll(selection).toBe("Trade rose fast");

  await test.step("Enter runs the first command, on the selection", async () => {
    await page.keyboard.press("ControlOrMeta+k");
    await page.keyboard.type("mark sel");
    await page.keyboard.press("Enter");
    const form = page.getByRole("form", { name: "Mark a claim" });
    await expect(form.getByLabel("Statement")).toHaveValue("Trade rose fast");
    await form.getByRole("button", { name: "Discard" }).click();
    await expect(form).toBeHidden();
  });

  await test.step("arrow keys choose another", async () => {
    await page.keyboard.press("ControlOrMeta+k");
    await page.keyboard.type("keyb");
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type("claim");
    await expect(options.nth(1)).toContainText("Next claim");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: /Trade came to a record/, expanded: true })).toBeVisible();
  });

  await test.step("a command that opens a dialog or moves the focus keeps it there", async () => {
    await page.keyboard.press("ControlOrMeta+k");
    await page.keyboard.type("keyboard");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
    await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeHidden();
    await page.keyboard.press("ControlOrMeta+k");
    await page.keyboard.type("find in");
    await page.keyboard.press("Enter");
    await expect(page.getByLabel("Find in the article")).toBeFocused();
  });
});

test("with the keyboard alone: move between claims, open the form, set a verdict", async ({ as }) => {
  const { page, person } = await as("editor");
  const article = await makeArticle({ author: person });
  await makeClaim({ article, author: person, anchor: { exact: "Trade rose fast" }, statement: "The first." });
  await makeClaim({ article, author: person, statement: "The second." });
  await page.goto(`/desk/articles/${article.id}`);
  await expect(page.getByRole("textbox", { name: "Article text" })).toBeVisible();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeHidden();
  await page.keyboard.press("n");
  await expect(page.getByRole("button", { name: /The first/, expanded: true })).toBeFocused();
  await page.keyboard.press("n");
  await expect(page.getByRole("button", { name: /The second/, expanded: true })).toBeFocused();
  await page.keyboard.press("p");
  await expect(page.getByRole("button", { name: /The first/, expanded: true })).toBeFocused();
  await page.keyboard.press("e");
  const statement = page.getByRole("form", { name: "Edit claim" }).getByLabel("Statement");
  await expect(statement).toBeFocused();
  await page.keyboard.press("Alt+Digit1");
  await expect(page.getByRole("radio", { name: "False", exact: true })).toBeChecked();
  await page.keyboard.type("?n");
  await expect(statement).toHaveValue(/\?n/);
});

test("two editors change one claim: the later one sees both texts and chooses", async ({ as }) => {
  const first = await as("editor");
  const second = await as("editor");
  const article = await makeArticle({ author: first.person });
  await makeClaim({ article, author: first.person });
  for (const { page } of [first, second]) {
    await page.goto(`/desk/articles/${article.id}`);
    await page.getByRole("button", { name: /Trade came to/ }).click();
    await page.getByRole("button", { name: "Edit", exact: true }).click();
  }
  await first.page.getByLabel("Statement").fill("The first editor's words.");
  await first.page.getByRole("button", { name: "Save claim" }).click();
  await expect(first.page.getByText("Claim 1 saved.")).toBeVisible();
  await second.page.getByLabel("Statement").fill("The second editor's words.");
  await second.page.getByLabel("Claimant").fill("The ministry");
  await second.page.getByRole("button", { name: "Save claim" }).click();
  const conflict = second.page
    .getByRole("alert")
    .filter({ hasText: "changed this claim while you were typing" });
  await expect(conflict).toContainText("The first editor's words.");
  await expect(conflict).toContainText("The second editor's words.");
  await conflict.getByRole("group", { name: "Statement" }).getByRole("radio").nth(1).check();
  await conflict.getByRole("button", { name: "Save my choices" }).click();
  await expect(second.page.getByText("Claim 1 saved.")).toBeVisible();
  await expect(
    second.page.getByRole("button", { name: /The first editor's words/, expanded: true }),
  ).toBeVisible();
  await expect(second.page.getByText(/The ministry/)).toBeVisible();
});

test("nothing is lost while the server is unreachable", async ({ as }) => {
  const { page, person } = await as("editor");
  const article = await makeArticle({ author: person });
  await page.goto(`/desk/articles/${article.id}`);
  await selectWords(page, "$240 billion");
  await page.keyboard.press("m");
  await page.context().setOffline(true);
  await page.getByLabel("Statement").fill("Typed on a train.");
  await page.getByRole("button", { name: "Save claim" }).click();
  await expect(page.getByText(/No connection\..* 1 change has not been sent yet/)).toBeVisible();
  await page.context().setOffline(false);
  await expect(page.getByRole("button", { name: /1\. Typed on a train/ })).toBeVisible();
  await expect(page.getByText(/No connection/)).toHaveCount(0);
});

for (const colorScheme of ["light", "dark"] as const)
  test(`axe finds no problems on the article page, ${colorScheme}`, async ({ as }) => {
    const { page, person } = await as("editor");
    const article = await makeArticle({ author: person });
    await makeClaim({ article, author: person, state: "in_review" });
    await page.emulateMedia({ colorScheme });
    await page.goto(`/desk/articles/${article.id}`);
    await page.getByRole("button", { name: /Trade came to/ }).click();
    await selectWords(page, "Then it fell");
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press("m");
    await page.getByRole("button", { name: "Add a source" }).click();
    expect(await axeFindings(page)).toEqual([]);
  });
