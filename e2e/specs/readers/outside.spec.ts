import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { axeFindings, DEMO, expect, test } from "../../fixtures/desk";

test("the report as an HTML file works from a disk: it fetches nothing, and cards open", async ({
  page,
  request,
}) => {
  const folder = mkdtempSync(join(tmpdir(), "obelus-file-"));
  const problems: string[] = [];
  try {
    const answer = await request.get(`${DEMO}/report.html`);
    expect(answer.headers()["content-disposition"]).toMatch(/^attachment; filename=".*-report\.html"$/);
    const file = pathToFileURL(join(folder, "report.html")).href;
    writeFileSync(join(folder, "report.html"), await answer.body());
    page.on("request", (asked) => {
      if (asked.url() !== file && !asked.url().startsWith("data:")) problems.push(asked.url());
    });
    page.on("console", (message) => {
      if (message.type() === "error") problems.push(message.text());
    });
    page.on("pageerror", (error) => problems.push(error.message));
    await page.goto(file);
    await page.getByRole("link", { name: /Claim 2: / }).focus();
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Tab");
    const card = page.getByRole("dialog", { name: /^Claim 2: / });
    await expect(card).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(card).toBeHidden();
    await page.getByRole("link", { name: /Claim 2: / }).click();
    await expect(card).toBeVisible();
    await page.getByRole("link", { name: /Full entry of claim/ }).click();
    expect(page.url()).toBe(`${file}#claim-2`);
    // Words are set in the font that the file brings along.
    expect(await page.evaluate(() => document.fonts.check('18px "Source Serif 4"'))).toBe(true);
    expect(problems).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("a saved report is checked in the browser, and a changed one is found out", async ({
  page,
  request,
}) => {
  const saved = await (await request.get(`${DEMO}/report.json`)).text();
  await page.goto(`${DEMO}/report`);
  await page.getByRole("link", { name: "Check a saved file" }).click();
  const file = page.getByLabel("Report as JSON");
  // The form is shown once its script runs.
  await expect(file).toBeVisible();
  const choose = (text: string) =>
    file.setInputFiles({ name: "report.json", mimeType: "application/json", buffer: Buffer.from(text) });
  const answer = page.getByRole("form", { name: "Check a file" }).getByRole("status");
  await choose(saved);
  await expect(answer.getByText("Nothing in it was changed.")).toBeVisible();
  await expect(answer.getByRole("link")).toHaveAttribute("href", DEMO);
  await expect(answer.getByText("21 / 21")).toBeVisible();
  await choose(saved.replace("$240 billion", "$250 billion"));
  await expect(answer.getByText(/^This file was changed after we signed it/)).toBeVisible();
  await expect(answer.getByText("Nothing in it was changed.")).toBeHidden();
  expect(await axeFindings(page)).toEqual([]);
});

test("a page of another site shows an article and a claim in frames, without cookies", async ({
  page,
  baseURL,
}) => {
  const site = createServer((_, response) => {
    response.setHeader("content-type", "text/html");
    response.setHeader(
      "content-security-policy",
      `default-src 'none'; script-src ${baseURL}; frame-src ${baseURL}; style-src 'unsafe-inline'`,
    );
    response.end(
      `<!doctype html><title>Another site</title><iframe title="Article" width="600" height="700" src="${baseURL}/embed${DEMO}"></iframe>
       <iframe title="Claim" width="600" height="50" src="${baseURL}/embed${DEMO}/claims/2"></iframe>
       <obelus-claim href="${baseURL}${DEMO}/claims/3"><a href="${baseURL}${DEMO}/claims/3">Claim of another</a></obelus-claim>
       <obelus-claim href="https://other.example/articles/x">Not here</obelus-claim>
       <script src="${baseURL}/embed.js" defer></script>`,
    );
  });
  await new Promise<void>((resolve) => site.listen(0, "127.0.0.1", resolve));
  const context = page.context();
  // The script comes after a frame of the page has said how high it is, as on a slow connection.
  await page.route("**/embed.js", async (route) => {
    const frame = page.frames().find((each) => each.url().includes(`/embed${DEMO}/claims/2`));
    await frame?.waitForLoadState("load");
    await route.continue();
  });
  try {
    await page.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}/`);
    const article = page.frameLocator('iframe[title="Article"]');
    await expect(article.getByRole("heading", { level: 1 })).toContainText("Putin");
    await article.getByRole("link", { name: /Claim 1: / }).click();
    await expect(article.getByRole("dialog", { name: /^Claim 1: / })).toBeVisible();
    const claim = page.frameLocator('iframe[title="Claim"]');
    await expect(claim.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(
      page.getByTitle("Claim of another").contentFrame().getByRole("heading", { level: 1 }),
    ).toBeVisible();
    await expect(page.getByText("Not here")).toBeVisible();
    // Each frame of a claim is as high as what it shows.
    for (const title of ["Claim", "Claim of another"])
      await expect
        .poll(async () => {
          const frame = page.getByTitle(title, { exact: true });
          const shown = await frame.evaluate((element) => element.clientHeight);
          const needed = await frame
            .contentFrame()
            .locator("html")
            .evaluate((html) => (html as HTMLElement).offsetHeight);
          return Math.abs(shown - needed) <= 1;
        })
        .toBe(true);
    const opened = context.waitForEvent("page");
    await claim.getByRole("link", { name: "Read the complete fact-check" }).click();
    await expect(await opened).toHaveURL(`${baseURL}${DEMO}/claims/2`);
    expect(await context.cookies()).toEqual([]);
    // The document itself stays in its own site.
    const response = await context.request.get(`${baseURL}${DEMO}`);
    expect(response.headers()["content-security-policy"]).toContain("frame-ancestors 'self'");
  } finally {
    site.close();
  }
});
