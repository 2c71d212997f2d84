import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { docsPage, type ShownDocument } from "./docs-page";
import { WITHOUT_EXAMPLE } from "./examples/call-example";
import { openApiDocument } from "./openapi";
import { OPERATIONS } from "./operations/all";

const source = openApiDocument() as ShownDocument;
const { document } = parseHTML(docsPage(source, OPERATIONS));

test.each(OPERATIONS.map((operation) => [operation.id, operation] as const))(
  "the page describes %s",
  (id, { method, path, summary, scope }) => {
    const section = document.getElementById(id)?.closest("section");
    expect(section?.querySelector("h3")?.textContent).toBe(summary);
    expect(section?.textContent).toContain(`${method} ${path}, scope ${scope}`);
    const example = section?.querySelector("details pre")?.textContent ?? "";
    expect(example.startsWith("curl ")).toBe(!(id in WITHOUT_EXAMPLE));
  },
);

test("the calls are in the order of their addresses, and reading comes first", () => {
  const shown = [...document.querySelectorAll("nav code")].map((code) => code.textContent);
  expect(shown.filter((call) => call.includes(" /articles")).slice(0, 4)).toEqual([
    "GET /articles",
    "POST /articles",
    "GET /articles/{id}",
    "PATCH /articles/{id}",
  ]);
  expect([...document.querySelectorAll("nav h2")].map((head) => head.textContent)).toContain("Report jobs");
});

test("an example is a command for a shell, with what it answers", () => {
  const [command, answer] = [...document.querySelectorAll("#addEvidence ~ details pre")].map(
    (pre) => pre.textContent,
  );
  expect(command).toMatch(
    /^curl -X POST 'http:\/\/localhost:3000\/api\/v1\/claims\/[0-9a-f-]{36}\/evidence' \\\n {2}-H 'Authorization: Bearer obelus_…' \\\n/,
  );
  expect(command).toContain(`-H 'If-Match: "2"' \\\n  -d '{\n  "stance": "context",`);
  expect(JSON.parse(answer ?? "")).toMatchObject({ number: 1, state: "draft" });
});

test("the events of webhooks are listed with what is sent", () => {
  const row = [...document.querySelectorAll("tr")].find((each) => /^claim\.approved/.test(each.textContent));
  expect(row?.textContent).toContain("timestamp");
});

test("each link leads to something on the page, or to the document", () => {
  const links = [...document.querySelectorAll("a")].map((link) => link.getAttribute("href") ?? "");
  const lost = links.filter((href) => !href.startsWith("/") && !document.getElementById(href.slice(1)));
  expect(lost).toEqual([]);
});

test("nothing is loaded from anywhere, and nothing runs", () => {
  expect(document.querySelectorAll("script, link, img, iframe, [src]")).toHaveLength(0);
});

test("text that looks like HTML stays text", () => {
  const [operation] = OPERATIONS;
  if (!operation) throw new Error("there are no operations");
  const hostile = {
    paths: {
      [operation.path]: { [operation.method.toLowerCase()]: { summary: "<img src=x>", description: '"&' } },
    },
  };
  expect(docsPage(hostile, [operation])).toContain("&lt;img src=x&gt;");
});
