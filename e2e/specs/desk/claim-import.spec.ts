import {
  axeFindings,
  chooseFiles,
  chooseInMenu,
  expect,
  makeArticle,
  makeClaim,
  openDesk,
  test,
} from "../../fixtures/desk";

const CSV = `quote,statement,rating,source_url
rose fast,Trade rose fast in 2023.,Pants on Fire,https://stats.example/2023
"$240 billion",Trade came to $240 billion.,,
no such words at all,Trade fell.,,
`;

test("claims come from a file: placed, known, or marked by hand, and show their marks", async ({ as }) => {
  const { page, person } = await as("editor");
  const article = await makeArticle({ author: person });
  await makeClaim({ article, author: person, statement: "Trade came to $240 billion." });
  await openDesk(page, article);
  await chooseInMenu(page, "Import claims…");
  await expect(page.getByRole("heading", { name: "Import claims" })).toBeVisible();
  await chooseFiles(page.getByLabel("Or choose a file"), {
    name: "claims.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(CSV),
  });
  const list = page.getByRole("region", { name: "CSV table" });
  await expect(list.getByRole("status").first()).toHaveText(
    "1 claim placed, 0 to place, 1 not found, 1 already here.",
  );
  await expect(list.getByText("Already here: claim 1")).toBeVisible();
  const run = list.getByRole("button", { name: /^Import \d+ claims?$/ });
  await expect(run).toBeDisabled();
  await list.getByLabel("Rating for “Pants on Fire”").selectOption({ label: "False" });
  await list.getByLabel(/paste words from the article for claim 3/).pressSequentially("Then it fell");
  await expect(list.getByText("Found in the article.")).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);

  await run.click();
  await expect(page.getByText("2 claims were imported as drafts.")).toBeVisible();
  await page.getByRole("link", { name: "Open the article" }).click();
  await expect(page.getByRole("heading", { name: "Claims 3" })).toBeVisible();
  await expect(page.getByRole("button", { name: /Trade rose fast in 2023/ })).toBeVisible();
});
