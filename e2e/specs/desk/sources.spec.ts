import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { must } from "@/lib/testing/factories";
import { getSource } from "@/lib/workflows/sources/get-source";
import { fieldsOf } from "@/lib/workflows/sources/source-fields";
import { updateSource } from "@/lib/workflows/sources/update-source";
import {
  axeFindings,
  chooseFiles,
  expect,
  makeArticle,
  makeClaim,
  makePerson,
  openDesk,
  test,
  typeInto,
} from "../../fixtures/desk";

/** @param number makes the DOI one that no other source has */
const pageOf = (
  number: number,
) => `<!doctype html><html lang="en"><head><title>x</title><meta property="og:site_name" content="Statistics office">
<script type="application/ld+json">{"@type":"Report","headline":"Harvest yearbook","datePublished":"2024-05-17","author":{"name":"Aziz, Noor"},"sameAs":"https://doi.org/10.1000/YEARBOOK-${number}"}</script></head>
<body><article>${"<p>The harvest doubled in 2023, the office says in its yearbook, which counts every region of the country by itself and in sum.</p>".repeat(5)}</article></body></html>`;

async function serveSource() {
  let status = 200;
  const server = createServer((_, response) => {
    response
      .writeHead(status, { "content-type": "text/html; charset=utf-8" })
      .end(status === 200 ? pageOf(port) : "");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/yearbook`,
    doi: `10.1000/yearbook-${port}`,
    goAway: () => {
      status = 410;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

test("a source is filled in from its page and saved, and its excerpt is checked against the saved copy when the page is gone", async ({
  as,
}) => {
  const { page, person } = await as("editor");
  const article = await makeArticle({ author: person });
  await makeClaim({ article, author: person, statement: "The figure.", evidence: [] });
  const site = await serveSource();
  try {
    await openDesk(page, article);
    await page.getByRole("button", { name: /The figure/ }).click();
    await page.getByRole("button", { name: "Edit", exact: true }).click();
    await page.getByRole("button", { name: "Add a source" }).click();
    const row = page.getByRole("group", { name: "Source 1" });
    await expect(row.getByLabel("Address")).toBeFocused();
    await row.getByRole("radio", { name: "Supports" }).check();
    await typeInto(row.getByLabel("Address"), site.address, { replace: true });
    await row.getByRole("button", { name: "Fill in from the page" }).click();
    await expect(row.getByLabel("Title")).toHaveValue("Harvest yearbook");
    await expect(row.getByLabel("Publisher")).toHaveValue("Statistics office");
    await expect(row.getByLabel("Published")).toHaveValue("2024-05-17");
    await expect(row.getByLabel("Kind")).toHaveValue("report");
    await expect(row.getByText(`Also saved with the source: Aziz, Noor, doi:${site.doi}.`)).toBeVisible();
    await typeInto(row.getByLabel("Excerpt"), "The harvest doubled in 2022", { replace: true });
    await page.getByRole("button", { name: "Save claim" }).click();
    await expect(page.getByText("Claim 1 saved.")).toBeVisible();
    const cited = page.getByRole("list", { name: "Sources" });
    await expect(cited.getByText(/Saved copy: /)).toBeVisible();
    await expect(cited.getByText(/this excerpt is worded differently/)).toBeVisible();

    await page.goto(`/desk/sources?q=${encodeURIComponent(site.address)}`);
    await page.getByRole("link", { name: "Harvest yearbook" }).click();
    await expect(page.getByRole("link", { name: "The figure." })).toBeVisible();
    await expect(page.getByRole("heading", { name: "Saved copies 1" })).toBeVisible();
    await expect(page.getByLabel("Authors")).toHaveValue("Aziz, Noor");
    await expect(page.getByLabel("DOI")).toHaveValue(site.doi);
    await page.getByRole("button", { name: "Save a copy of the page now" }).click();
    await expect(page.getByRole("heading", { name: "Saved copies 2" })).toBeVisible();
    expect(await axeFindings(page)).toEqual([]);
    site.goAway();
    await page.getByRole("button", { name: "Save a copy of the page now" }).click();
    await expect(page.getByText(/answers 410 for this page/)).toBeVisible();
    await page.reload();
    await expect(page.getByText(/Gone, checked/)).toBeVisible();
    await page.goto("/desk/sources");
    await page.getByRole("link", { name: /(page of 1 source is|pages of \d+ sources are) gone/ }).click();
    await expect(page.getByRole("combobox", { name: "State" })).toHaveValue("gone");

    await openDesk(page, article);
    await page.getByRole("button", { name: /The figure/ }).click();
    await expect(cited.getByText("The page is gone.")).toBeVisible();
    await page.getByRole("button", { name: "Edit", exact: true }).click();
    await row.getByRole("button", { name: "Check the excerpt" }).click();
    await expect(row.getByRole("deletion")).toHaveText("2022");
    await expect(row.getByRole("insertion")).toContainText("2023");
    await row.getByRole("button", { name: "Use the saved copy’s wording" }).click();
    await expect(row.getByLabel("Excerpt")).toHaveValue(/doubled in 2023/);
    await typeInto(row.getByLabel("Excerpt"), "“the harvest DOUBLED in 2023 … every region”", {
      replace: true,
    });
    await row.getByRole("button", { name: "Check the excerpt" }).click();
    await expect(row.getByText(/This text appears in the saved copy/)).toBeVisible();
  } finally {
    site.close();
  }
});

/** Changes a source, as someone else does in another browser. */
async function changeMeanwhile(id: string, change: { title?: string; publisher?: string }): Promise<void> {
  const other = await makePerson({ role: "checker" });
  const { source } = must(await getSource(other, { id }));
  must(await updateSource(other, { ...fieldsOf(source), ...change, id, revision: source.revision }));
}

test("two people change one source: no change is overwritten unseen or lost, and saving drops the draft", async ({
  as,
}) => {
  const { page, person } = await as("editor");
  const own = crypto.randomUUID().slice(0, 8);
  const claim = await makeClaim({
    author: person,
    evidence: [{ stance: "supports", source: { title: `Yearbook ${own}` } }],
  });
  const id = claim.evidence[0]?.source.id ?? "";
  const form = page.getByRole("form", { name: "Source" });
  const publisher = form.getByLabel("Publisher");
  const save = form.getByRole("button", { name: "Save source" });

  await test.step("a draft on an older state meets the newer one, and is saved over it only once that is seen", async () => {
    await page.goto(`/desk/sources/${id}`);
    await typeInto(publisher, "The Times");
    await changeMeanwhile(id, { publisher: "The Herald" });
    await page.reload();
    await expect(publisher).toHaveValue("The Times");
    await save.click();
    await expect(form.getByText(/The Herald/)).toBeVisible();
    // The conflict is shown again after a reload: nothing is overwritten unseen.
    await page.reload();
    await save.click();
    await expect(form.getByText(/The Herald/)).toBeVisible();
    await save.click();
    await expect(form.getByText("Source saved.")).toBeVisible();
    await expect(form.getByText(/The Herald/)).toHaveCount(0);
    await page.reload();
    await expect(publisher).toHaveValue("The Times");
    await expect(page.getByText(/Restored what you typed on/)).toHaveCount(0);
  });

  await test.step("changes of both are merged, and where both changed a field, one is chosen", async () => {
    await changeMeanwhile(id, { title: `Theirs ${own}`, publisher: "Office" });
    await typeInto(form.getByLabel("Title"), `Mine ${own}`, { replace: true });
    await typeInto(form.getByLabel("DOI"), `10.1000/both-${own}`);
    await save.click();
    await expect(form.getByText(`Theirs: Theirs ${own}`)).toBeVisible();
    await expect(form.getByRole("textbox", { name: "Title" })).toHaveValue(`Mine ${own}`);
    await expect(publisher).toHaveValue("Office");
    expect(await axeFindings(page)).toEqual([]);
    await form.getByRole("button", { name: "Use theirs: Title" }).click();
    await expect(form.getByText("Both sets of changes are in the form")).toBeVisible();
    await save.click();
    await expect(page.getByRole("heading", { name: `Theirs ${own}` })).toBeVisible();
    await expect(form.getByLabel("DOI")).toHaveValue(`10.1000/both-${own}`);
    await expect(publisher).toHaveValue("Office");
  });
});

test("a source is edited, gets files, and is merged with its duplicate", async ({ as }) => {
  const { page, person } = await as("editor");
  const own = crypto.randomUUID().slice(0, 8);
  const article = await makeArticle({ author: person });
  const cite = (title: string, url: string) => [{ stance: "supports" as const, source: { title, url } }];
  await makeClaim({
    article,
    author: person,
    evidence: cite(`Yearbook ${own}`, `https://example.org/${own}`),
  });
  await makeClaim({
    article,
    author: person,
    anchor: { exact: "Trade rose fast" },
    evidence: cite(`Double ${own}`, `https://example.org/${own}/again`),
  });
  await page.goto(`/desk/sources?q=${own}`);
  await expect(page.getByRole("heading", { name: "Sources 2" })).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole("link", { name: `Yearbook ${own}` }).click();
  const form = page.getByRole("form", { name: "Source" });
  await typeInto(form.getByLabel("DOI"), "no doi", { replace: true });
  await form.getByRole("button", { name: "Save source" }).click();
  await expect(form.getByText(/This is not a DOI/).first()).toBeVisible();
  await typeInto(form.getByLabel("DOI"), `https://doi.org/10.1000/${own}`, { replace: true });
  await typeInto(form.getByLabel("Publisher"), "Office", { replace: true });
  await form.getByRole("button", { name: "Save source" }).click();
  await expect(form.getByLabel("DOI")).toHaveValue(`10.1000/${own}`);

  const png = Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  );
  const files = page.getByRole("region", { name: "Files" });
  await chooseFiles(files.getByLabel("Attach a file"), {
    name: "dot 'own'.png",
    mimeType: "image/png",
    buffer: png,
  });
  await expect(files.getByRole("link", { name: "dot 'own'.png" })).toBeVisible();
  await chooseFiles(files.getByLabel("Attach a file"), {
    name: "page.png",
    mimeType: "image/png",
    buffer: Buffer.from("<script>alert(1)</script>"),
  });
  await expect(
    files.getByText(/page\.png can’t be attached: it is not a PDF, image, text, mail or office file/),
  ).toBeVisible();
  // Larger than Next's default body limit: if it were cut off, the file would differ.
  const pdf = Buffer.concat([Buffer.from("%PDF-1.4\n"), Buffer.alloc(11 * 1024 * 1024, "a")]);
  await chooseFiles(files.getByLabel("Attach a file"), {
    name: "large.pdf",
    mimeType: "application/pdf",
    buffer: pdf,
  });
  await expect(files.getByText("application/pdf, 11.0 MB")).toBeVisible();
  const href = (await files.getByRole("link", { name: "dot 'own'.png" }).getAttribute("href")) ?? "";
  const download = await page.request.get(href);
  expect(download.headers()).toMatchObject({
    "content-disposition": `attachment; filename="dot 'own'.png"`,
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
    "x-content-type-options": "nosniff",
  });
  expect((await download.body()).subarray(1, 4).toString()).toBe("PNG");

  await typeInto(page.getByLabel("Duplicate of this source"), `Double ${own}`);
  await expect(page.getByRole("listbox", { name: "Known sources" })).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole("option", { name: new RegExp(`Double ${own}`) }).click();
  await page.getByRole("button", { name: "Merge into this source" }).click();
  await expect(page.getByRole("heading", { name: "Used by 2" })).toBeVisible();
  await page.goto(`/desk/sources?q=${own}`);
  await expect(page.getByRole("heading", { name: "Sources 1" })).toBeVisible();
});

test("sources are added to the library, by address, title or citation; one that is already there is offered", async ({
  as,
}) => {
  const { page, person } = await as("checker");
  const own = crypto.randomUUID().slice(0, 8);
  const article = await makeArticle({ author: person });
  await makeClaim({
    article,
    author: person,
    statement: "The figure.",
    evidence: [
      { stance: "supports", source: { title: `Économie: ${own}`, url: `https://example.org/${own}` } },
    ],
  });
  const form = page.getByRole("form", { name: "New source" });
  const add = form.getByRole("button", { name: "Add source" });

  await test.step("by its address, and opened if it is already there", async () => {
    const site = await serveSource();
    try {
      await page.goto("/desk/sources");
      await page.getByRole("link", { name: "Add a source" }).click();
      await add.click();
      await expect(form.getByText("Enter an address, a DOI or a title.")).toBeVisible();
      await typeInto(form.getByLabel("Address or DOI"), `${site.address}?edition=own&utm_source=mail`);
      await typeInto(form.getByLabel("Title"), "Own yearbook");
      expect(await axeFindings(page)).toEqual([]);
      await form.getByLabel("Title").press("Enter");
      await expect(page.getByText("Source added.")).toBeVisible();
      await page.goto("/desk/sources/new");
      await typeInto(form.getByLabel("Address or DOI"), `${site.address}?edition=own#part`);
      await add.click();
      await expect(page.getByText("The desk already has this source.")).toBeVisible();
      await expect(page.getByRole("heading", { name: "Own yearbook" })).toBeVisible();
    } finally {
      site.close();
    }
  });

  await test.step("by a title that another source has", async () => {
    await page.goto("/desk/sources/new");
    await typeInto(form.getByLabel("Title"), `economie ${own}`);
    await add.click();
    await expect(form.getByText("The desk already has a source with this title")).toBeVisible();
    expect(await axeFindings(page)).toEqual([]);
    await form.getByRole("link", { name: "Open this source" }).click();
    await expect(page.getByRole("heading", { name: `Économie: ${own}` })).toBeVisible();
  });

  await test.step("in a claim, by the address or title of a source of the library", async () => {
    await openDesk(page, article);
    await page.getByRole("button", { name: /The figure/ }).click();
    await page.getByRole("button", { name: "Edit", exact: true }).click();
    await page.getByRole("button", { name: "Add a source" }).click();
    const row = page.getByRole("group", { name: "Source 2" });
    await typeInto(row.getByLabel("Address"), `www.example.org/${own}/?utm_source=mail#part`);
    await expect(row.getByText("The desk already has the source with this address")).toBeVisible();
    await typeInto(row.getByLabel("Address"), "https://example.org/other", { replace: true });
    await typeInto(row.getByLabel("Title"), `ECONOMIE ${own}`);
    await expect(row.getByRole("option", { name: `Économie: ${own}` })).toBeVisible();
    await page.keyboard.press("Escape");
    await typeInto(row.getByLabel("Address"), `https://example.org/${own}`, { replace: true });
    await page.keyboard.press("Escape");
    await row.getByRole("button", { name: "Use this source" }).click();
    await expect(row.getByRole("button", { name: "Choose another source" })).toBeVisible();
    await page.getByRole("button", { name: "Save claim" }).click();
    await expect(
      row.getByText("Choose whether the source supports, refutes or gives context."),
    ).toBeVisible();
    await expect(row.getByRole("radio", { name: "Supports" })).toBeFocused();
    await page.keyboard.press("r");
    await expect(row.getByRole("radio", { name: "Refutes" })).toBeChecked();
    await page.getByRole("button", { name: "Save claim" }).click();
    await expect(page.getByText("Claim 1 saved.")).toBeVisible();
  });

  await test.step("what a full citation needs is edited with the source, and cited", async () => {
    await page.goto("/desk/sources/import");
    await page.getByRole("textbox", { name: "Citations" }).click();
    // Citations are pasted, not typed.
    await page.keyboard.insertText(
      JSON.stringify({
        id: own,
        type: "article-journal",
        title: `On trade ${own}`,
        "container-title": "Trade Studies",
        publisher: "Example Press",
        volume: 12,
        issue: "3",
        page: "45-67",
        DOI: `10.1000/${own}`,
        abstract: "Trade rose.",
      }),
    );
    await page.getByRole("button", { name: "Review" }).click();
    await page.getByRole("button", { name: "Import 1 source" }).click();
    await expect(page.getByRole("link", { name: "See all sources" })).toBeVisible();
    await page.goto(`/desk/sources?q=${own}`);
    await page.getByRole("link", { name: `On trade ${own}` }).click();
    const details = page.getByRole("group", { name: "For a full citation" });
    await expect(details.getByLabel("Journal, newspaper or book")).toHaveValue("Trade Studies");
    await expect(details.getByLabel("Pages")).toHaveValue("45-67");
    await typeInto(details.getByLabel("Volume"), "13", { replace: true });
    await typeInto(details.getByLabel("Editors"), "Doe, Jane");
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole("button", { name: "Save source" }).click();
    await expect(page.getByText(/Trade Studies, 13\(3\), 45–67/)).toBeVisible();
    await page.getByText("More from the imported citation").click();
    await expect(page.getByText("Trade rose.")).toBeVisible();
  });
});
