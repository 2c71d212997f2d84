import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { apiOf } from "../../fixtures/api";
import { expect, makePerson, test, typeInto } from "../../fixtures/desk";

/** A text that is like no other article. */
const textOf = (words: string) =>
  `${words}. ${Array.from({ length: 12 }, () => crypto.randomUUID().replaceAll("-", " ")).join(" ")}.\nThe price rose to $240 billion. It rose again.`;

test("a program takes an article from import to publication, and repeated calls do nothing twice", async ({
  request,
}) => {
  const editor = await makePerson({ role: "editor" });
  const call = await apiOf(request, editor);
  const callAsReviewer = await apiOf(request, await makePerson({ role: "editor" }));
  /** Makes a call twice with the same key; the second time the stored answer is returned. */
  const callTwice = async (by: typeof call, path: string, data: object, ifMatch?: string) => {
    const key = crypto.randomUUID();
    const first = await by("POST", path, { key, data, ifMatch });
    const second = await by("POST", path, { key, data, ifMatch });
    expect(second.body, JSON.stringify(first.body)).toEqual(first.body);
    expect(second.status).toBe(first.status);
    expect([first.headers["idempotency-replayed"], second.headers["idempotency-replayed"]]).toEqual([
      undefined,
      "true",
    ]);
    return first;
  };

  const text = textOf("Trade between both countries");
  const article = await callTwice(call, "/articles", {
    title: "Trade figures by a program",
    content: { format: "text", value: text },
    publisher: "The Field",
    publishedAt: "2024-05-17T08:00:00Z",
  });
  expect(article.status).toBe(201);
  expect(article.body).toMatchObject({ publishedAt: "2024-05-17", version: { number: 1, text } });
  const at = `/articles/${article.body.id}`;
  const withFinding = await call("PATCH", at, {
    ifMatch: article.headers.etag,
    data: { finding: "The figure is wrong." },
  });
  expect(withFinding).toMatchObject({
    status: 200,
    body: { finding: "The figure is wrong.", title: "Trade figures by a program", publisher: "The Field" },
  });
  expect(
    await call("PATCH", at, { ifMatch: article.headers.etag, data: { finding: "Late." } }),
  ).toMatchObject({ status: 412, body: { current: { finding: "The figure is wrong." } } });
  expect((await call("GET", at)).headers.etag).toBe(withFinding.headers.etag);

  const ambiguous = await call("POST", `${at}/claims`, { data: { anchor: { exact: " rose " } } });
  expect(ambiguous.status).toBe(409);
  expect(ambiguous.body.candidates).toHaveLength(2);

  const claim = await callTwice(call, `${at}/claims`, {
    anchor: { exact: "$240 billion", prefix: "rose to " },
    kind: "number",
    verdict: { rating: "False", rationale: "Customs say otherwise.\nSo does the ministry." },
    evidence: [{ stance: "refutes", source: { title: `Customs release ${editor.id}` } }],
  });
  expect(claim.body).toMatchObject({
    statement: "$240 billion",
    state: "draft",
    anchor: { start: text.indexOf("$240"), end: text.indexOf("$240") + 12 },
    verdict: { rating: "false", rationale: "Customs say otherwise.\nSo does the ministry." },
  });
  const claimAt = `/claims/${claim.body.id}`;
  const changed = await call("PATCH", claimAt, {
    ifMatch: claim.headers.etag,
    data: { statement: "Trade came to $240 billion.", claimedAt: "2024-05-16" },
  });
  expect(changed.body).toMatchObject({ verdict: { rating: "false" }, evidence: [{ stance: "refutes" }] });
  const stale = await call("PATCH", claimAt, { ifMatch: claim.headers.etag, data: { statement: "Late" } });
  expect(stale).toMatchObject({
    status: 412,
    headers: { etag: changed.headers.etag },
    body: { current: { statement: "Trade came to $240 billion." } },
  });
  const withEvidence = await callTwice(
    call,
    `${claimAt}/evidence`,
    {
      stance: "context",
      excerpt: "It rose.",
      source: { title: `Ministry ${editor.id}`, publishedAt: "2024-05" },
    },
    changed.headers.etag,
  );
  expect(withEvidence.body.evidence).toHaveLength(2);
  const submitted = await callTwice(
    call,
    `${claimAt}/transitions`,
    { action: "submit" },
    withEvidence.headers.etag,
  );
  const ownApproval = await call("POST", `${claimAt}/transitions`, {
    data: { action: "approve" },
    ifMatch: submitted.headers.etag,
  });
  expect(ownApproval.status).toBe(403);
  const unapproved = await call("POST", `${at}/publish`, { ifMatch: withFinding.headers.etag });
  expect(unapproved).toMatchObject({ status: 409, body: { blockers: [expect.any(String)] } });
  expect((await call("GET", `${at}/exports/html`)).status).toBe(404);
  const approved = await callTwice(
    callAsReviewer,
    `${claimAt}/transitions`,
    { action: "approve" },
    submitted.headers.etag,
  );
  expect(approved.body.state).toBe("approved");

  const published = await callTwice(call, `${at}/publish`, {}, withFinding.headers.etag);
  expect(published).toMatchObject({ status: 201, body: { number: 1 } });
  expect((await request.get(published.body.url)).status()).toBe(200);
  for (const [format, type] of [
    ["html", "text/html; charset=utf-8"],
    ["pdf", "application/pdf"],
  ] as const)
    expect(await call("GET", `${at}/exports/${format}`)).toMatchObject({
      status: 200,
      headers: { "content-type": type, "cache-control": "no-store" },
    });

  const read = await call("GET", at);
  expect(read).toMatchObject({ headers: { etag: published.headers.etag }, body: { status: "published" } });
  const content = { format: "markdown", value: text.replace("The price", "In May the price") };
  const previewed = await call("POST", `${at}/versions/preview`, { data: { content } });
  expect(previewed).toMatchObject({ status: 200, body: { notes: [], outcomes: { orphaned: 0 } } });
  const next = await callTwice(call, `${at}/versions`, { content }, read.headers.etag);
  expect(next.body).toMatchObject({
    article: { version: { number: 2 } },
    notes: [],
    outcomes: previewed.body.outcomes,
  });
  expect((await call("GET", `${at}/claims?limit=1`)).body).toMatchObject({ total: 1, nextCursor: null });
  const second = await call("POST", `${at}/claims`, { data: { anchor: { start: 0, end: 5 } } });
  const gone = await call("DELETE", `/claims/${second.body.id}`, { ifMatch: second.headers.etag });
  expect(gone.status).toBe(204);
  expect((await call("GET", `/claims/${second.body.id}`)).status).toBe(404);
});

test("an article from an address, and sources with their copies", async ({ request }) => {
  const call = await apiOf(request, await makePerson({ role: "checker" }));
  const words = textOf("The harvest of the region doubled");
  const page = `<!doctype html><html lang="en"><head><title>Harvest doubled</title><meta property="og:site_name" content="The Field">
<meta name="author" content="Noor Aziz"></head><body><article><h1>Harvest doubled</h1>${`<p>${words}</p>`.repeat(4)}</article></body></html>`;
  const server = createServer((_, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8").end(page);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/${crypto.randomUUID()}`;
  try {
    const fetched = await call("POST", "/articles", { data: { url } });
    expect(fetched).toMatchObject({
      status: 201,
      body: { title: "Harvest doubled", byline: "Noor Aziz", publisher: "The Field", sourceUrl: url },
    });
    const known = await call("POST", "/articles", { data: { url } });
    expect(known).toMatchObject({
      status: 409,
      body: { article: { id: fetched.body.id, knownBy: "address" } },
    });

    const key = crypto.randomUUID();
    const source = await call("POST", "/sources", { key, data: { url: `${url}/source` } });
    expect(source).toMatchObject({ status: 201, body: { title: "Harvest doubled" } });
    expect((await call("POST", "/sources", { data: { url: `${url}/source`, title: "Again" } })).status).toBe(
      409,
    );
    const at = `/sources/${source.body.id}`;
    expect(await call("POST", `${at}/snapshots`)).toMatchObject({
      status: 201,
      body: { mediaType: "text/html" },
    });
    const renamed = await call("PATCH", at, {
      ifMatch: source.headers.etag,
      data: { publishedAt: "2024-05" },
    });
    expect(renamed.body).toMatchObject({ title: "Harvest doubled", publishedAt: "2024-05" });
    expect((await call("GET", at)).body.snapshots).toHaveLength(1);
    expect((await call("GET", "/sources?limit=1")).body.nextCursor).not.toBeNull();
  } finally {
    server.closeAllConnections();
    server.close();
  }
  expect((await call("GET", "/articles?limit=1")).body.nextCursor).not.toBeNull();
  const privateAddress = await call("POST", "/articles", { data: { url: "http://169.254.169.254/" } });
  expect(privateAddress).toMatchObject({
    status: 422,
    body: { detail: expect.stringMatching(/private network/) },
  });
});

test("a token is created in the desk, shown once, works, and is revoked", async ({ as }) => {
  const { page } = await as("editor");
  await page.goto("/desk/account");
  await typeInto(page.getByLabel("Name"), "Nightly import");
  await page.getByRole("button", { name: "Create token" }).click();
  const token = await page.getByRole("textbox", { name: "New token" }).inputValue();
  const list = () => page.request.get("/api/v1/articles", { headers: { authorization: `Bearer ${token}` } });
  expect((await list()).status()).toBe(200);
  expect((await page.request.get("/api/v1/articles")).status()).toBe(401);
  await page.reload();
  await expect(page.getByText("can read and export", { exact: true })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "New token" })).toHaveCount(0);
  await page.getByRole("button", { name: "Revoke token Nightly import" }).click();
  await expect(page.getByRole("list", { name: "API tokens" })).toHaveCount(0);
  expect((await list()).status()).toBe(401);
});
