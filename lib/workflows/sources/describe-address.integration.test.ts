import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { findSource } from "@/lib/db/sources";
import { makePerson, must } from "@/lib/testing/factories";
import { withTestDatabase } from "@/lib/testing/test-database";
import { addSource } from "./add-source";
import { createSource } from "./create-source";
import { describeAddress } from "./describe-address";

vi.mock("@/lib/env", async (load) => {
  const real = await load<typeof import("@/lib/env")>();
  return { ...real, env: () => ({ ...real.parseEnv(process.env), fetchAllowHosts: ["127.0.0.1"] }) };
});

/** An archive, which no test asks: it has a copy of every page. */
vi.mock("@/lib/fetching/guarded-fetch", async (load) => {
  const real = await load<typeof import("@/lib/fetching/guarded-fetch")>();
  const copy = new TextEncoder().encode("<title>Trade rose once</title><p>It doubled.</p>");
  return {
    ...real,
    guardedFetch: async (...input: Parameters<typeof real.guardedFetch>) =>
      input[0].startsWith("https://web.archive.org/")
        ? { ok: true, value: { address: input[0], bytes: copy } }
        : real.guardedFetch(...input),
  };
});

let site = "";
let server: Server;

beforeAll(async () => {
  const page = (canonical: string) =>
    `<title>Trade rose</title><link rel="canonical" href="${canonical}"><p>It doubled.</p>`;
  server = createServer((request, response) => {
    response.setHeader("content-type", "text/html");
    if (request.url === "/short") response.writeHead(302, { location: "/story" }).end();
    else if (request.url === "/print?of=story") response.end(page(`${site}/story`));
    else if (request.url?.startsWith("/fresh")) response.end(page(`${site}/fresh`));
    else if (request.url === "/careless") response.end(page(`${site}/`));
    else if (request.url === "/missing") response.writeHead(404).end();
    else if (request.url === "/copied") response.end(page("https://elsewhere.example/story"));
    else response.end(page(""));
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

withTestDatabase();

test.each([
  ["the address itself", "/story#end", "known"],
  ["one that leads there", "/short", "known"],
  ["one whose page calls itself so", "/print?of=story", "known"],
  ["another", "/other", "described"],
  ["one that takes the front page for its own", "/careless", "described"],
  ["a copy that names where it was taken from", "/copied", "described"],
])("the desk knows a source by %s", async (_, path, kind) => {
  const actor = await makePerson();
  for (const url of [`${site}/story`, `${site}/`, "https://elsewhere.example/story"])
    await createSource(actor, { url, title: url, kind: "article" });
  expect(must(await describeAddress(actor, { address: site + path })).kind).toBe(kind);
});

test("a source is added by its address alone, and one that the desk has is opened", async () => {
  const actor = await makePerson({ role: "checker" });
  const first = must(await addSource(actor, { address: `${site}/added`, title: "" }));
  if (first.kind !== "added") throw new Error(first.kind);
  expect(await findSource(undefined, first.id)).toMatchObject({ title: "Trade rose", url: `${site}/added` });
  expect(must(await addSource(actor, { address: `${site}/added#part`, title: "" }))).toEqual({
    kind: "known",
    id: first.id,
  });
});

test("an address that cannot be added says what to do, and a title is enough", async () => {
  const actor = await makePerson();
  const gone = `${site}/missing`;
  expect(await addSource(actor, { address: gone, title: "" })).toMatchObject({
    error: { fields: { address: [expect.stringContaining("enter its title and add it anyway")] } },
  });
  expect(must(await addSource(actor, { address: gone, title: "A page of old" })).kind).toBe("added");
  expect(must(await addSource(actor, { address: "", title: "A book" })).kind).toBe("added");
  expect(await addSource(actor, { address: " ", title: " " })).toMatchObject({ error: { kind: "invalid" } });
});

test("an archived address is read as the page, with that archive link", async () => {
  const actor = await makePerson();
  const page = "https://archived.example/story";
  const copy = `https://web.archive.org/web/20240517101500/${page}`;
  const added = must(await addSource(actor, { address: copy, title: "" }));
  const id = added.kind === "same-title" ? "" : added.id;
  expect(await findSource(undefined, id)).toMatchObject({
    title: "Trade rose once",
    url: page,
    archiveUrl: copy,
  });
  expect(must(await describeAddress(actor, { address: page }))).toMatchObject({ source: { id } });
  expect(must(await describeAddress(actor, { address: copy }))).toMatchObject({ source: { id } });
});

test("tracking parameters are removed from an address", async () => {
  const described = must(
    await describeAddress(await makePerson(), { address: `${site}/fresh?utm_source=mail` }),
  );
  expect(described).toMatchObject({ kind: "described", fields: { url: `${site}/fresh` } });
});
