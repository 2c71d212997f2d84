import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { axeFindings, expect, test } from "../fixtures/desk";

const PAGE = `<!doctype html><html lang="en"><head><title>Harvest doubled – The Field</title>
<meta property="og:site_name" content="The Field"><meta name="author" content="Noor Aziz">
<meta property="article:published_time" content="2024-05-17T08:00:00Z"></head>
<body><nav><a href="/">Home</a> Subscribe now</nav><article><h1>Harvest doubled</h1>
${Array.from({ length: 6 }, (_, index) => `<p>The harvest of region ${index + 1} doubled within a year, said the ministry, while <a href="/numbers">numbers</a> of the union say otherwise.</p>`).join("")}
<script>alert(1)</script></article><footer>All rights reserved</footer></body></html>`;

/** A site of this machine, allowed by OBELUS_FETCH_ALLOW_HOSTS. */
async function serveSite(): Promise<{ address: string; close: () => void }> {
  const server = createServer((request, response) => {
    if (request.url === "/gone") response.writeHead(404).end();
    else response.setHeader("content-type", "text/html; charset=utf-8").end(PAGE);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

test("an article from an address: the fields fill themselves, and the same address is known again", async ({
  as,
}) => {
  const { page } = await as("editor");
  const site = await serveSite();
  try {
    await page.goto("/desk/articles/new");
    const address = page.getByLabel("From an address");
    await address.fill(`${site.address}/gone`);
    await page.getByRole("button", { name: "Fetch" }).click();
    await expect(page.getByText(/answers 404 for this page/)).toBeVisible();
    await address.fill("http://localhost:8099/");
    await address.press("Enter");
    await expect(page.getByText(/inside a private network/)).toBeVisible();

    await address.fill(`${site.address}/harvest?x=${crypto.randomUUID()}`);
    const own = await address.inputValue();
    await address.press("Enter");
    await expect(page.getByText(/The article was read/)).toBeVisible();
    await expect(page.getByLabel("Title")).toHaveValue(/Harvest doubled/);
    await expect(page.getByLabel("Publisher")).toHaveValue("The Field");
    await expect(page.getByLabel("Byline")).toHaveValue("Noor Aziz");
    await expect(page.getByLabel("Published on")).toHaveValue("2024-05-17");
    await expect(page.getByLabel(/^Address/)).toHaveValue(own);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole("button", { name: "Take in the article" }).click();
    const text = page.getByRole("textbox", { name: "Article text" });
    await expect(text.getByRole("paragraph")).toHaveCount(6);
    await expect(text.getByRole("link").first()).toHaveAttribute("href", `${site.address}/numbers`);
    await expect(text).not.toContainText("Subscribe");

    await page.goto("/desk/articles/new");
    await address.fill(own);
    await address.press("Enter");
    await expect(page.getByText(/This address is in the desk already/)).toBeVisible();
  } finally {
    site.close();
  }
});

test("an article from a file, and one that cannot be read", async ({ as }) => {
  const { page } = await as("checker");
  await page.goto("/desk/articles/new");
  const file = page.getByLabel("From a file");
  await file.setInputFiles({
    name: "a.rtf",
    mimeType: "application/rtf",
    buffer: Buffer.from("{\\rtf1 text}"),
  });
  await expect(page.getByText(/a\.rtf is in RTF/)).toBeVisible();
  await file.setInputFiles({
    name: "harvest.md",
    mimeType: "text/markdown",
    buffer: Buffer.from("# Harvest\n\nIt *doubled*.\n\n- in the north\n- in the south\n"),
  });
  await expect(page.getByText(/The article was read/)).toBeVisible();
  await page.getByLabel("Title").fill("Harvest");
  await page.getByRole("button", { name: "Take in the article" }).click();
  const text = page.getByRole("textbox", { name: "Article text" });
  await expect(text.getByRole("heading", { name: "Harvest" })).toBeVisible();
  await expect(text.getByRole("listitem")).toHaveText(["in the north", "in the south"]);
});

// As these programs put it on the clipboard, shortened.
for (const [program, html] of [
  [
    "Google Docs",
    `<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1f2a"><h1 dir="ltr"><span style="font-size:20pt">Harvest</span></h1><p dir="ltr"><span style="font-weight:400">It doubled </span><span style="font-weight:700">twice</span><span style="font-weight:400">.</span></p><br><ul><li dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span>in the north</span></p></li></ul></b>`,
  ],
  [
    "Word",
    `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta name=Generator content="Microsoft Word 15"><style><!-- p.MsoNormal {margin:0cm} --></style></head><body lang=EN-GB><!--StartFragment--><h1>Harvest<o:p></o:p></h1><p class=MsoNormal>It doubled <b>twice</b>.<o:p></o:p></p><ul type=disc><li class=MsoNormal>in the north<o:p></o:p></li></ul><!--EndFragment--></body></html>`,
  ],
] as const)
  test(`what is pasted from ${program} keeps headings, emphasis and lists`, async ({ as }) => {
    const { page } = await as("editor");
    await page.goto("/desk/articles/new");
    await page.getByLabel("Title").fill(`Harvest, from ${program}`);
    await page.getByLabel("Text of the article").evaluate((element, copied) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/html", copied);
      clipboardData.setData("text/plain", "Harvest");
      element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    }, html);
    await page.getByRole("button", { name: "Take in the article" }).click();
    const text = page.getByRole("textbox", { name: "Article text" });
    await expect(text.getByRole("heading", { name: "Harvest" })).toBeVisible();
    await expect(text.getByRole("paragraph").first()).toHaveText("It doubled twice.");
    await expect(text.locator("strong")).toHaveText("twice");
    await expect(text.getByRole("listitem")).toHaveText("in the north");
  });

test("an article from plain text", async ({ as }) => {
  const { page } = await as("checker");
  await page.goto("/desk/articles/new");
  await page.getByLabel("Title").fill("Harvest figures");
  await page.getByLabel("Text of the article").fill("The harvest doubled.\n\nFarmers doubt it.");
  await expect(page.getByText("6 words")).toBeVisible();
  await page.getByRole("button", { name: "Take in the article" }).click();
  await expect(page.getByRole("heading", { name: "Harvest figures" })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Article text" }).getByRole("paragraph")).toHaveText([
    "The harvest doubled.",
    "Farmers doubt it.",
  ]);
});

test("scripts and their addresses do not come in with HTML", async ({ as }) => {
  const { page } = await as("editor");
  await page.goto("/desk/articles/new");
  const dialogs: string[] = [];
  page.on("dialog", (dialog) => {
    dialogs.push(dialog.message());
    return dialog.dismiss();
  });
  await page.getByLabel("Title").fill("Hostile page");
  await page.getByRole("radio", { name: "HTML" }).check();
  await page
    .getByLabel("Text of the article")
    .fill(
      `<h2>Head</h2><p onclick="alert(1)">Some <b>bold</b> text<script>alert(2)</script><img src=x onerror=alert(3)> and a <a href="javascript:alert(4)">bad</a> and a <a href="https://example.org/">good</a> link</p>`,
    );
  await page.getByRole("button", { name: "Take in the article" }).click();
  const text = page.getByRole("textbox", { name: "Article text" });
  await expect(text).toContainText("Some bold text and a bad and a good link");
  await expect(text.getByRole("heading", { name: "Head" })).toBeVisible();
  await expect(text.getByRole("link")).toHaveText(["good"]);
  expect(await text.innerHTML()).not.toMatch(/javascript:|onclick|onerror|<script|<img src/);
  await text.getByText("bad").click();
  expect(dialogs).toEqual([]);
});

test("an empty article and one of 5 MB get clear messages, and nothing typed is lost", async ({ as }) => {
  const { page } = await as("editor");
  await page.goto("/desk/articles/new");
  await page.getByRole("button", { name: "Take in the article" }).click();
  await expect(page.getByText("Give the article a title.")).toBeVisible();
  await page.getByLabel("Title").fill("Far too long");
  await page.getByRole("button", { name: "Take in the article" }).click();
  await expect(page.getByText("The article has no text.")).toBeVisible();
  await page.getByLabel("Text of the article").evaluate((element: HTMLTextAreaElement) => {
    const set = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value")?.set;
    set?.call(element, "word ".repeat(1_000_000));
    element.dispatchEvent(new Event("input", { bubbles: true }));
  });
  await page.getByRole("button", { name: "Take in the article" }).click();
  await expect(page.getByText(/5,000,000 characters; 4,000,000 fit/)).toBeVisible();
  await expect(page.getByLabel("Title")).toHaveValue("Far too long");
  expect((await page.getByLabel("Text of the article").inputValue()).length).toBe(5_000_000);
});

test("what is typed survives a reload", async ({ as }) => {
  const { page } = await as("editor");
  await page.goto("/desk/articles/new");
  await page.getByLabel("Title").fill("Half a title");
  await page.getByLabel("Text of the article").fill("Some text.");
  await page.reload();
  await expect(page.getByLabel("Title")).toHaveValue("Half a title");
  await expect(page.getByLabel("Text of the article")).toHaveValue("Some text.");
});
