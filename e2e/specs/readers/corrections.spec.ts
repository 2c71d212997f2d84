import {
  axeFindings,
  expect,
  makeArticle,
  makeClaim,
  makePerson,
  openDesk,
  test,
  typeInto,
} from "../../fixtures/desk";
import { openPublishing, publish } from "../../fixtures/publishing";

/** An article with one approved claim by someone other than the signed-in editors. */
async function approved() {
  const author = await makePerson();
  const article = await makeArticle({ author });
  const claim = await makeClaim({
    article,
    author,
    state: "approved",
    statement: `Trade came to $240 billion, run ${crypto.randomUUID().slice(0, 8)}.`,
  });
  return { author, article, claim };
}

test("readers find the public note and the former verdict when a published verdict changes", async ({
  as,
  browser,
}) => {
  const { author, article, claim } = await approved();
  const editor = await as("editor");
  await openDesk(editor.page, article);
  await publish(editor.page);

  const { page } = await as(author);
  await page.goto(`/desk/articles/${article.id}?claim=${claim.id}`);
  await page.getByRole("button", { name: "Edit", exact: true }).click();
  const form = page.getByRole("form", { name: "Edit claim" });
  await form.getByRole("radio", { name: "False", exact: true }).check();
  await form.getByRole("button", { name: "Save claim" }).click();
  await expect(page.getByText("Claim 1 saved.")).toBeVisible();
  await page.getByRole("button", { name: "Submit for review" }).click();
  await expect(page.getByRole("button", { name: "Withdraw" })).toBeVisible();

  await editor.page.goto(`/desk/articles/${article.id}?claim=${claim.id}`);
  await editor.page.getByRole("button", { name: "Approve", exact: true }).click();
  await expect(editor.page.getByText("1 of 1 approved")).toBeVisible();
  await openPublishing(editor.page);
  await expect(editor.page.getByText("Verdict: True → False")).toBeVisible();
  await editor.page.getByLabel("Kind").selectOption("Update");
  await editor.page.getByRole("button", { name: "Publish now" }).click();
  const note = editor.page.getByLabel("Public note on claim 1");
  await expect(note).toBeFocused();
  await expect(note).toHaveAccessibleDescription(/Write a note for this claim/);
  await typeInto(note, "Customs counted again.");
  await editor.page.reload();
  await expect(note).toHaveValue("Customs counted again.");
  // What readers would see, with the note.
  const frame = editor.page.frameLocator("iframe");
  await expect(frame.getByText("Only people who can publish see this page.")).toBeVisible();
  await expect(frame.getByText(/Customs counted again\./).first()).toBeVisible();
  expect(await axeFindings(editor.page)).toEqual([]);
  await editor.page.keyboard.press("ControlOrMeta+Enter");
  await expect(editor.page.getByText("Article published.")).toBeVisible();
  await expect(editor.page.getByRole("link", { name: "Open the public page" })).toBeVisible();
  await openDesk(editor.page, article);
  await expect(editor.page.getByText("Published just now", { exact: true })).toBeVisible();

  const reader = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await reader.goto(`/articles/${article.slug}`);
  await expect(reader.getByRole("list", { name: "Corrections of this claim" })).toContainText(
    "Customs counted again. The verdict was “True” and is now “False”.",
  );
  await reader.getByRole("link", { name: "Corrections", exact: true }).click();
  const entry = reader.getByRole("article").filter({ hasText: claim.statement });
  await expect(entry).toContainText("Update");
  await expect(entry).toContainText("Customs counted again.");
  await entry.getByRole("link", { name: "Previous publication" }).click();
  await expect(reader.getByText("This is publication 1 of 2")).toBeVisible();
  await expect(reader.getByRole("link", { name: "Claim 1: True" })).toBeVisible();
  await reader.getByRole("link", { name: "Read the current one" }).click();
  await expect(reader.getByRole("link", { name: "Claim 1: False" })).toBeVisible();
  await reader.context().close();
});

test("an administrator unpublishes an article by keys alone, and readers find the reason", async ({
  as,
  visit,
}) => {
  const { article } = await approved();
  const { page } = await as("administrator");
  await openDesk(page, article);
  await publish(page);
  await openDesk(page, article);
  await page.getByRole("button", { name: "Article", exact: true }).press("Enter");
  await page.getByRole("menuitem", { name: "Publish again…" }).press("Enter");
  const unpublish = page.getByRole("button", { name: "Unpublish…" });
  await expect(unpublish).toBeEnabled();
  await unpublish.press("Enter");
  await expect(page.getByLabel("Public reason")).toBeFocused();
  await page.keyboard.type("The minutes were forged.");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Unpublish article" })).toBeFocused();
  await page.keyboard.press("Enter");
  // The focus is what announces it.
  await expect(page.locator("[tabindex='-1']:focus")).toContainText("Article unpublished.");

  const reader = await visit();
  for (const address of ["", "/claims/1", "/report", "/publications/1"]) {
    await reader.goto(`/articles/${article.slug}${address}`);
    await expect(reader.getByRole("note")).toContainText("The minutes were forged.");
    await expect(reader.locator('meta[name="robots"]')).toHaveAttribute("content", "noindex");
    await expect(reader.getByText("$240 billion")).toHaveCount(0);
  }
  for (const file of ["report.pdf", "cite.bib"]) {
    const gone = await reader.request.get(`/articles/${article.slug}/${file}`);
    expect(gone.status()).toBe(410);
    expect((await gone.json()).detail).toContain("The minutes were forged.");
  }
  await reader.goto("/corrections");
  await expect(reader.locator(`a[href="/articles/${article.slug}"]`)).toBeVisible();
  expect(await axeFindings(reader)).toEqual([]);
});

test("a publication is scheduled, and cancelled", async ({ as }) => {
  const { article } = await approved();
  const { page } = await as("editor");
  await openDesk(page, article);
  await openPublishing(page);
  await page.getByRole("button", { name: "Publish later" }).click();
  await page.getByLabel("Publish at").fill("2020-01-01T09:00");
  await page.getByRole("button", { name: "Schedule", exact: true }).click();
  await expect(page.getByText("Choose a later time.")).toBeVisible();
  const at = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 16);
  await page.getByLabel("Publish at").fill(at);
  await page.getByRole("button", { name: "Schedule", exact: true }).click();
  await expect(page.getByText("Will be published in 3 days")).toBeVisible();
  await page.reload();
  await expect(page.getByText("Will be published in 3 days")).toBeVisible();
  await page.getByRole("button", { name: "Cancel scheduled publication" }).click();
  await expect(page.getByText("Scheduled publication cancelled.")).toBeVisible();
});
