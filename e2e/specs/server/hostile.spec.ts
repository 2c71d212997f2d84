import { readFileSync } from "node:fs";
import { publishArticle } from "@/lib/workflows/publication/publish-article";
import { parseArticle } from "../../../lib/ingest/parse-article";
import { must, revisionOf } from "../../../lib/testing/factories";
import { expect, makeArticle, makeClaim, openDesk, test } from "../../fixtures/desk";

// A third of github.com/payloadbox/xss-payload-list (MIT licence), one payload per line.
const payloads = readFileSync("lib/testing/fixtures/xss.txt", "utf8").split("\n").filter(Boolean);

test("hostile payloads, as text and as HTML, remain plain text in the desk, for readers and in the report", async ({
  as,
}) => {
  const { page, person } = await as("administrator");
  // One at a time: some leave a script element open, which swallows what follows.
  const asHtml = payloads.flatMap((payload) => {
    const parsed = parseArticle({ format: "html", value: `<p>One ${payload} two</p>` });
    return parsed.ok ? (parsed.value.doc.content ?? []) : [];
  });
  expect(asHtml.length).toBeGreaterThan(payloads.length / 2);
  const asText = parseArticle({ format: "text", value: payloads.join("\n") });
  if (!asText.ok) throw new Error(asText.error.message);
  const doc = {
    type: "doc",
    content: [...(asText.value.doc.content ?? []), ...asHtml],
  };
  const first = asText.value.text.split("\n")[0] as string;
  const evil = payloads[2] as string;
  const article = await makeArticle({
    author: person,
    title: `${evil} ${crypto.randomUUID().slice(0, 8)}`,
    byline: evil,
    content: { format: "document", value: doc },
  });
  await makeClaim({
    article,
    author: person,
    state: "approved",
    anchor: { start: 0, end: first.length },
    statement: evil,
    claimant: evil,
    evidence: [
      {
        stance: "supports",
        excerpt: evil,
        note: evil,
        source: { title: evil, url: "https://example.org/x" },
      },
    ],
  });
  must(await publishArticle(person, { articleId: article.id, revision: await revisionOf(article.id) }));

  const dialogs: string[] = [];
  page.on("dialog", (dialog) => {
    dialogs.push(dialog.message());
    return dialog.dismiss();
  });
  await page.addInitScript(() => {
    addEventListener("securitypolicyviolation", (event) => {
      document.documentElement.dataset.violation = `${event.violatedDirective} ${event.sample}`;
    });
  });
  await openDesk(page, article);
  await expect(page.getByRole("heading", { level: 1 }).first()).toContainText(evil.trim());
  for (const path of ["", "/report", "/claims/1"]) {
    await page.goto(`/articles/${article.slug}${path}`);
    await expect(page.getByText(first).first()).toBeVisible();
    expect(
      await page
        .locator(
          "main script:not([type='application/ld+json']), main iframe, main [onclick], main [onerror], main img",
        )
        .count(),
    ).toBe(0);
    await expect(page.locator("html[data-violation]")).toHaveCount(0);
  }
  expect(dialogs).toEqual([]);
});

test("a script that got through would still not run", async ({ browser }) => {
  // The pages of the other fixtures must not block anything.
  const page = await (await browser.newContext()).newPage();
  await page.goto("/");
  const violated = page.evaluate(
    () =>
      new Promise((resolve) => {
        addEventListener("securitypolicyviolation", ({ violatedDirective }) => resolve(violatedDirective), {
          once: true,
        });
        const script = document.createElement("div");
        script.innerHTML = `<img src="data:," onerror="document.title = 'ran'">`;
        document.body.append(script);
      }),
  );
  expect(await violated).toBe("script-src-attr");
  await expect(page).not.toHaveTitle("ran");
  await page.context().close();
});
