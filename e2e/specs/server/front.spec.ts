import { connect } from "node:net";
import type { Page } from "@playwright/test";
import { DEMO, expect, makeArticle, openDesk, test } from "../../fixtures/desk";

const problem = /^application\/problem\+json/;
const html = /^text\/html/;

test("addresses with broken escapes are answered, each in the format of its part", async ({ baseURL }) => {
  for (const [path, status, type] of [
    ["/articles/%", 400, html],
    ["/desk/articles/%", 400, html],
    ["/articles/%C3%28/claims/1", 400, html],
    ["/api/v1/articles/%", 400, problem],
    ["/api/auth/%", 400, problem],
    ["/api/health/live", 200, /^application\/json/],
  ] as const)
    await test.step(path, async () => {
      // Clients correct broken escapes, so the request is written by hand.
      const { head, body } = await sendRaw(baseURL ?? "", `GET ${path} HTTP/1.1`);
      expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
      expect(/content-type: (.*)/i.exec(head)?.[1]).toMatch(type);
      if (type === problem)
        expect(JSON.parse(body)).toMatchObject({ status, title: "This address is not valid" });
      if (type === html) expect(body).toContain("<h1>This address is not valid</h1>");
    });
});

test("the health check answers", async ({ request }) => {
  const response = await request.get("/api/health");
  expect(response.status()).toBe(200);
  expect(await response.json()).toEqual({ status: "ok" });
});

test("TRACE is not supported", async ({ baseURL }) => {
  const { head } = await sendRaw(baseURL ?? "", "TRACE / HTTP/1.1");
  expect(head).toMatch(/^HTTP\/1.1 405 /);
  expect(head).toMatch(/^allow: GET, HEAD, POST/im);
});

test("forms of other sites, bodies that can't be read and large ones from strangers are refused", async ({
  request,
}) => {
  const foreign = { origin: "https://elsewhere.example" };
  expect((await request.post("/desk/sign-in", { headers: foreign, form: { a: "b" } })).status()).toBe(403);
  const broken = { "content-type": "multipart/form-data; boundary=x" };
  expect((await request.post("/desk/sign-in", { headers: broken, data: "--x" })).status()).toBe(400);
  const large = await request.post("/desk/sign-in", { data: "a".repeat(70_000) });
  expect(large.status()).toBe(413);
});

/** Opens an address that leads nowhere, and expects one page that says so. */
async function expectNotFound(page: Page, path: string) {
  await test.step(path, async () => {
    expect((await page.goto(path))?.status()).toBe(404);
    await expect(page.getByRole("heading", { name: "Page not found" })).toBeVisible();
    await expect(page.getByRole("banner")).toHaveCount(1);
  });
}

test("without JavaScript, an unknown address shows that there is no such page, under one header", async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  for (const path of ["/articles/no-such-article", `${DEMO}/claims/999`, "/no-such-page"])
    await expectNotFound(page, path);
  await context.close();
});

test("an unknown address shows one header with JavaScript as well, and that of the desk shows the desk's page", async ({
  page,
  as,
}) => {
  await page.goto("/articles/no-such-article");
  await expect(page.getByRole("heading", { name: "Page not found" })).toBeVisible();
  await expect(page.getByRole("banner")).toHaveCount(1);

  const { page: desk, person } = await as("editor");
  expect((await desk.goto("/desk/no/such/page"))?.status()).toBe(404);
  await expect(desk.getByRole("heading", { name: "Page not found" })).toBeVisible();
  await expect(desk.getByRole("navigation", { name: "Desk" })).toBeVisible();
  // An article that does not exist, too; and one that does still opens.
  await desk.goto(`/desk/articles/${crypto.randomUUID()}`);
  await expect(desk.getByRole("heading", { name: "Page not found" })).toBeVisible();
  await expect(desk.getByRole("navigation", { name: "Desk" })).toBeVisible();
  await openDesk(desk, await makeArticle({ author: person }));
});

/** Sends a request line as it is, and reads the answer to its end. */
function sendRaw(baseURL: string, line: string): Promise<{ head: string; body: string }> {
  const { hostname, port, host } = new URL(baseURL);
  return new Promise((resolve, reject) => {
    let text = "";
    const socket = connect(Number(port), hostname, () =>
      socket.write(`${line}\r\nHost: ${host}\r\nConnection: close\r\n\r\n`),
    );
    socket.setEncoding("utf8");
    socket.on("data", (chunk) => {
      text += chunk;
    });
    socket.on("error", reject);
    socket.on("end", () => {
      const [head = "", body = ""] = text.split("\r\n\r\n");
      resolve({ head, body });
    });
  });
}
