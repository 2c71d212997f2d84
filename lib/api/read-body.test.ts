import { expect, test } from "vitest";
import { readBody } from "./read-body";

const rules = { limit: 4_000_000, formLimit: 5_000_000 };

function post(body: BodyInit, type?: string): Request {
  return new Request("https://example.org/", {
    method: "POST",
    body,
    ...(type && { headers: { "content-type": type } }),
  });
}

function form(fields: number, content = "One.", value: string | Blob = "--value"): Request {
  const body = new FormData();
  body.set("file", new File([content], "one.txt"));
  for (let field = 1; field < fields; field++) body.append(`field${field}`, value);
  return post(body);
}

const json = (value: unknown) => post(JSON.stringify(value), "application/json");

test.each<[what: string, request: () => Request]>([
  ["an object", () => json({ title: "One, two" })],
  ["a long text with separators", () => json({ title: '",:[{'.repeat(100_000) })],
  ["a list of 20,000 entries", () => json(Array.from({ length: 20_000 }, () => 1))],
  ["a form with 100 fields", () => form(100)],
])("%s is read", async (_, request) => {
  expect(await readBody(request(), rules)).toMatchObject({ ok: true });
});

const values = "The body has more than 50,000 values. Send fewer.";
const fields = "The form has more than 100 fields. Send the file with its few fields only.";

test.each<[what: string, request: () => Request, problem: string, detail: string]>([
  ["300,000 texts", () => json({ tags: Array(300_000).fill("a") }), "invalid", values],
  ["300,000 objects", () => json({ evidence: Array(300_000).fill({}) }), "invalid", values],
  ["100,000 nested lists", () => post("[".repeat(100_000), "application/json"), "invalid", values],
  ["a form with 101 fields", () => form(101), "invalid", fields],
  [
    "JSON that is too large",
    () => json("a".repeat(4_000_000)),
    "body-too-large",
    "The limit of a JSON body is 4,000,000 bytes. Send multipart/form-data with the file in its field `file`: then the limit is 5,000,000 bytes.",
  ],
  [
    "a form that is too large",
    () => form(1, "a".repeat(5_000_000)),
    "body-too-large",
    "The limit of a form is 5,000,000 bytes. Send a smaller file.",
  ],
  [
    "a form with a long field",
    () => form(2, "One.", "a".repeat(1024 * 1024 + 1)),
    "invalid",
    "The field field1 is longer than 1,048,576 bytes. Send less.",
  ],
  [
    "an unfinished object",
    () => post("{", "application/json"),
    "malformed-body",
    "The body is not JSON in UTF-8.",
  ],
  [
    "bytes that are not UTF-8",
    () => post(new Uint8Array([0x22, 0xff, 0x22]), "application/json"),
    "malformed-body",
    "The body is not JSON in UTF-8.",
  ],
])("%s: refused", async (_, request, problem, detail) => {
  expect(await readBody(request(), rules)).toMatchObject({ ok: false, error: { problem, detail } });
});

test("a field of a form can have a media type of its own", async () => {
  const read = await readBody(form(2, "One.", new Blob(["[1]"], { type: "application/json" })), rules);
  expect(read).toMatchObject({ ok: true, value: { value: { field1: "[1]" }, file: { name: "one.txt" } } });
});
