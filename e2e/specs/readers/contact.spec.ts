import { must, revisionOf } from "@/lib/testing/factories";
import { publishArticle } from "@/lib/workflows/publication/publish-article";
import { expect, makeArticle, makeClaim, makePerson, test, typeInto } from "../../fixtures/desk";

test("a reader without JavaScript reports an error on a claim, and an editor answers by mail", async ({
  browser,
  baseURL,
  as,
  inbox,
}) => {
  const editor = await makePerson({ role: "editor" });
  const checker = await makePerson({ role: "checker" });
  const article = await makeArticle({ author: checker });
  await makeClaim({ article, author: checker, state: "approved", approver: editor });
  must(await publishArticle(editor, { articleId: article.id, revision: await revisionOf(article.id) }));
  const word = crypto.randomUUID().slice(0, 8);
  const text = `The figure is for 2022, not for 2023 (${word}).`;
  const email = `reader-${word}@example.org`;
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL && { baseURL }) });
  try {
    const reader = await context.newPage();
    await reader.goto(`/articles/${article.slug}/claims/1`);
    await reader.getByRole("link", { name: "Report an error" }).click();
    await expect(reader.getByRole("radio", { name: "I found an error" })).toBeChecked();
    await expect(reader.getByRole("link", { name: /^Claim 1: / })).toBeVisible();
    // As slowly as a person: a form that is sent within three seconds is refused.
    await reader.getByLabel("Your message").pressSequentially(text, { delay: 100 });
    // Browsers accept this address.
    await typeInto(reader.getByLabel("Your email address"), `${word}@localhost`);
    await reader.getByRole("button", { name: "Send message" }).click();
    await expect(reader.getByRole("alert")).toContainText("Your message was not sent.");
    await expect(reader.getByText("This is not an email address.")).toBeVisible();
    await expect(reader.getByLabel("Your message")).toHaveValue(text);
    await typeInto(reader.getByLabel("Your email address"), email, { replace: true });
    await reader.getByRole("button", { name: "Send message" }).click();
    await expect(reader.getByRole("heading", { name: "Thank you" })).toBeVisible();
  } finally {
    await context.close();
  }
  const { page } = await as(editor);
  await page.goto(`/desk/inbox?article=${article.id}`);
  await page.getByRole("link", { name: new RegExp(word) }).click();
  await typeInto(page.getByLabel("Your answer to the reader"), "Thank you, we corrected it.");
  await page.getByRole("button", { name: "Send answer" }).click();
  await expect(page.getByText(/answered by email/).first()).toBeVisible();
  // The form is gone: the focus is on what is left of its part of the page.
  await expect(page.locator("main :focus")).toHaveCount(1);
  const mail = await inbox.waitFor(email, /Your message/);
  expect(mail.text).toContain("Thank you, we corrected it.");
});

test("what a reader typed is still there after a reload", async ({ page }) => {
  await page.goto("/contact");
  await typeInto(page.getByLabel("Your message"), "Typed before the reload.");
  await page.getByRole("radio", { name: "I know a source" }).check();
  await page.reload();
  await expect(page.getByLabel("Your message")).toHaveValue("Typed before the reload.");
  await expect(page.getByRole("radio", { name: "I know a source" })).toBeChecked();
});
