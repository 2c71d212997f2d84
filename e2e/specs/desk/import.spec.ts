import { open, readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "@playwright/test";
import { axeFindings, chooseFiles, chooseInMenu, expect, test, typeInto } from "../../fixtures/desk";

const PAGE = `<!doctype html><html lang="en"><head><title>Harvest doubled – The Field</title>
<meta property="og:site_name" content="The Field"><meta name="author" content="Noor Aziz">
<meta property="article:published_time" content="2024-05-17T08:00:00Z"></head>
<body><nav><a href="/">Home</a> Subscribe now</nav><article><h1>Harvest doubled</h1>
${Array.from({ length: 6 }, (_, index) => `<p>The harvest of region ${index + 1} doubled within a year, said the ministry, while <a href="/numbers">numbers</a> of the union say otherwise.</p>`).join("")}
<script>alert(1)</script></article><footer>All rights reserved</footer></body></html>`;

const FEED = `<?xml version="1.0"?><rss version="2.0"><channel><title>The Field</title>
<item><title>Wheat doubled</title><link>/wheat</link></item><item><title>Rye did not</title><link>/rye</link></item>
</channel></rss>`;

/** A local site, allowed by OBELUS_FETCH_ALLOW_HOSTS. */
async function serveSite(): Promise<{ address: string; close: () => void }> {
  const server = createServer((request, response) => {
    if (request.url === "/gone") response.writeHead(404).end();
    else if (request.url === "/stalls") response.write("<p>");
    else if (request.url === "/feed.xml") response.setHeader("content-type", "application/rss+xml").end(FEED);
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

const RESTORED = /Restored what you typed on/;

test("articles from addresses: they survive a reload until they are imported, an address is recognised, and feeds offer a choice", async ({
  as,
}) => {
  const { page } = await as("editor");
  const site = await serveSite();
  const address = page.getByLabel("From an address");
  const title = page.getByLabel("Title");
  const preview = page.getByRole("textbox", { name: "Imported text" });
  const text = page.getByRole("textbox", { name: "Article text" });
  const own = `${site.address}/harvest?x=${crypto.randomUUID().slice(0, 8)}`;
  try {
    await page.goto("/desk/articles/new");
    await test.step("a page that cannot be fetched", async () => {
      await typeInto(address, "http://localhost:8099/");
      await address.press("Enter");
      await expect(page.getByText(/inside a private network/)).toBeVisible();
    });

    await test.step("the fields are filled in", async () => {
      await typeInto(address, own, { replace: true });
      await address.press("Enter");
      await expect(page.getByText(/The article has been read/)).toBeVisible();
      await expect(title).toHaveValue(/Harvest doubled/);
      await expect(page.getByLabel("Publisher")).toHaveValue("The Field");
      await expect(page.getByLabel("Byline")).toHaveValue("Noor Aziz");
      await expect(page.getByLabel("Published on")).toHaveValue("2024-05-17");
      await expect(page.getByLabel(/^Address/)).toHaveValue(own);
      expect(await axeFindings(page)).toEqual([]);
    });

    await test.step("all of it survives a reload until it is imported", async () => {
      await typeInto(title, "Compared", { replace: true });
      await page.reload();
      await expect(page.getByText(RESTORED)).toBeVisible();
      await expect(title).toHaveValue("Compared");
      await expect(page.getByLabel("Publisher")).toHaveValue("The Field");
      await expect(preview.getByRole("paragraph")).toHaveCount(6);
      await expect(page.getByText(/inside a private network/)).toBeVisible();
      await page.getByRole("button", { name: "Import article" }).click();
      // The imports that failed before do not hold the editor here.
      await expect(page).toHaveURL(/\/desk\/articles\/[0-9a-f-]{36}$/);
      await expect(text.getByRole("paragraph")).toHaveCount(6);
      await expect(text.getByRole("link").first()).toHaveAttribute("href", `${site.address}/numbers`);
      await expect(text).not.toContainText("Subscribe");
      await page.goto("/desk/articles/new");
      await expect(title).toBeEditable();
      await expect(title).toHaveValue("");
      await expect(page.getByText(RESTORED)).toHaveCount(0);
    });

    await test.step("the same address is recognised, and its text becomes a new version", async () => {
      await typeInto(address, `${site.address}/gone`);
      await page.getByRole("button", { name: "Fetch" }).click();
      await expect(page.getByText(/answers 404 for this page/)).toBeVisible();
      await typeInto(address, own, { replace: true });
      await page.getByRole("button", { name: "Fetch" }).click();
      await expect(page.getByText(/This address is already on the desk/)).toBeVisible();
      await expect(page.getByText(/with the same text/)).toBeVisible();
      await preview.getByText("region 2").click();
      await page.getByRole("button", { name: "Remove this paragraph" }).first().click();
      await preview.getByText("region 1").click();
      await page.keyboard.press("ControlOrMeta+Home");
      await page.keyboard.type("Checked: ");
      await page.getByLabel("Byline").click();
      await page.reload();
      await expect(page.getByText(RESTORED)).toBeVisible();
      await expect(preview).toContainText("Checked: The harvest of region 1");
      await expect(page.getByText(/answers 404 for this page/)).toBeVisible();
      await page.getByRole("button", { name: "Make it a new version of that article" }).click();
      // What happens to the claims is shown first.
      await expect(page.getByRole("heading", { name: "Replace the text" })).toBeVisible();
      await expect(page.getByRole("textbox", { name: "New text" }).getByRole("paragraph")).toHaveCount(5);
      await expect(page.getByText("The article has no claims.")).toBeVisible();
      await page.getByRole("button", { name: "Replace the text" }).click();
      await expect(text.getByRole("paragraph")).toHaveCount(5);
      await expect(text).toContainText("Checked: The harvest of region 1");
      await chooseInMenu(page, "Version 2");
      await expect(page.getByRole("heading", { name: "Versions 2" })).toBeVisible();
    });

    await test.step("a feed shows a list to choose from, and reading can be cancelled", async () => {
      await page.goto("/desk/articles/new");
      await typeInto(address, `${site.address}/feed.xml`, { replace: true });
      await address.press("Enter");
      await typeInto(page.getByRole("searchbox", { name: "Filter by words" }), "wheat");
      await expect(page.getByRole("checkbox")).toHaveCount(1);
      await page.getByRole("checkbox", { name: /Wheat doubled/ }).check();
      await page.getByRole("button", { name: "Fetch the article" }).click();
      await expect(title).toHaveValue(/Harvest doubled/);

      await typeInto(address, `${site.address}/stalls`, { replace: true });
      await address.press("Enter");
      await expect(page.getByText("Fetching the page…")).toBeVisible();
      await page.getByRole("button", { name: `Cancel ${site.address}/stalls` }).click();
      await expect(page.getByText("Cancelled.")).toBeVisible();
    });
  } finally {
    site.close();
  }
});

/** Pastes text, with its formatting where there is one, as a browser would. */
async function paste(page: Page, formats: Record<string, string>) {
  await page.getByRole("textbox", { name: "Imported text" }).evaluate((element, copied) => {
    const clipboardData = new DataTransfer();
    for (const [type, text] of Object.entries(copied)) clipboardData.setData(type, text);
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, formats);
}

/** Opens the page for a new article, and waits until its text takes what is pasted. */
async function openNewArticle(page: Page) {
  await page.goto("/desk/articles/new");
  await expect(page.getByRole("toolbar", { name: "Format the text" })).toBeVisible();
}

/** Imports what the page for a new article shows. @returns the text of the article */
async function importAs(page: Page, title: string) {
  await typeInto(page.getByLabel("Title"), title, { replace: true });
  await page.getByRole("button", { name: "Import article" }).click();
  await expect(page.getByRole("heading", { name: title })).toBeVisible();
  return page.getByRole("textbox", { name: "Article text" });
}

test("pasted text: formatting stays, hostile HTML does not run, and text is cut and corrected before import", async ({
  as,
}) => {
  const { page } = await as("checker");
  const read = page.getByText(/The article has been read/);
  // As these programs put it on the clipboard.
  for (const [program, file] of [
    ["Google Docs", "clipboard-google-docs.txt"],
    ["Word", "clipboard-word.txt"],
  ] as const)
    await test.step(`from ${program}`, async () => {
      await openNewArticle(page);
      const copied = await readFile(`lib/testing/fixtures/${file}`, "utf8");
      await paste(page, { "text/html": copied, "text/plain": "Harvest" });
      await expect(read).toBeVisible();
      const text = await importAs(page, `From ${program}`);
      await expect(text.getByRole("heading", { name: "Harvest" })).toBeVisible();
      await expect(text.getByRole("paragraph").first()).toHaveText("It doubled twice, as numbers show.");
      await expect(text.locator("strong")).toHaveText("twice");
      await expect(text.locator("em")).toHaveText(" show");
      await expect(text.getByRole("link")).toHaveAttribute("href", "https://example.org/numbers");
      await expect(text.getByRole("listitem")).toHaveText(["in the north", "in the south"]);
      await expect(text.getByRole("paragraph")).toHaveCount(3);
    });

  await test.step("hostile HTML", async () => {
    const dialogs: string[] = [];
    page.on("dialog", (dialog) => {
      dialogs.push(dialog.message());
      return dialog.dismiss();
    });
    await openNewArticle(page);
    await paste(page, {
      "text/plain": `<h2>Head</h2><p onclick="alert(1)">Some <b>bold</b> text<script>alert(2)</script><img src=x onerror=alert(3)> and a <a href="javascript:alert(4)">bad</a> and a <a href="https://example.org/">good</a> link</p>`,
    });
    await expect(read).toBeVisible();
    const text = await importAs(page, "Hostile page");
    await expect(text).toContainText("Some bold text and a bad and a good link");
    await expect(text.getByRole("heading", { name: "Head" })).toBeVisible();
    await expect(text.getByRole("link")).toHaveText(["good"]);
    expect(await text.innerHTML()).not.toMatch(/javascript:|onclick|onerror|<script|<img src/);
    await text.getByText("bad").click();
    expect(dialogs).toEqual([]);
  });

  await test.step("plain text, cut and corrected", async () => {
    await openNewArticle(page);
    await paste(page, {
      "text/plain":
        "The harvest\n\nSubscribe now.\n\nThe harvest doubled.\n\nFarmers doubt it.\n\nRead more\n\nImprint",
    });
    const preview = page.getByRole("textbox", { name: "Imported text" });
    await expect(preview.getByRole("paragraph")).toHaveCount(5);
    await expect(page.getByLabel("Title")).toHaveValue("The harvest");
    await preview.getByText("The harvest doubled.").click();
    await page.getByRole("button", { name: "Remove everything above" }).click();
    await preview.getByText("Farmers doubt it.").click();
    await page.getByRole("button", { name: "Remove everything below" }).click();
    await expect(preview.getByRole("paragraph")).toHaveText(["The harvest doubled.", "Farmers doubt it."]);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(preview.getByRole("paragraph")).toHaveCount(4);
    await preview.getByText("Imprint").hover();
    await page.getByTitle("Remove this paragraph").click();
    await preview.getByText("Read more").hover();
    await page.getByTitle("Remove this paragraph").click();
    await expect(page.getByText("6 words")).toBeVisible();
    await preview.getByText("Farmers doubt it.").click();
    await page.keyboard.press("End");
    await page.keyboard.type(" Much.");
    const text = await importAs(page, "Harvest figures");
    await expect(text.getByRole("paragraph")).toHaveText(["The harvest doubled.", "Farmers doubt it. Much."]);
  });
});

/** A picture of one pixel. */
const PICTURE = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const MB = 1024 * 1024;

test("what is too large or missing gets a clear message, what is typed survives, and files are imported, one or several", async ({
  as,
  request,
}, testInfo) => {
  const { page } = await as("checker");
  const title = page.getByLabel("Title");
  const files = page.getByLabel("From files");
  const importOne = page.getByRole("button", { name: "Import article" });
  const text = page.getByRole("textbox", { name: "Article text" });

  await test.step("no title, no text, and too much of it", async () => {
    await openNewArticle(page);
    await importOne.click();
    await expect(page.getByText("Enter a title.")).toBeVisible();
    await typeInto(title, "Far too long");
    await importOne.click();
    await expect(page.getByText("The article has no text.")).toBeVisible();
    await paste(page, { "text/plain": "word ".repeat(1_000_000) });
    await expect(page.getByText(/5,000,000 characters; the limit is 4,000,000/)).toBeVisible();
    await expect(title).toHaveValue("Far too long");
  });

  await test.step("a file that is too large, in the page and around it", async () => {
    const path = testInfo.outputPath("huge.txt");
    const huge = await open(path, "w");
    await huge.truncate(49 * MB);
    await huge.close();
    await chooseFiles(files, path);
    await expect(page.getByText(/huge\.txt is 49 MB, larger than the limit of 32 MB/)).toBeVisible();
    await expect(title).toHaveValue("Far too long");
    const answer = await page.request.post("/desk/articles/new/read?name=huge.txt", {
      data: Buffer.alloc(50 * MB, "a"),
      headers: { "content-type": "application/octet-stream" },
    });
    expect(answer.status()).toBe(413);
    expect(await answer.text()).toContain("Files can be up to 32 MB.");
  });

  await test.step("only signed-in people can have files read, and no other site can", async () => {
    const address = "/desk/articles/new/read?name=a.txt";
    const signedOut = await request.post(address, { data: "text" });
    expect(await signedOut.text()).toContain("You are signed out");
    const crossSite = await page.request.post(address, {
      data: "text",
      headers: { "sec-fetch-site": "cross-site" },
    });
    expect(crossSite.status()).toBe(403);
  });

  await test.step("a file, and one that cannot be read", async () => {
    await chooseFiles(files, { name: "a.png", mimeType: "image/png", buffer: PICTURE });
    await expect(page.getByText(/a\.png is a picture/)).toBeVisible();
    await chooseFiles(files, {
      name: "harvest.md",
      mimeType: "text/markdown",
      buffer: Buffer.from("# Harvest\n\nIt *doubled*.\n\n- in the north\n- in the south\n"),
    });
    await expect(page.getByText(/The article has been read/)).toBeVisible();
    await typeInto(title, "Harvest", { replace: true });
    await page.getByRole("button", { name: "Remove a.png" }).click();
    await importOne.click();
    // The heading is the title now.
    await expect(text.getByRole("paragraph").first()).toHaveText("It doubled.");
    await expect(text.getByRole("heading")).toHaveCount(0);
    await expect(text.getByRole("listitem")).toHaveText(["in the north", "in the south"]);
  });

  await test.step("several files: each is read, errors are shown, and the rest are imported", async () => {
    await page.goto("/desk/articles/new");
    // What was typed by hand at first is back.
    await expect(title).toHaveValue("Far too long");
    const own = crypto.randomUUID().slice(0, 8);
    const file = (name: string, content: string | Buffer) => ({
      name,
      mimeType: "application/octet-stream",
      buffer: Buffer.from(content),
    });
    await chooseFiles(files, [
      file("one.txt", `First of ${own}\n\nIts text.`),
      file("two.png", PICTURE),
      file("three.md", `# Third of ${own}\n\nIts text.`),
    ]);
    const list = page.getByRole("region", { name: "Your imports" });
    // Reading files takes as long as their processes take to start.
    await list.getByText("two.png is a picture").waitFor();
    await expect(title).toHaveValue(`First of ${own}`);
    await list.getByRole("button", { name: "Remove two.png" }).click();
    await list.getByRole("button", { name: "Review" }).click();
    await typeInto(title, `Third, reviewed, ${own}`, { replace: true });
    await list.getByRole("button", { name: "Import all 2 as they are" }).click();
    await expect(list.getByText("Imported")).toHaveCount(2);
    await page.goto(`/desk?q=${own}`);
    await expect(page.getByRole("link", { name: `Third, reviewed, ${own}` })).toBeVisible();
    await expect(page.getByRole("link", { name: `First of ${own}` })).toBeVisible();
  });
});

test("what is typed survives a reload, and is discarded", async ({ as }) => {
  const { page } = await as("editor");
  await page.goto("/desk/articles/new");
  const title = page.getByLabel("Title");
  const preview = page.getByRole("textbox", { name: "Imported text" });
  await preview.click();
  await page.keyboard.type("Some text.");
  await typeInto(title, "Half a title", { replace: true });
  await page.reload();
  await expect(title).toHaveValue("Half a title");
  await expect(preview).toHaveText("Some text.");
  await page.getByRole("button", { name: "Discard draft" }).click();
  await expect(preview).toHaveText("");

  await test.step("also the last keys in a text of 230,000 characters, when the page is left at once", async () => {
    const lines = Array.from(
      { length: 200 },
      (_, index) => `Line ${index}. ${"Trade rose by a tenth. ".repeat(50)}`,
    );
    const file = { name: "long.txt", mimeType: "text/plain", buffer: Buffer.from(lines.join("\n\n")) };
    await chooseFiles(page.getByLabel("Files"), [file]);
    await expect(preview.locator("p")).toHaveCount(200);
    await typeInto(title, "A long report", { replace: true });
    await page.reload();
    await expect(title).toHaveValue("A long report");
    await expect(preview.locator("p")).toHaveCount(200);
    await preview.locator("p").first().click();
    await page.keyboard.press("ControlOrMeta+Home");
    await page.keyboard.type("Now: ");
    await page.reload();
    await expect(preview.locator("p").first()).toHaveText(/^Now: Line 0\./);
    await expect(preview.locator("p")).toHaveCount(200);
    await page.getByRole("button", { name: "Discard draft" }).click();
    await expect(preview).toHaveText("");
    await page.reload();
    await expect(title).toHaveValue("");
    await expect(preview).toHaveText("");
  });
});

test("what a file says and the text does not is listed, and put right with the keyboard", async ({ as }) => {
  const { page } = await as("editor");
  await page.goto("/desk/articles/new");
  // Readability takes what has such a class name for links to other pages.
  const html = `<!doctype html><html lang="en"><head><title>Rates rise again</title></head><body>
<article><h1>Rates rise again</h1>
<p>The central bank raised its rate by a quarter of a point on Tuesday, the third such step this year, as prices went on rising faster than it had forecast.</p>
<div class="sidebar related share" style="display:none">Unrelated 1</div>
<aside class="sidebar"><p>In 1994 the rate was 9.75 percent, a record that has stood since.</p></aside>
<p>Economists had expected the step. Most of the forty who were asked in a survey in May had said that the bank would move before the summer.</p>
<div class="pagination"><p>The bank's vote was five to four, the closest in eleven years.</p></div>
<p>The governor said at a press conference that further steps would depend on the figures for July, which will be published on 14 August.</p>
<ul class="social-share"><li>Loans for houses cost 6.2 percent on average.</li></ul>
<p>Analysts at two of the largest lenders said that they saw a pause as likely in the autumn, when the effects of the earlier steps should be felt.</p>
</article></body></html>`;
  await chooseFiles(page.getByLabel("From files"), {
    name: "rates.html",
    mimeType: "text/html",
    buffer: Buffer.from(html),
  });
  // Reading a file takes as long as its process takes to start.
  await page.getByText(/The article has been read/).waitFor();
  const list = page.getByRole("region", { name: "Differences from the original" });
  const status = list.getByRole("status");
  const items = list.getByRole("listitem");
  await expect(items.first()).toContainText("Not in the text");
  await expect(status).toHaveText("1 is left to check.");
  const preview = page.getByRole("textbox", { name: "Imported text" });
  const imported = await preview.textContent();
  expect(await axeFindings(page)).toEqual([]);

  const insert = list.getByRole("button", { name: /^Insert “/ }).first();
  await insert.focus();
  await page.keyboard.press("Enter");
  await expect(status).toContainText(/Inserted .The bank.s vote was five to four/);
  await expect(preview).toContainText(/vote was five to four/);

  await page.keyboard.press("ControlOrMeta+z");
  await expect(status).toHaveText("1 is left to check.");
  expect(await preview.textContent()).toBe(imported);
  await expect(items.first()).toContainText("Not in the text");

  // With the mouse.
  await insert.click();
  await expect(status).toContainText("All are resolved.");
  await page.keyboard.press("ControlOrMeta+z");
  await list
    .getByRole("button", { name: /^Show in the text/ })
    .first()
    .click();
  await expect(preview).toBeFocused();
});
