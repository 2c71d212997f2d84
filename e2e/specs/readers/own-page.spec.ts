import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "@playwright/test";
import type { PageMarks } from "../../../lib/syndication/page-marks";
import { DEMO, expect, test } from "../../fixtures/desk";

/** A point inside the first line of a quote. */
async function pointAt(page: Page, quote: string): Promise<{ x: number; y: number }> {
  return page.evaluate((sought) => {
    const found = [...CSS.highlights.values()]
      .flatMap((highlight) => [...highlight] as Range[])
      .find((range) => range.toString() === sought);
    found?.startContainer.parentElement?.scrollIntoView({ block: "center" });
    const line = found?.getClientRects()[0];
    if (!line) throw new Error(`"${sought}" is not marked`);
    return { x: line.left + line.width / 2, y: line.top + line.height / 2 };
  }, quote);
}

test("claims are marked on the publisher's own page, under its strict policy, and each has a card", async ({
  page,
  request,
  baseURL,
}) => {
  const marks = (await (await request.get(`${DEMO}/marks.json`)).json()) as PageMarks;
  const [lost, second] = marks.claims as [PageMarks["claims"][0], PageMarks["claims"][0]];
  // The paper has cut the sentence of the first claim since.
  const text = readFileSync("prisma/demo/article.txt", "utf8").replace(lost.exact, "");
  const article = text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => `<p>${line.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</p>`)
    .join("");
  const site = createServer((_, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.setHeader(
      "content-security-policy",
      `default-src 'none'; script-src ${baseURL}; connect-src ${baseURL}; require-trusted-types-for 'script'`,
    );
    response.end(
      `<!doctype html><title>The paper</title><h1>Of the paper</h1><article>${article}</article>
       <script src="${baseURL}/annotate.js" data-article="${baseURL}${DEMO}" async></script>`,
    );
  });
  await new Promise<void>((resolve) => site.listen(0, "127.0.0.1", resolve));
  const own = `http://127.0.0.1:${(site.address() as AddressInfo).port}/`;
  const problems: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) problems.push(message.text());
  });
  page.on("request", (asked) => {
    if (![own, `${own}favicon.ico`].includes(asked.url()) && !asked.url().startsWith(`${baseURL}/`))
      problems.push(asked.url());
  });
  try {
    await page.goto(own);
    const bar = page.getByRole("region", { name: /^Fact-check by / });
    await expect(bar.getByText(`Checked claims on this page: ${marks.claims.length - 1}`)).toBeVisible();
    await expect(bar.getByText("Checked claims that aren’t on this page: 1")).toBeVisible();
    // The text of the page is as it was, and nothing but the panel was added.
    expect(await page.locator("article").innerHTML()).toBe(article);
    expect(await page.evaluate(() => [...document.body.children].map(({ localName }) => localName))).toEqual([
      "h1",
      "article",
      "script",
      "obelus-marks",
    ]);

    const point = await pointAt(page, second.exact);
    await page.mouse.move(point.x, point.y);
    const card = page.getByRole("group", { name: second.name });
    await expect(card).toContainText(second.statement.text);
    await page.keyboard.press("Escape");
    await expect(card).toBeHidden();
    await page.mouse.click(point.x, point.y);
    await expect(card).toBeVisible();
    await page.mouse.click(1, 1);
    await expect(card).toBeHidden();

    const next = bar.getByRole("button", { name: "Next claim" });
    await next.focus();
    await page.keyboard.press("Enter");
    const opened = page.getByRole("group", { name: /^Claim \d+: / });
    await expect(opened).toBeVisible();
    const first = await opened.getAttribute("aria-label");
    await page.keyboard.press("Enter");
    await expect(opened).not.toHaveAttribute("aria-label", first ?? "");
    const link = opened.getByRole("link", { name: "Read the complete fact-check" });
    for (const _ of ["hide marks", "close", "link"]) await page.keyboard.press("Tab");
    await expect(link).toBeFocused();
    await bar.getByRole("button", { name: "Hide marks" }).click();
    expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);

    expect(problems.filter((problem) => !problem.includes("favicon"))).toEqual([]);
    expect(await page.context().cookies()).toEqual([]);
  } finally {
    site.close();
  }
});
