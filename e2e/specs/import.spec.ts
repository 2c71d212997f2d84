import { expect, test } from "../fixtures/desk";

test("an article from plain text", async ({ as }) => {
  const { page } = await as("checker");
  await page.goto("/desk/articles/new");
  await page.getByLabel("Title").fill("Harvest figures");
  await page.getByLabel("Text of the article").fill("The harvest doubled.\n\nFarmers doubt it.");
  await expect(page.getByText("6 words")).toBeVisible();
  await page.getByRole("button", { name: "Take in the article" }).click();
  await expect(page.getByRole("heading", { name: "Harvest figures" })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Article text" }).getByRole("paragraph")).toHaveText([
    "The harvest doubled.",
    "Farmers doubt it.",
  ]);
});

test("scripts and their addresses do not come in with HTML", async ({ as }) => {
  const { page } = await as("editor");
  await page.goto("/desk/articles/new");
  const dialogs: string[] = [];
  page.on("dialog", (dialog) => {
    dialogs.push(dialog.message());
    return dialog.dismiss();
  });
  await page.getByLabel("Title").fill("Hostile page");
  await page.getByRole("radio", { name: "HTML" }).check();
  await page
    .getByLabel("Text of the article")
    .fill(
      `<h2>Head</h2><p onclick="alert(1)">Some <b>bold</b> text<script>alert(2)</script><img src=x onerror=alert(3)> and a <a href="javascript:alert(4)">bad</a> and a <a href="https://example.org/">good</a> link</p>`,
    );
  await page.getByRole("button", { name: "Take in the article" }).click();
  const text = page.getByRole("textbox", { name: "Article text" });
  await expect(text).toContainText("Some bold text and a bad and a good link");
  await expect(text.getByRole("heading", { name: "Head" })).toBeVisible();
  await expect(text.getByRole("link")).toHaveText(["good"]);
  expect(await text.innerHTML()).not.toMatch(/javascript:|onclick|onerror|<script|<img src/);
  await text.getByText("bad").click();
  expect(dialogs).toEqual([]);
});

test("an empty article and one of 5 MB get clear messages, and nothing typed is lost", async ({ as }) => {
  const { page } = await as("editor");
  await page.goto("/desk/articles/new");
  await page.getByRole("button", { name: "Take in the article" }).click();
  await expect(page.getByText("Give the article a title.")).toBeVisible();
  await page.getByLabel("Title").fill("Far too long");
  await page.getByRole("button", { name: "Take in the article" }).click();
  await expect(page.getByText("The article has no text.")).toBeVisible();
  await page.getByLabel("Text of the article").evaluate((element: HTMLTextAreaElement) => {
    const set = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value")?.set;
    set?.call(element, "word ".repeat(1_000_000));
    element.dispatchEvent(new Event("input", { bubbles: true }));
  });
  await page.getByRole("button", { name: "Take in the article" }).click();
  await expect(page.getByText(/5,000,000 characters; 4,000,000 fit/)).toBeVisible();
  await expect(page.getByLabel("Title")).toHaveValue("Far too long");
  expect((await page.getByLabel("Text of the article").inputValue()).length).toBe(5_000_000);
});

test("what is typed survives a reload", async ({ as }) => {
  const { page } = await as("editor");
  await page.goto("/desk/articles/new");
  await page.getByLabel("Title").fill("Half a title");
  await page.getByLabel("Text of the article").fill("Some text.");
  await page.reload();
  await expect(page.getByLabel("Title")).toHaveValue("Half a title");
  await expect(page.getByLabel("Text of the article")).toHaveValue("Some text.");
});
