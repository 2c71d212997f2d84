import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Locator } from "@playwright/test";
import { must, revisionOf } from "@/lib/testing/factories";
import { publishArticle } from "@/lib/workflows/publication/publish-article";
import {
  axeFindings,
  expect,
  makeArticle,
  makeClaim,
  makePerson,
  selectWords,
  test,
  typeInto,
} from "../../fixtures/desk";
import { publish } from "../../fixtures/publishing";

const ARTICLE = `<!doctype html><html lang="en"><head><title>Harvest doubled – The Field</title>
<meta property="og:site_name" content="The Field"><meta name="author" content="Noor Aziz">
<meta property="article:published_time" content="2024-05-17T08:00:00Z"></head>
<body><nav><a href="/">Home</a> Subscribe now</nav><article><h1>Harvest doubled</h1>
${["north", "south", "east", "west", "centre"].map((region) => `<p>The harvest of the ${region} doubled within a year, said the ministry, while numbers of the union say otherwise.</p>`).join("")}
<p>Read more stories like this one in our newsletter, which comes to you every day of the week.</p></article></body></html>`;

const YEARBOOK = `<!doctype html><html lang="en"><head><meta property="og:site_name" content="Statistics office"><meta property="og:title" content="Harvest yearbook"></head>
<body><article>${Array.from({ length: 60 }, (_, region) => `<p>Region ${region + 1} is counted by itself. Its harvest grew by ${region + 3} percent in 2023. The method is that of earlier years, as the annex says.</p>`).join("")}</article></body></html>`;

/** A local site, allowed by OBELUS_FETCH_ALLOW_HOSTS. */
async function serveSite() {
  const server = createServer((request, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(request.url?.startsWith("/yearbook") ? YEARBOOK : ARTICLE);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** The screen position where a text begins and ends. */
async function rangeOf(within: Locator, words: string) {
  return within.evaluate((root, wanted) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at === -1) continue;
      node.parentElement?.scrollIntoView({ block: "center" });
      const boxOf = (from: number) => {
        const letter = document.createRange();
        letter.setStart(node, from);
        letter.setEnd(node, from + 1);
        return letter.getBoundingClientRect();
      };
      const [first, last] = [boxOf(at), boxOf(at + wanted.length - 1)];
      return {
        start: [first.left + 1, first.top + first.height / 2] as const,
        end: [last.right - 1, last.top + last.height / 2] as const,
      };
    }
    throw new Error(`no such words: ${wanted}`);
  }, words);
}

test("from an address to a publication: import, mark, cite, save a copy, pick an excerpt, sign off, read", async ({
  as,
}) => {
  const { page } = await as("editor");
  const site = await serveSite();
  const own = crypto.randomUUID();
  try {
    await page.goto("/desk/articles/new");
    await typeInto(page.getByLabel("From an address"), `${site.address}/harvest?${own}`, { replace: true });
    await page.keyboard.press("Enter");
    await expect(page.getByText(/The article has been read/)).toBeVisible();
    await expect(page.getByLabel("Publisher")).toHaveValue("The Field");
    await typeInto(page.getByLabel("Title"), `Harvest doubled ${own.slice(0, 8)}`, { replace: true });
    const preview = page.getByRole("textbox", { name: "Imported text" });
    await preview.getByText(/Read more stories/).click();
    await page.getByRole("button", { name: "Remove this paragraph" }).first().click();
    await page.getByRole("button", { name: "Import article" }).click();
    const text = page.getByRole("textbox", { name: "Article text" });
    await expect(text.getByRole("paragraph")).toHaveCount(5);

    await selectWords(page, "harvest of the north doubled");
    await page.keyboard.press("m");
    await typeInto(page.getByLabel("Statement"), "The harvest of the north doubled within a year.", {
      replace: true,
    });
    await page.getByRole("radio", { name: "False", exact: true }).check();
    await typeInto(
      page.getByRole("textbox", { name: "Rationale" }),
      "The yearbook puts its growth at 42 percent.",
    );
    await page.getByRole("button", { name: "Add a source" }).click();
    const row = page.getByRole("group", { name: "Source 1" });
    await row.getByRole("radio", { name: "Refutes" }).check();
    await typeInto(row.getByLabel("Address"), `${site.address}/yearbook?${own}`, { replace: true });
    await row.getByRole("button", { name: "Fill in from the page" }).click();
    await expect(row.getByLabel("Title")).toHaveValue("Harvest yearbook");
    await page.getByRole("button", { name: "Save claim" }).click();
    await expect(page.getByText("Claim 1 saved.")).toBeVisible();
    await expect(page.getByRole("list", { name: "Sources" }).getByText(/Saved copy: /)).toBeVisible();

    await page.getByRole("button", { name: "Edit", exact: true }).click();
    await row.getByRole("button", { name: "Pick from the saved copy" }).click();
    const picker = row.getByRole("region", { name: "Pick from the saved copy" });
    const copy = picker.getByRole("region", { name: "Text of the saved copy" });
    await typeInto(picker.getByLabel("Find in the saved copy"), "REGION 40 is");
    await expect(picker.getByText("1 of 1")).toBeVisible();
    await expect(copy.locator("mark[data-kind=found]")).toBeInViewport();
    const excerpt = row.getByLabel("Excerpt");

    await page.mouse.click(...(await rangeOf(copy, "grew by 42")).start);
    await expect(excerpt).toHaveValue("Its harvest grew by 42 percent in 2023.");
    await expect(copy.locator("mark[data-kind=excerpt]")).toHaveText(
      "Its harvest grew by 42 percent in 2023.",
    );

    const words = await rangeOf(copy, "arvest grew by 42 perc");
    await page.mouse.move(...words.start);
    await page.mouse.down();
    await page.mouse.move(...words.end, { steps: 4 });
    await page.mouse.up();
    await expect(excerpt).toHaveValue("harvest grew by 42 percent");
    await picker.getByRole("button", { name: "Restore the previous excerpt" }).click();
    await expect(excerpt).toHaveValue("Its harvest grew by 42 percent in 2023.");

    await copy.focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Shift+ArrowDown");
    await expect(copy.locator("mark[data-kind=chosen]").first()).toBeInViewport();
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press("Enter");
    await expect(excerpt).not.toHaveValue("Its harvest grew by 42 percent in 2023.");
    const taken = await excerpt.inputValue();
    expect(YEARBOOK).toContain(taken);
    await page.keyboard.press("Escape");
    await expect(picker).toBeHidden();
    await expect(row.getByRole("button", { name: "Pick from the saved copy" })).toBeFocused();
    await page.getByRole("button", { name: "Save claim" }).click();
    // The message of the first save may still be shown.
    await expect(page.getByRole("form", { name: "Edit claim" })).toHaveCount(0);
    await page.getByRole("button", { name: "Submit for review" }).click();
    await expect(page.getByRole("button", { name: "Submit for review" })).toHaveCount(0);

    const second = await as("editor");
    await second.page.goto(page.url());
    await second.page.getByRole("button", { name: /The harvest of the north/ }).click();
    await second.page.getByRole("button", { name: "Approve", exact: true }).click();
    await expect(second.page.getByText("1 of 1 approved")).toBeVisible();
    await publish(second.page);

    await page.goto("/");
    await page.getByRole("link", { name: `Harvest doubled ${own.slice(0, 8)}` }).click();
    const entry = page.getByRole("article").filter({ hasText: "The harvest of the north" });
    await expect(entry.getByText("False", { exact: true }).first()).toBeVisible();
    await expect(entry.getByText(taken)).toBeVisible();
    await expect(page.getByText(/A copy was saved on/)).toBeVisible();
  } finally {
    site.close();
  }
});

test("no public page names a confidential source", async ({ request }) => {
  const article = await makeArticle();
  await makeClaim({
    article,
    author: article.author,
    state: "approved",
    evidence: [
      {
        stance: "supports",
        excerpt: "secret-excerpt",
        note: "They confirm it.",
        accessedOn: "1987-06-05",
        archiveUrl: "https://archive.example/secret-archive",
        source: {
          title: "secret-title",
          url: "https://secret.example/",
          publisher: "secret-publisher",
          publishedOn: "1987",
          kind: "interview",
          confidential: true,
          publicDescription: "An official who was in the room",
        },
      },
    ],
  });
  must(
    await publishArticle(await makePerson(), {
      articleId: article.id,
      revision: await revisionOf(article.id),
    }),
  );
  const page = `/articles/${article.slug}`;
  const paths = ["/", "/corrections", page, `${page}/claims/1`, `${page}/report`, `${page}/publications/1`];
  for (const path of paths) {
    const answer = await request.get(path);
    expect(answer.status(), path).toBe(200);
    expect(await answer.text(), path).not.toMatch(/secret|1987/);
  }
  expect(await (await request.get(page)).text()).toContain("An official who was in the room");
});
