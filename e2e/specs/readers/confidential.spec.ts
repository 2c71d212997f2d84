import type { APIRequestContext, Page } from "@playwright/test";
import type { Actor } from "@/lib/policies/actor";
import { EXPORT_FORMATS } from "@/lib/reports/export-formats";
import { rationale } from "@/lib/testing/builders";
import { must, reloadClaim, revisionOf } from "@/lib/testing/factories";
import { readExport } from "@/lib/testing/reports/read-export";
import { updateArticleDetails } from "@/lib/workflows/articles/update-article-details";
import { saveClaimDraft } from "@/lib/workflows/claims/claim-drafts";
import { createComment } from "@/lib/workflows/comments/create-comment";
import { createToken } from "@/lib/workflows/people/api-tokens";
import { publishArticle } from "@/lib/workflows/publication/publish-article";
import { unpublishArticle } from "@/lib/workflows/publication/unpublish-article";
import { transitionClaim } from "@/lib/workflows/review/transition-claim";
import { addAttachment } from "@/lib/workflows/sources/attachments";
import { type CrawledPage, canariesIn, crawlPublic, expectPublished } from "../../fixtures/crawl-public";
import { axeFindings, expect, makeArticle, makeClaim, makePerson, test, typeInto } from "../../fixtures/desk";

/** A word that appears nowhere else. */
const canary = () => `canary${crypto.randomUUID().replaceAll("-", "").slice(0, 12)}`;

async function publish(editor: Actor, article: { id: string }) {
  return must(
    await publishArticle(editor, {
      articleId: article.id,
      revision: await revisionOf(article.id),
      corrections: [],
    }),
  );
}

/** An article with a canary in everything private, and others in what is public until it is redacted. */
async function plant() {
  const [author, approver, editor] = [await makePerson(), await makePerson(), await makePerson()];
  const secret = {
    title: canary(),
    author: canary(),
    publisher: canary(),
    host: canary(),
    excerpt: canary(),
    attachment: canary(),
    editor: canary(),
    abstract: canary(),
  };
  const desk = {
    comment: canary(),
    draft: canary(),
    unpublished: canary(),
    excluded: canary(),
    review: canary(),
  };
  const source = {
    title: canary(),
    author: canary(),
    publisher: canary(),
    host: canary(),
    excerpt: canary(),
    editor: canary(),
  };
  const person = canary();
  const article = await makeArticle({
    author,
    content: {
      format: "text",
      value: `Trade rose to $240 billion, said ${person} Doe in 2023.\nThen it fell, and nobody knew why it did.`,
    },
  });
  must(
    await updateArticleDetails(author, {
      articleId: article.id,
      revision: await revisionOf(article.id),
      title: "Trade",
      finding: `${person} Doe was right, as ${source.title} by ${source.author} says.`,
    }),
  );
  const claim = await makeClaim({
    article,
    author,
    state: "approved",
    approver,
    anchor: { exact: `$240 billion, said ${person}` },
    statement: `${person} put trade at $240 billion.`,
    claimant: `${person} Doe`,
    verdict: { ratingKey: "true", rationaleDoc: rationale(`As ${source.title} by ${source.author} says.`) },
    evidence: [
      {
        stance: "supports",
        excerpt: source.excerpt,
        source: {
          title: source.title,
          authors: [source.author],
          publisher: source.publisher,
          url: `https://${source.host}.example/memo`,
          details: { editors: [source.editor] },
        },
      },
      {
        stance: "context",
        excerpt: secret.excerpt,
        archiveUrl: `https://archive.example/${secret.host}`,
        source: {
          title: secret.title,
          authors: [secret.author],
          publisher: secret.publisher,
          url: `https://${secret.host}.example/memo`,
          doi: `10.1000/${secret.host}`,
          details: { editors: [secret.editor], containerTitle: secret.publisher },
          csl: { id: "a", type: "article-journal", abstract: secret.abstract },
          confidential: true,
        },
      },
    ],
  });
  const draft = await makeClaim({
    article,
    author,
    anchor: { exact: "Then it fell" },
    statement: desk.unpublished,
  });
  must(
    await transitionClaim(editor, {
      claimId: draft.id,
      revision: draft.revision,
      action: "exclude",
      note: desk.excluded,
    }),
  );
  must(
    await createComment(author, {
      target: { on: "claim", claimId: claim.id },
      body: desk.comment,
      idempotencyKey: crypto.randomUUID(),
    }),
  );
  must(
    await saveClaimDraft(author, { articleId: article.id, subject: "new", body: { statement: desk.draft } }),
  );
  const { evidence } = await reloadClaim(claim);
  const [named, hidden] = evidence.map((each) => each.source.id) as [string, string];
  const file = must(
    await addAttachment(author, {
      sourceId: hidden,
      name: `${secret.attachment}.csv`,
      bytes: new TextEncoder().encode(`a,b\n${secret.attachment},1\n`),
    }),
  );
  const emails = Object.fromEntries(
    [author, approver, editor].map(({ email }, index) => [`email ${index}`, email]),
  );
  const prefixed = (name: string, values: Record<string, string>) =>
    Object.fromEntries(Object.entries(values).map(([key, value]) => [`${name} ${key}`, value]));
  return {
    article,
    editor,
    sourceId: named,
    canaries: {
      private: { ...prefixed("confidential", secret), ...prefixed("desk", desk), ...emails },
      source: prefixed("source", source),
      person: { person },
    },
    privateAddresses: [
      `/sources/${hidden}`,
      `/sources/${named}`,
      `/desk/sources/${hidden}`,
      `/desk/sources/${hidden}/attachments/${file.id}`,
      `/desk/sources/${hidden}/cite/bibtex`,
      `/desk/articles/${article.id}`,
      `/desk/articles/${article.id}/publications`,
      `/api/v1/articles/${article.id}`,
      `/api/v1/articles/${article.id}/redactions`,
      `/api/v1/sources/${hidden}`,
    ],
  };
}

/** The exports of the API, as a program gets them that may only read. */
async function crawlExports(
  request: APIRequestContext,
  editor: Actor,
  articleId: string,
): Promise<CrawledPage[]> {
  const { token } = must(await createToken(editor, { name: "Crawl", scopes: ["read", "export"] }));
  const pages: CrawledPage[] = [];
  for (const format of EXPORT_FORMATS.filter((each) => each !== "pdf")) {
    const address = `/api/v1/articles/${articleId}/exports/${format}`;
    const response = await request.get(address, { headers: { authorization: `Bearer ${token}` } });
    const status = response.status();
    const text = status === 200 ? await readExport(format, await response.body()) : await response.text();
    pages.push({ address, status, text });
  }
  return pages;
}

/** Makes a source confidential in the desk, and redacts it where the page proposes it. */
async function redactProposed(page: Page, sourceId: string) {
  await page.goto(`/desk/sources/${sourceId}`);
  await page.getByRole("checkbox", { name: "Confidential: described, not named, in public" }).check();
  await page.getByRole("button", { name: "Save source" }).click();
  await expect(page.getByText("Old publications still name this source")).toBeVisible();
  await page.getByRole("alert").getByRole("link").click();
  const form = page.getByRole("form", { name: "Redact" });
  await expect(
    form.getByRole("group", { name: "Sources that publications name" }).getByRole("checkbox"),
  ).toBeChecked();
  await expect(form.getByLabel("Public reason")).toHaveValue("source protection");
  await form.getByRole("checkbox", { name: "Its publisher" }).check();
  await typeInto(form.getByLabel("Private note"), "They called us.");
  await form.getByRole("button", { name: "Preview" }).click();
  await expect(form.getByRole("heading", { name: /^Publication 1,/ })).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await form.getByRole("button", { name: /^Redact \d+ items$/ }).click();
  await expect(page.getByText("Readers no longer see them.")).toBeVisible();
}

test("what is private never gets out, and what is redacted is nowhere any more", async ({
  as,
  visit,
  request,
}) => {
  // It crawls everything public seven times, and the files of the API, which are made for each request, four times.
  test.slow();
  const { article, editor, sourceId, canaries, privateAddresses } = await plant();
  const { slug } = article;
  const crawlPages = () => crawlPublic(request, slug, privateAddresses);
  const crawl = async () => [...(await crawlPages()), ...(await crawlExports(request, editor, article.id))];
  const all = { ...canaries.private, ...canaries.source, ...canaries.person };
  // The address of the article is made from its title, which has no canary.
  expect(canariesIn(await crawl(), all)).toEqual([]);

  await publish(editor, article);
  const published = await crawl();
  expectPublished(published, slug);
  expect(canariesIn(published, canaries.private)).toEqual([]);
  // Without them the search would prove nothing.
  for (const [name, word] of Object.entries({ ...canaries.source, ...canaries.person }))
    expect(canariesIn(published, { [name]: word }).length, name).toBeGreaterThan(3);

  const { page } = await as(editor);
  await redactProposed(page, sourceId);
  const redacted = await crawlPages();
  expectPublished(redacted, slug);
  expect(canariesIn(redacted, { ...canaries.private, ...canaries.source })).toEqual([]);
  expect(canariesIn(redacted, { reason: "redacted: source protection" }).length).toBeGreaterThan(3);

  await page.goto(`/desk/articles/${article.id}/publications`);
  await page.getByText("Redact…").click();
  const form = page.getByRole("form", { name: "Redact" });
  await form.getByRole("radio", { name: "A name or other words" }).check();
  await typeInto(form.getByLabel("Name or words"), Object.values(canaries.person)[0] as string);
  await typeInto(form.getByLabel("Public reason"), "privacy");
  await form.getByRole("button", { name: "Preview" }).click();
  await form.getByRole("button", { name: /^Redact \d+ items$/ }).click();
  await expect(page.getByText("Readers no longer see them.")).toBeVisible();
  await expect(page.getByRole("list", { name: "Redactions" }).getByRole("listitem")).toHaveCount(2);
  expect(canariesIn(await crawl(), all)).toEqual([]);

  await publish(editor, article);
  const again = await crawlPages();
  expectPublished(again, slug);
  expect(again.some(({ address, status }) => address.includes("/publications/1 ") && status === 200)).toBe(
    true,
  );
  expect(canariesIn(again, all)).toEqual([]);

  const administrator = await makePerson({ role: "administrator" });
  must(
    await unpublishArticle(administrator, {
      articleId: article.id,
      revision: await revisionOf(article.id),
      reason: `A mistake of ${Object.values(canaries.person)[0]}.`,
    }),
  );
  expect(canariesIn(await crawlPages(), all)).toEqual([]);
  await publish(editor, article);
  const last = await crawl();
  expectPublished(last, slug);
  expect(canariesIn(last, all)).toEqual([]);

  const reader = await visit();
  await reader.goto(`/articles/${slug}`);
  await expect(reader.getByRole("region", { name: /^Redactions/ })).toContainText("privacy");
  expect(await axeFindings(reader)).toEqual([]);
});
