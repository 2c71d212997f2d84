import { afterAll, expect, test } from "vitest";
import { disconnect } from "@/lib/db/client";
import { callApi, makeToken } from "@/lib/testing/call-api";
import { makeArticle, makePerson } from "@/lib/testing/factories";
import { withTestDatabase } from "@/lib/testing/test-database";
import { w3cFaults } from "@/lib/testing/w3c-annotations";
import * as annotationRoute from "./[annotation]/route";
import * as containerRoute from "./route";

withTestDatabase();
afterAll(() => disconnect());

interface Annotation {
  id: string;
  body: Record<string, unknown>[];
  target: { source: string; selector: Record<string, unknown>[] };
}

const text = (purpose: string, value: string) => ({ type: "TextualBody", purpose, value });

const ofContainer = { GET: containerRoute.GET, POST: containerRoute.POST };
const ofAnnotation = { GET: annotationRoute.GET, PUT: annotationRoute.PUT, DELETE: annotationRoute.DELETE };

/** A desk with one article, and calls of its container and its annotations. */
async function open(value = "Trade rose to $240 billion.\nThen it fell. 😀 It rose again.") {
  const author = await makePerson();
  const { id, slug } = await makeArticle({ author, content: { format: "text", value } });
  const token = await makeToken(author);
  const container = (method: "GET" | "POST", { query = "", ...more }: Record<string, unknown> = {}) =>
    callApi(ofContainer[method], {
      method,
      path: `/articles/${id}/annotations${query}`,
      params: { id },
      token,
      ...more,
    });
  const one = (method: "GET" | "PUT" | "DELETE", annotation: string, more: object = {}) =>
    callApi(ofAnnotation[method], { method, params: { id, annotation }, token, ...more });
  const send = (exact: string, body: object[] = [], more: object = {}) => ({
    "@context": "http://www.w3.org/ns/anno.jsonld",
    type: "Annotation",
    motivation: "assessing",
    body,
    target: {
      source: `http://localhost:3000/articles/${encodeURIComponent(slug)}`,
      selector: [{ type: "TextQuoteSelector", exact }],
    },
    ...more,
  });
  return { id, container, one, send };
}

const idOf = ({ id }: { id?: unknown }) => String(id).split("/").at(-1) ?? "";

test("an annotation becomes a draft, is read, changed and deleted", async () => {
  const { container, one, send, id } = await open();
  const sent = send("$240 billion", [
    text("classifying", "False"),
    text("describing", "Trade was $240 billion."),
    text("assessing", "Customs say otherwise."),
    text("tagging", "trade"),
    { type: "SpecificResource", purpose: "linking", source: "https://customs.example/" },
  ]);
  const type = { "content-type": "application/ld+json", slug: "mine" };
  const made = await container("POST", { body: JSON.stringify(sent), headers: type });
  expect(made).toMatchObject({
    status: 201,
    headers: {
      "content-type": 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
      link: '<http://www.w3.org/ns/ldp#Resource>; rel="type"',
      location: expect.stringMatching(new RegExp(`/api/v1/articles/${id}/annotations/[0-9a-f-]{36}$`)),
      etag: '"1"',
    },
  });
  const first = made.body as unknown as Annotation;
  expect(w3cFaults("annotation", first)).toEqual([]);
  expect(first.body.map(({ purpose, value, source }) => [purpose, value ?? source])).toEqual([
    ["classifying", "False"],
    ["describing", "Trade was $240 billion."],
    ["assessing", "Customs say otherwise."],
    ["tagging", "trade"],
    ["linking", "https://customs.example/"],
  ]);
  const name = idOf(first);

  expect(await one("GET", name, { headers: { "if-none-match": '"1"' } })).toMatchObject({ status: 304 });
  expect(await one("GET", name, { headers: { accept: "text/turtle" } })).toMatchObject({ status: 406 });
  // What was read can be sent back, and changes nothing.
  const same = await one("PUT", name, { json: first, headers: { "if-match": '"1"' } });
  expect(same).toMatchObject({ status: 200, headers: { etag: '"1"' }, body: made.body });

  const changed = {
    ...first,
    body: first.body
      .filter(({ purpose }) => purpose !== "tagging")
      .map((each) => (each.purpose === "classifying" ? { ...each, value: "Mostly true" } : each)),
  };
  const put = (headers: object, json: object = changed) => one("PUT", name, { json, headers });
  expect(await put({})).toMatchObject({ status: 428 });
  expect(await put({ "if-match": '"7"' })).toMatchObject({ status: 412, headers: { etag: '"1"' } });
  expect(await put({ "if-match": '"1"' })).toMatchObject({
    status: 200,
    body: { body: changed.body, target: first.target },
  });
  expect(await one("DELETE", name, { headers: { "if-match": '"1"' } })).toMatchObject({ status: 412 });
  expect(await one("DELETE", name, { headers: { "if-match": "*" } })).toMatchObject({ status: 204 });
  expect(await one("GET", name)).toMatchObject({ status: 404 });
});

test("an annotation of one article gives an equal one in another", async () => {
  const [here, there] = [await open(), await open()];
  const bodies = [text("classifying", "True"), text("describing", "It rose."), text("assessing", "It did.")];
  const made = (await here.container("POST", { json: here.send("It rose again", bodies) }))
    .body as unknown as Annotation;
  const { target } = there.send("x");
  const copy = await there.container("POST", {
    json: { ...made, target: { ...made.target, source: target.source } },
  });
  expect(copy).toMatchObject({
    status: 201,
    body: { body: made.body, target: { selector: made.target.selector } },
  });
});

test("the container has its claims in the form that is preferred", async () => {
  const { container, send } = await open();
  const empty = await container("GET");
  expect(empty.body).toMatchObject({ total: 0 });
  for (const exact of ["Then it fell", "Trade rose"]) await container("POST", { json: send(exact) });
  const prefer = (...names: string[]) => ({
    headers: { prefer: `return=representation;include="${names.join(" ")}"` },
  });
  const all = await container("GET");
  expect(all).toMatchObject({
    status: 200,
    headers: {
      link: expect.stringContaining('<http://www.w3.org/ns/ldp#BasicContainer>; rel="type"'),
      allow: "GET, HEAD, POST, OPTIONS",
      "accept-post": expect.stringContaining("application/ld+json"),
      etag: expect.stringMatching(/^"[\w-]+"$/),
    },
    body: { type: ["BasicContainer", "AnnotationCollection"], total: 2, first: { startIndex: 0 } },
  });
  const former = { "if-none-match": String(empty.headers.etag) };
  expect(await container("GET", { headers: former })).toMatchObject({ status: 200, body: all.body });
  const known = { "if-none-match": `W/${all.headers.etag}, "other"` };
  expect(await container("GET", { headers: known })).toMatchObject({
    status: 304,
    headers: { etag: all.headers.etag, vary: "Accept, Authorization, Prefer" },
    body: null,
  });
  const accepting = (accept: string, more: object = {}) => container("GET", { headers: { accept, ...more } });
  expect(await accepting("text/turtle")).toMatchObject({
    status: 406,
    body: { types: [all.headers["content-type"], "application/json"] },
  });
  expect(await accepting("text/turtle, */*;q=0.1")).toMatchObject({ status: 200, body: all.body });
  expect((await accepting("application/json")).headers["content-type"]).toBe("application/json");
  const { first, id } = all.body as { first: { items: Annotation[]; id: string }; id: string };
  expect(id).toMatch(/\/annotations\/$/);
  expect(first.items.map(({ target }) => target.selector[0]?.exact)).toEqual(["Trade rose", "Then it fell"]);
  const iris = await container("GET", prefer("http://www.w3.org/ns/oa#PreferContainedIRIs"));
  expect(iris).toMatchObject({
    headers: { "preference-applied": "return=representation" },
    body: { first: { items: first.items.map((item) => item.id) } },
  });
  const minimal = await container(
    "GET",
    prefer("http://www.w3.org/ns/ldp#PreferMinimalContainer", "http://www.w3.org/ns/oa#PreferContainedIRIs"),
  );
  expect(minimal.body).toMatchObject({ total: 2, first: `${id}?iris=1&page=0`, last: `${id}?iris=1&page=0` });
  const page = await container("GET", { query: "?iris=0&page=0" });
  expect(page.body).toMatchObject({ items: first.items, partOf: { id, total: 2 } });
  for (const item of first.items)
    expect(w3cFaults("annotation", { "@context": "http://www.w3.org/ns/anno.jsonld", ...item })).toEqual([]);
  expect(await container("GET", { query: "?page=1" })).toMatchObject({ status: 404 });
});

test("what a claim can't have is refused, and so is what is not clear", async () => {
  const { container, one, send } = await open();
  const made = await container("POST", { json: send("Then it fell", [text("describing", "It fell.")]) });
  const own = made.body as unknown as Annotation;
  const headers = { "if-match": "*" };
  const put = (more: object) => one("PUT", idOf(own), { json: { ...own, ...more }, headers });
  const post = (json: object) => container("POST", { json });
  const rows: [string, { status: number; body: unknown }, number, string][] = [
    [
      "another page",
      await post({ ...send("fell"), target: { ...own.target, source: "https://x.example/" } }),
      422,
      "/target/source",
    ],
    ["no passage", await post(send("nowhere")), 422, "/target/selector"],
    ["an unknown rating", await post(send("rose to", [text("classifying", "Great")])), 422, "/body"],
    [
      "markup",
      await post(send("rose to", [{ ...text("describing", "<b>"), format: "text/html" }])),
      422,
      "/body/0/format",
    ],
    [
      "a style sheet",
      await post(send("rose to", [], { stylesheet: "https://x.example/" })),
      422,
      "/stylesheet",
    ],
    ["words that appear twice", await post(send("rose")), 409, ""],
    ["a claim that is there", await post(send("Then it fell", [text("describing", "It fell.")])), 409, ""],
    [
      "another passage",
      await put({ target: { ...own.target, selector: [{ type: "TextQuoteSelector", exact: "Trade" }] } }),
      422,
      "/target/selector",
    ],
    ["a comment", await put({ body: [...own.body, text("commenting", "Hm.")] }), 422, "/body"],
    ["another author", await put({ creator: { type: "Person", name: "Eve" } }), 422, "/creator"],
    ["reasons without a rating", await put({ body: [...own.body, text("assessing", "So.")] }), 422, "/body"],
  ];
  for (const [name, answer, status, pointer] of rows) {
    expect([name, answer.status]).toEqual([name, status]);
    const { errors = [] } = answer.body as { errors?: { pointer: string }[] };
    expect([name, errors[0]?.pointer ?? ""]).toEqual([name, pointer]);
  }
});
