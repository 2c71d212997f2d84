import { rationale } from "@/lib/testing/builders";
import { must, revisionOf } from "@/lib/testing/factories";
import { publishArticle } from "@/lib/workflows/publication/publish-article";
import { expect, makeArticle, makeClaim, makePerson, test, typeInto } from "../../fixtures/desk";
import { sidewaysScrolling } from "../../fixtures/reader-checks";

test("without JavaScript, readers search, narrow the search, and browse the archive", async ({ browser }) => {
  const own = crypto.randomUUID().slice(0, 8).replace(/\d/g, "k");
  const article = await makeArticle({ publisher: `Herald ${own}` });
  const { author } = article;
  const claimant = `Ada ${own}`;
  for (const [ratingKey, statement] of [
    ["true", `Harvests of ${own} doubled.`],
    ["false", `Exports of ${own} fell.`],
  ] as const)
    await makeClaim({
      ...{ article, author, state: "approved", claimant, statement, tags: [`Farming ${own}`] },
      verdict: { ratingKey, rationaleDoc: rationale("Customs say so.") },
    });
  must(
    await publishArticle(await makePerson(), {
      articleId: article.id,
      revision: await revisionOf(article.id),
    }),
  );

  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 390, height: 844 },
  });
  const page = await context.newPage();
  try {
    await page.goto("/");
    const box = page.getByRole("searchbox", { name: "Search fact-checks" });
    await expect(box).toHaveCount(1);
    await typeInto(box, `harvest ${own}`);
    await page.keyboard.press("Enter");
    const claims = page.getByRole("region", { name: /^Claims/ });
    await expect(claims.getByRole("listitem")).toHaveCount(1);
    await expect(claims.locator("mark")).toHaveText(["Harvests", own]);

    await typeInto(box, own, { replace: true });
    await page.getByLabel("Rating").selectOption({ label: "False" });
    await page.getByRole("button", { name: "Search" }).click();
    await expect(page).toHaveURL(new RegExp(`[?&]q=${own}&rating=false`));
    await expect(claims.getByRole("listitem")).toHaveCount(1);
    await page.getByRole("link", { name: `Exports of ${own} fell.` }).click();
    await expect(page.getByRole("heading", { level: 1, name: `Exports of ${own} fell.` })).toBeVisible();

    await page.getByRole("link", { name: `All checked claims by ${claimant}` }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Claims by ${claimant} 2`);
    expect(await sidewaysScrolling(page)).toEqual([]);
    await page.getByRole("link", { name: "Archive" }).first().click();
    await page.getByRole("link", { name: `Farming ${own}` }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Claims about Farming ${own} 2`);

    // The header has the box where the page has none.
    await typeInto(box, `harvset ${own}`);
    await page.keyboard.press("Enter");
    // Articles of other tests can have the word in the singular, which is as near.
    await expect(page.getByRole("note")).toHaveText(
      new RegExp(`^Nothing was found for “harvset ${own}”. These results are for “harvests? ${own}”.$`),
    );
  } finally {
    await context.close();
  }
});
