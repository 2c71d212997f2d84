import {
  axeFindings,
  chooseFiles,
  DEMO,
  expect,
  makeArticle,
  makeClaim,
  openDesk,
  paste,
  test,
  typeInto,
} from "../../fixtures/desk";

/** Two entries with a unique word, and a broken one. */
const entriesWith = (own: string) => `@online{a, title={Harvest ${own}}, organization={Statistics office},
  author={Aziz, Noor}, url={https://example.org/${own}}, urldate={2024-06-01}, date={2024-05}}
@online{b, title={Script ${own}}, url={javascript:alert(1)}}`;

test("sources are imported from BibTeX, cited and exported", async ({ as }) => {
  const { page } = await as("editor");
  const own = crypto.randomUUID().slice(0, 8);
  await page.goto("/desk/sources");
  await page.getByRole("link", { name: "Import from a reference manager" }).click();
  const citations = page.getByRole("textbox", { name: "Citations" });
  await typeInto(citations, "10.1000/182");
  await page.getByRole("button", { name: "Review citations" }).click();
  await expect(page.getByText(/A DOI alone is not enough/)).toBeVisible();
  await chooseFiles(page.getByLabel("or choose a file"), {
    name: "zotero.bib",
    mimeType: "text/plain",
    buffer: Buffer.from(entriesWith(own)),
  });
  await expect(page.getByText("1 new, 1 with a problem.")).toBeVisible();
  await expect(page.getByText(/Only http and https addresses/)).toBeVisible();
  await expect(page.getByRole("checkbox", { name: `Script ${own}` })).toBeDisabled();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole("button", { name: "Import 1 source" }).click();
  await expect(page.getByText("1 source imported.")).toBeVisible();
  await typeInto(citations, entriesWith(own), { replace: true });
  await page.getByRole("button", { name: "Review citations" }).click();
  await expect(page.getByText("1 already on the desk, 1 with a problem.", { exact: false })).toBeVisible();

  await page.goto(`/desk/sources?q=${own}`);
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "RIS" }).click(),
  ]);
  expect(file.suggestedFilename()).toBe("sources.ris");
  await page.getByRole("link", { name: `Harvest ${own}` }).click();
  const cite = page.getByRole("region", { name: "Cite" });
  await expect(cite).toContainText(
    `Aziz, N. (2024, May). Harvest ${own}. Statistics Office. https://example.org/${own}`,
  );
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await cite.getByRole("button", { name: "Copy the APA citation" }).click();
  await expect(cite.getByRole("status").first()).toHaveText("Copied");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("Aziz, N. (2024, May).");
  expect(await axeFindings(page)).toEqual([]);
  const bibtex = await page.request.get(
    (await cite.getByRole("link", { name: "BibTeX" }).getAttribute("href")) ?? "",
  );
  expect(bibtex.headers()["content-type"]).toContain("application/x-bibtex");
  expect(await bibtex.text()).toContain(`title = {{Harvest ${own}}}`);
});

test("a citation pasted into a claim's source fills in its fields", async ({ as }) => {
  const { page, person } = await as("editor");
  const own = crypto.randomUUID().slice(0, 8);
  const article = await makeArticle({ author: person });
  await makeClaim({ article, author: person, statement: "The figure.", evidence: [] });
  await openDesk(page, article);
  await page.getByRole("button", { name: /The figure/ }).click();
  await page.getByRole("button", { name: "Edit", exact: true }).click();
  await page.getByRole("button", { name: "Add a source" }).click();
  const row = page.getByRole("group", { name: "Source 1" });
  await row.getByRole("radio", { name: "Supports" }).check();
  await paste(row.getByLabel("Address"), entriesWith(own));
  await expect(row.getByLabel("Title")).toHaveValue(`Harvest ${own}`);
  await expect(row.getByLabel("Address")).toHaveValue(`https://example.org/${own}`);
  await expect(row.getByLabel("Publisher")).toHaveValue("Statistics office");
  await expect(row.getByLabel("Published")).toHaveValue("2024-05");
  await row.getByRole("button", { name: "Note, dates and archive" }).click();
  await expect(row.getByLabel("Accessed")).toHaveValue("2024-06-01");
  await expect(row.getByText(/the first of 2 citations/)).toBeVisible();
  await expect(row.getByText("Also saved with the source: Aziz, Noor.")).toBeVisible();
  await page.getByRole("button", { name: "Save claim" }).click();
  await expect(page.getByText("Claim 1 saved.")).toBeVisible();
  await page.goto(`/desk/sources?q=${own}`);
  await page.getByRole("link", { name: `Harvest ${own}` }).click();
  await expect(page.getByLabel("Authors")).toHaveValue("Aziz, Noor");
});

test("readers cite a fact-check without JavaScript, and load no citation code", async ({
  browser,
  page: reader,
}) => {
  const withoutScripts = await browser.newContext({ javaScriptEnabled: false });
  const page = await withoutScripts.newPage();
  await page.goto(DEMO);
  await page.getByText("Cite this fact-check").click();
  await expect(
    page.getByText(/^Obelus Demo Desk\. \(\d{4}, [A-Z][a-z]+ \d+\)\. Fact-check: Putin/),
  ).toBeVisible();
  for (const [ending, type, words] of [
    ["bib", "application/x-bibtex", "@online{obelus"],
    ["ris", "application/x-research-info-systems", "TY  - ELEC"],
    ["json", "application/vnd.citationstyles.csl+json", '"type": "webpage"'],
  ] as const) {
    const answer = await page.request.get(`${DEMO}/cite.${ending}`);
    expect(answer.headers()["content-type"]).toContain(type);
    expect(await answer.text()).toContain(words);
  }
  expect((await page.request.get("/articles/nothing-is-here/cite.bib")).status()).toBe(404);
  await withoutScripts.close();

  const scripts: Promise<string>[] = [];
  reader.on("response", (response) => {
    if (response.request().resourceType() === "script") scripts.push(response.text());
  });
  await reader.goto(DEMO);
  await reader.waitForLoadState("networkidle");
  expect(scripts.length).toBeGreaterThan(0);
  for (const script of await Promise.all(scripts))
    expect(script).not.toMatch(/csl-entry|zotero\.org\/styles/);
});
