import { expect, makeArticle, makeClaim, makePerson, openDesk, test } from "../../fixtures/desk";
import { openPublishing } from "../../fixtures/publishing";

const LONG = `Trade rose fast to $240 billion.\n${`${"And so it went on for a while. ".repeat(30)}\n`.repeat(120)}`;

test("a long article is prepared in the background: its page says how far it is, also after a reload", async ({
  as,
  request,
}) => {
  const author = await makePerson();
  const article = await makeArticle({ author, content: { format: "text", value: LONG } });
  await makeClaim({ article, author, state: "approved" });
  const { page } = await as("editor");
  await openDesk(page, article);
  await openPublishing(page);
  await page.getByRole("button", { name: "Publish now" }).click();
  await expect(page.getByText(/^Preparing/)).toBeVisible();
  await openDesk(page, article);
  await expect(page.getByRole("link", { name: "Published", exact: true })).toBeVisible();
  const pdf = await request.get(`/articles/${article.slug}/report.pdf`);
  expect(pdf.headers()["content-type"]).toBe("application/pdf");
});
