import { makeManuscript } from "@/lib/testing/factories";
import { axeFindingsInBothThemes, expect, openDesk, selectWords, test, typeInto } from "../../fixtures/desk";

test("a manuscript: wording accepted by key, and a query that the author answers without an account", async ({
  as,
  visit,
  browser,
}) => {
  const { page, person } = await as("editor");
  const article = await makeManuscript({ author: person });
  await openDesk(page, article);

  // A suggested wording, by keys alone.
  await selectWords(page, "$240 billion");
  await page.keyboard.press("m");
  await page.keyboard.press("2");
  const wording = page.getByRole("textbox", { name: "Suggested wording" });
  await expect(wording).toBeFocused();
  await expect(wording).toHaveValue("$240 billion");
  await wording.press("ControlOrMeta+a");
  await wording.pressSequentially("$204 billion");
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(page.getByText("1 suggested wording")).toBeVisible();
  await page.keyboard.press("w");
  await expect(page.getByText("1 wording is in the text: version 2.")).toBeVisible();
  const text = page.getByRole("textbox", { name: "Article text" });
  await expect(text).toContainText("rose to $204 billion, a record");
  const panel = page.getByRole("region", { name: "Claims" });
  await expect(panel.getByRole("button", { name: /Stands, changed/ })).toBeVisible();

  // A query, and a link for the author.
  await selectWords(page, "a record");
  await page.keyboard.press("m");
  await page.keyboard.press("3");
  const question = page.getByRole("textbox", { name: "Question to the author" });
  await expect(question).toBeFocused();
  await question.pressSequentially("Since when?");
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(page.getByText("1 query open")).toBeVisible();
  await page.getByRole("button", { name: "Article", exact: true }).click();
  await page.getByRole("menuitem", { name: "Ask the author" }).click();
  await typeInto(page.getByLabel("Author’s name"), "Ann Lee");
  await page.getByRole("button", { name: "Create link" }).click();
  const link = await page.getByRole("textbox", { name: "Link for the author" }).inputValue();
  await openDesk(page, article);

  // The author, without an account: first with scripts, to see that what is typed survives a reload; then without.
  const author = await visit();
  await author.goto(link);
  const answer = author.getByLabel("Your answer");
  await expect(author.getByRole("button", { name: "Send answer" })).toBeEnabled();
  expect(await axeFindingsInBothThemes(author)).toEqual([]);
  await typeInto(answer, "Since 2019");
  await expect(answer).toHaveValue("Since 2019");
  await author.reload();
  await expect(answer).toHaveValue("Since 2019");

  const plain = await browser.newContext({ javaScriptEnabled: false });
  const bare = await plain.newPage();
  const response = await bare.goto(link);
  expect(response?.headers()["cache-control"]).toContain("no-store");
  await expect(bare.locator('meta[name="robots"]')).toHaveAttribute("content", /noindex/);
  await expect(bare.getByRole("article")).toContainText("rose to $204 billion");
  await typeInto(bare.getByLabel("Your answer"), "Since 2019, says the customs office.");
  await bare.getByRole("button", { name: "Send answer" }).click();
  await expect(bare.getByText("Your answer was sent.")).toBeVisible();
  await expect(bare.getByText("Ann Lee answered:")).toBeVisible();
  await plain.close();

  // The editor sees it without loading the page again.
  await expect(page.getByText("1 answered")).toBeVisible();
  await panel.getByRole("button", { name: /Query answered/ }).click();
  await expect(panel.getByText("Since 2019, says the customs office.")).toBeVisible();
});
