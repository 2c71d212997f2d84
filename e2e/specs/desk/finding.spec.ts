import { must, revisionOf } from "@/lib/testing/factories";
import { updateArticleDetails } from "@/lib/workflows/articles/update-article-details";
import {
  axeFindings,
  chooseInMenu,
  expect,
  makeArticle,
  makeClaim,
  openDesk,
  test,
  typeInto,
} from "../../fixtures/desk";
import { openPublishing, publish } from "../../fixtures/publishing";

const COUNTED = "We checked 1 claim in this article. None was found to be wrong. It is rated True (1).";
const FINDING = "The figure is right, but it is for 2023.";

test("an editor writes the finding, and readers see it first", async ({ as, request }) => {
  const { page, person } = await as("editor");
  const article = await makeArticle();
  await makeClaim({ article, author: article.author, state: "approved" });
  const address = `/articles/${article.slug}`;
  const field = page.getByRole("textbox", { name: /^Finding/ });
  /** What a colleague stores meanwhile. */
  const storeFinding = async (finding: string | null) => {
    const details = { articleId: article.id, title: "Trade", finding };
    must(await updateArticleDetails(person, { ...details, revision: await revisionOf(article.id) }));
  };
  await openDesk(page, article);

  await test.step("what is typed survives a reload", async () => {
    await openPublishing(page);
    await expect(field).toHaveAttribute("placeholder", COUNTED);
    await expect(field).toHaveAccessibleDescription(/ 0 of 1,000 characters\.$/);
    await typeInto(field, "The figure is right");
    await page.reload();
    await expect(page.getByText(/^Restored what you typed/)).toBeVisible();
    await expect(field).toHaveValue("The figure is right");
    await field.press("End");
    await field.pressSequentially(", but");
    await expect(field).toHaveAccessibleDescription(/ 24 of 1,000 characters\.$/);
    await page.getByRole("button", { name: "Publish now" }).click();
    await expect(page.getByText(/You typed a finding that is not saved\./)).toBeVisible();
  });

  await test.step("a finding that a colleague stored is not overwritten unseen", async () => {
    await storeFinding("Theirs.");
    await expect(page.getByText(/It is now “Theirs\.”/)).toBeVisible();
    await expect(page.getByRole("button", { name: "Save finding" })).toBeDisabled();
    await page.getByRole("button", { name: "Keep mine" }).click();
    await field.press("End");
    await field.pressSequentially(" it is for 2023.");
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole("button", { name: "Save finding" }).click();
    await expect(page.getByText("Finding saved.")).toBeVisible();
  });

  await test.step("readers see it on the article's page and in the report", async () => {
    await page.getByRole("button", { name: "Publish now" }).click();
    await expect(page.getByText("Article published.")).toBeVisible();
    for (const path of [address, `${address}/report`])
      expect(await (await request.get(path)).text()).toContain(`>${FINDING}</p>`);
    // The verdicts come first.
    expect(await (await request.get(address)).text()).toMatch(
      new RegExp(`<meta name="description" content="[^"]+ ${FINDING}"/>`),
    );
  });

  await test.step("without it, they see what is made from the counts; the earlier publication keeps it", async () => {
    await openDesk(page, article);
    await chooseInMenu(page, "Details");
    await expect(field).toHaveValue(FINDING);
    await field.press("ControlOrMeta+a");
    await field.press("Delete");
    await page.getByRole("button", { name: "Save details" }).click();
    await expect(page.getByText("Saved", { exact: true })).toBeVisible();
    await publish(page);
    expect(await (await request.get(address)).text()).toContain(`>${COUNTED}</p>`);
    expect(await (await request.get(`${address}/publications/1`)).text()).toContain(`>${FINDING}</p>`);
  });
});
