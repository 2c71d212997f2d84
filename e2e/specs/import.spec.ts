import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "@playwright/test";
import { axeFindings, expect, test, typeInto } from "../fixtures/desk";

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

test("an article from an address: its fields are filled in, and the same address is recognised", async ({
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
    await expect(page.getByText(/The article has been read/)).toBeVisible();
    await expect(page.getByLabel("Title")).toHaveValue(/Harvest doubled/);
    await expect(page.getByLabel("Publisher")).toHaveValue("The Field");
    await expect(page.getByLabel("Byline")).toHaveValue("Noor Aziz");
    await expect(page.getByLabel("Published on")).toHaveValue("2024-05-17");
    await expect(page.getByLabel(/^Address/)).toHaveValue(own);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole("button", { name: "Import article" }).click();
    // The imports that failed before do not hold the editor here.
    await expect(page).toHaveURL(/\/desk\/articles\/[0-9a-f-]{36}$/);
    const text = page.getByRole("textbox", { name: "Article text" });
    await expect(text.getByRole("paragraph")).toHaveCount(6);
    await expect(text.getByRole("link").first()).toHaveAttribute("href", `${site.address}/numbers`);
    await expect(text).not.toContainText("Subscribe");

    await page.goto("/desk/articles/new");
    await address.fill(own);
    await address.press("Enter");
    await expect(page.getByText(/This address is already on the desk/)).toBeVisible();
    await expect(page.getByText(/with the same text/)).toBeVisible();
    await page.getByRole("textbox", { name: "Imported text" }).getByText("Harvest").first().click();
    await page.getByRole("button", { name: "Remove this paragraph" }).first().click();
    await page.getByRole("button", { name: "Make it a new version of that article" }).click();
    // What happens to the claims is shown first.
    await expect(page.getByRole("heading", { name: "Replace the text" })).toBeVisible();
    await expect(page.getByRole("textbox", { name: "New text" }).getByRole("paragraph")).toHaveCount(5);
    await expect(page.getByText("The article has no claims.")).toBeVisible();
    await page.getByRole("button", { name: "Replace the text" }).click();
    await expect(text.getByRole("paragraph")).toHaveCount(5);
    await expect(page.getByRole("link", { name: "Version 2" })).toBeVisible();
  } finally {
    site.close();
  }
});

/** A picture of one pixel. */
const PICTURE = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

test("an article from a file, and an unreadable file", async ({ as }) => {
  const { page } = await as("checker");
  await page.goto("/desk/articles/new");
  const file = page.getByLabel("From files");
  await file.setInputFiles({
    name: "a.png",
    mimeType: "image/png",
    buffer: PICTURE,
  });
  await expect(page.getByText(/a\.png is a picture/)).toBeVisible();
  await file.setInputFiles({
    name: "harvest.md",
    mimeType: "text/markdown",
    buffer: Buffer.from("# Harvest\n\nIt *doubled*.\n\n- in the north\n- in the south\n"),
  });
  await expect(page.getByText(/The article has been read/)).toBeVisible();
  await page.getByLabel("Title").fill("Harvest");
  await page.getByRole("button", { name: "Remove a.png" }).click();
  await page.getByRole("button", { name: "Import article" }).click();
  const text = page.getByRole("textbox", { name: "Article text" });
  // The heading is the title now.
  await expect(text.getByRole("paragraph").first()).toHaveText("It doubled.");
  await expect(text.getByRole("heading")).toHaveCount(0);
  await expect(text.getByRole("listitem")).toHaveText(["in the north", "in the south"]);
});

// As these programs put it on the clipboard.
for (const [program, file] of [
  ["Google Docs", "clipboard-google-docs.txt"],
  ["Word", "clipboard-word.txt"],
] as const)
  test(`text pasted from ${program} keeps headings, emphasis and lists`, async ({ as }) => {
    const { page } = await as("editor");
    await page.goto("/desk/articles/new");
    await page.getByLabel("Title").fill(`Harvest, from ${program}`);
    await page.getByRole("textbox", { name: "Imported text" }).evaluate(
      (element, copied) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData("text/html", copied);
        clipboardData.setData("text/plain", "Harvest");
        element.dispatchEvent(
          new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
        );
      },
      await readFile(`lib/testing/fixtures/${file}`, "utf8"),
    );
    await expect(page.getByText(/The article has been read/)).toBeVisible();
    await page.getByLabel("Title").fill(`Harvest, from ${program}`);
    await page.getByRole("button", { name: "Import article" }).click();
    const text = page.getByRole("textbox", { name: "Article text" });
    await expect(text.getByRole("heading", { name: "Harvest" })).toBeVisible();
    await expect(text.getByRole("paragraph").first()).toHaveText("It doubled twice, as numbers show.");
    await expect(text.locator("strong")).toHaveText("twice");
    await expect(text.locator("em")).toHaveText(" show");
    await expect(text.getByRole("link")).toHaveAttribute("href", "https://example.org/numbers");
    await expect(text.getByRole("listitem")).toHaveText(["in the north", "in the south"]);
    await expect(text.getByRole("paragraph")).toHaveCount(3);
  });

/** Pastes plain text, as a browser would. */
async function paste(page: Page, text: string) {
  await page.getByRole("textbox", { name: "Imported text" }).evaluate((element, copied) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", copied);
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

test("an article from plain text, cut and corrected before import", async ({ as }) => {
  const { page } = await as("checker");
  await page.goto("/desk/articles/new");
  await expect(page.getByRole("toolbar", { name: "Format the text" })).toBeVisible();
  await paste(page, "Subscribe now\n\nThe harvest doubled.\n\nFarmers doubt it.\n\nRead more\n\nImprint");
  const preview = page.getByRole("textbox", { name: "Imported text" });
  await expect(preview.getByRole("paragraph")).toHaveCount(5);
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
  await page.getByLabel("Title").fill("Harvest figures");
  await page.getByRole("button", { name: "Import article" }).click();
  await expect(page.getByRole("heading", { name: "Harvest figures" })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Article text" }).getByRole("paragraph")).toHaveText([
    "The harvest doubled.",
    "Farmers doubt it. Much.",
  ]);
});

test("several files: each is read, errors are shown, and the rest are imported", async ({ as }) => {
  const { page } = await as("editor");
  await page.goto("/desk/articles/new");
  const own = crypto.randomUUID().slice(0, 8);
  const file = (name: string, content: string | Buffer) => ({
    name,
    mimeType: "application/octet-stream",
    buffer: Buffer.from(content),
  });
  await page
    .getByLabel("From files")
    .setInputFiles([
      file("one.txt", `First of ${own}\n\nIts text.`),
      file("two.png", PICTURE),
      file("three.md", `# Third of ${own}\n\nIts text.`),
    ]);
  const list = page.getByRole("region", { name: "Your imports" });
  await expect(list.getByText("two.png is a picture")).toBeVisible();
  await expect(page.getByLabel("Title")).toHaveValue(`First of ${own}`);
  await list.getByRole("button", { name: "Remove two.png" }).click();
  await list.getByRole("button", { name: "Review" }).click();
  await page.getByLabel("Title").fill(`Third, reviewed, ${own}`);
  await list.getByRole("button", { name: "Import all 2 as they are" }).click();
  await expect(list.getByText("Imported")).toHaveCount(2);
  await page.goto("/desk");
  await expect(page.getByRole("link", { name: `Third, reviewed, ${own}` })).toBeVisible();
  await expect(page.getByRole("link", { name: `First of ${own}` })).toBeVisible();
});

test("a feed shows a list to choose from, and reading can be cancelled", async ({ as }) => {
  const { page } = await as("editor");
  const site = await serveSite();
  try {
    await page.goto("/desk/articles/new");
    const address = page.getByLabel("From an address");
    await address.fill(`${site.address}/feed.xml`);
    await address.press("Enter");
    await typeInto(page.getByRole("searchbox", { name: "Filter by words" }), "wheat");
    await expect(page.getByRole("checkbox")).toHaveCount(1);
    await page.getByRole("checkbox", { name: /Wheat doubled/ }).check();
    await page.getByRole("button", { name: "Fetch the article" }).click();
    await expect(page.getByLabel("Title")).toHaveValue(/Harvest doubled/);

    await address.fill(`${site.address}/stalls`);
    await address.press("Enter");
    await expect(page.getByText("Fetching the page…")).toBeVisible();
    await page.getByRole("button", { name: `Cancel ${site.address}/stalls` }).click();
    await expect(page.getByText("Cancelled.")).toBeVisible();
  } finally {
    site.close();
  }
});

test("hostile HTML is imported as text, and none of it runs", async ({ as }) => {
  const { page } = await as("editor");
  await page.goto("/desk/articles/new");
  const dialogs: string[] = [];
  page.on("dialog", (dialog) => {
    dialogs.push(dialog.message());
    return dialog.dismiss();
  });
  await expect(page.getByRole("toolbar", { name: "Format the text" })).toBeVisible();
  await paste(
    page,
    `<h2>Head</h2><p onclick="alert(1)">Some <b>bold</b> text<script>alert(2)</script><img src=x onerror=alert(3)> and a <a href="javascript:alert(4)">bad</a> and a <a href="https://example.org/">good</a> link</p>`,
  );
  await expect(page.getByText(/The article has been read/)).toBeVisible();
  await page.getByLabel("Title").fill("Hostile page");
  await page.getByRole("button", { name: "Import article" }).click();
  const text = page.getByRole("textbox", { name: "Article text" });
  await expect(text).toContainText("Some bold text and a bad and a good link");
  await expect(text.getByRole("heading", { name: "Head" })).toBeVisible();
  await expect(text.getByRole("link")).toHaveText(["good"]);
  expect(await text.innerHTML()).not.toMatch(/javascript:|onclick|onerror|<script|<img src/);
  await text.getByText("bad").click();
  expect(dialogs).toEqual([]);
});

test("an empty article, a text of 5 MB and a file of 50 MB get clear messages, and nothing typed is lost", async ({
  as,
}) => {
  const { page } = await as("editor");
  await page.goto("/desk/articles/new");
  await page.getByRole("button", { name: "Import article" }).click();
  await expect(page.getByText("Enter a title.")).toBeVisible();
  await page.getByLabel("Title").fill("Far too long");
  await page.getByRole("button", { name: "Import article" }).click();
  await expect(page.getByText("The article has no text.")).toBeVisible();
  await paste(page, "word ".repeat(1_000_000));
  await expect(page.getByText(/5,000,000 characters; the limit is 4,000,000/)).toBeVisible();
  await expect(page.getByLabel("Title")).toHaveValue("Far too long");
  await page.getByLabel("From files").setInputFiles({
    name: "huge.txt",
    mimeType: "text/plain",
    buffer: Buffer.alloc(49 * 1024 * 1024, "a"),
  });
  await expect(page.getByText(/huge\.txt is 49 MB, larger than the limit of 32 MB/)).toBeVisible();
  const answer = await page.request.post("/desk/articles/new/read?name=huge.txt", {
    data: Buffer.alloc(50 * 1024 * 1024, "a"),
    headers: { "content-type": "application/octet-stream" },
  });
  expect(answer.status()).toBe(413);
  expect(await answer.text()).toContain("Files can have up to 32 MB.");
});

test("only signed-in people can have files read, and no other site can", async ({ as, request }) => {
  const signedOut = await request.post("/desk/articles/new/read?name=a.txt", { data: "text" });
  expect(await signedOut.text()).toContain("You are signed out");
  const { page } = await as("editor");
  const crossSite = await page.request.post("/desk/articles/new/read?name=a.txt", {
    data: "text",
    headers: { "sec-fetch-site": "cross-site" },
  });
  expect(crossSite.status()).toBe(403);
});

test("what is typed survives a reload", async ({ as }) => {
  const { page } = await as("editor");
  await page.goto("/desk/articles/new");
  const preview = page.getByRole("textbox", { name: "Imported text" });
  await preview.click();
  await page.keyboard.type("Some text.");
  await typeInto(page.getByLabel("Title"), "Half a title");
  await page.reload();
  await expect(page.getByLabel("Title")).toHaveValue("Half a title");
  await expect(preview).toHaveText("Some text.");
});

test("an article that was fetched, pasted and edited survives a reload until it is imported", async ({
  as,
}) => {
  const { page } = await as("editor");
  const site = await serveSite();
  try {
    await page.goto("/desk/articles/new");
    await typeInto(page.getByLabel("From an address"), `${site.address}/gone`);
    await page.getByRole("button", { name: "Fetch" }).click();
    await expect(page.getByText(/answers 404 for this page/)).toBeVisible();
    await typeInto(page.getByLabel("From an address"), `${site.address}/a?${crypto.randomUUID()}`, {
      replace: true,
    });
    await page.getByRole("button", { name: "Fetch" }).click();
    await expect(page.getByLabel("Publisher")).toHaveValue("The Field");
    await typeInto(page.getByLabel("Title"), "Harvests compared", { replace: true });
    const preview = page.getByRole("textbox", { name: "Imported text" });
    await preview.getByText("region 1").click();
    await page.keyboard.press("ControlOrMeta+Home");
    await page.keyboard.type("Checked: ");
    await page.getByLabel("Byline").click();

    await page.reload();
    await expect(page.getByText(/Restored what you typed on/)).toBeVisible();
    await expect(page.getByLabel("Title")).toHaveValue("Harvests compared");
    await expect(page.getByLabel("Publisher")).toHaveValue("The Field");
    await expect(preview).toContainText("Checked: The harvest of region 1");
    await expect(page.getByText(/answers 404 for this page/)).toBeVisible();

    await page.getByRole("button", { name: "Import article" }).click();
    const text = page.getByRole("textbox", { name: "Article text" });
    await expect(text).toContainText("Checked: The harvest of region 1");
    await page.goto("/desk/articles/new");
    await expect(page.getByLabel("Title")).toHaveValue("");
    await expect(page.getByText(/Restored what you typed on/)).toHaveCount(0);
  } finally {
    site.close();
  }
});

test("what a file says and the text does not is listed, and put right with the keyboard", async ({ as }) => {
  const { page } = await as("editor");
  await page.goto("/desk/articles/new");
  await page.getByLabel("From files").setInputFiles("lib/ingest/fixtures/libreoffice-columns.pdf");
  // Reading a PDF takes as long as its process takes to start.
  await page.getByText(/The article has been read/).waitFor();
  const list = page.getByRole("region", { name: "Differences from the original" });
  const status = list.getByRole("status");
  const items = list.getByRole("listitem");
  await expect(items.first()).toContainText("Not in the text");
  const count = await items.count();
  expect(count).toBeGreaterThan(2);
  await expect(status).toHaveText(`${count} are left to check.`);
  const preview = page.getByRole("textbox", { name: "Imported text" });
  const first = await preview.getByRole("paragraph").first().textContent();
  expect(await axeFindings(page)).toEqual([]);

  const inserts = list.getByRole("button", { name: /^Insert “/ });
  await inserts.first().focus();
  await page.keyboard.press("Enter");
  await expect(status).toContainText("Inserted “The Daily Running Head · Edition Seven”.");
  await expect(status).toContainText(`${count - 1} are left to check.`);
  await expect(items.first()).toContainText("Resolved");
  await expect(preview.getByRole("paragraph").first()).toHaveText(
    `The Daily Running Head · Edition Seven ${first}`,
  );
  // The focus is on the next one.
  await expect(inserts.first()).toBeFocused();

  await page.keyboard.press("ControlOrMeta+z");
  await expect(status).toHaveText(`${count} are left to check.`);
  await expect(preview.getByRole("paragraph").first()).toHaveText(first ?? "");
  await expect(items.first()).toContainText("Not in the text");

  // With the mouse, to the last one; then the focus is on the summary.
  for (let left = count - 1; left > 0; left--) {
    await inserts.first().click();
    await expect(status).toContainText(new RegExp(`${left} (are|is) left to check`));
  }
  await inserts.first().click();
  await expect(status).toContainText("All are resolved.");
  await expect(list.getByText(`${count} passages differ from the original.`)).toBeVisible();
  await page.keyboard.press("ControlOrMeta+z");
  await list.getByRole("button", { name: /^Show in the text/ }).click();
  await expect(preview).toBeFocused();
});
