import { DEMO, expect, test } from "../fixtures/desk";

test("readers cite a fact-check without JavaScript, and load nothing that writes citations", async ({
  browser,
}) => {
  const still = await browser.newContext({ javaScriptEnabled: false });
  const page = await still.newPage();
  await page.goto(DEMO);
  await page.getByText("Cite this fact-check").click();
  await expect(page.getByText(/^Obelus\. \(\d{4}, [A-Z][a-z]+ \d+\)\. Fact-check: Putin/)).toBeVisible();
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
  await still.close();

  const lively = await browser.newContext();
  const reader = await lively.newPage();
  const scripts: Promise<string>[] = [];
  reader.on("response", (response) => {
    if (response.request().resourceType() === "script") scripts.push(response.text());
  });
  await reader.goto(DEMO);
  await reader.waitForLoadState("networkidle");
  expect(scripts.length).toBeGreaterThan(0);
  for (const script of await Promise.all(scripts))
    expect(script).not.toMatch(/csl-entry|zotero\.org\/styles/);
  await lively.close();
});
