import { expect, test } from "vitest";
import { parseMultipart } from "./parse-multipart";

const TYPE = 'multipart/form-data; boundary="b b"';
const part = (header: string, content: string) => `--b b\r\n${header}\r\n\r\n${content}\r\n`;
const field = (name: string, content: string) =>
  part(`Content-Disposition: form-data; name="${name}"`, content);
const parse = async (text: string, type = TYPE, max = 3) => {
  const parsed = await parseMultipart(Buffer.from(text), type, max);
  return parsed.ok
    ? parsed.value.map(({ name, filename, bytes }) => [name, filename, bytes.toString()])
    : parsed.error;
};

test.each<[what: string, text: string, parts: unknown]>([
  ["a field", `${field("a", "1")}--b b--\r\n`, [["a", null, "1"]]],
  ["no line break at the end", `${field("a", "1")}--b b--`, [["a", null, "1"]]],
  ["an empty field", `${field("a", "")}--b b--`, [["a", null, ""]]],
  ["a text before the first field", `Hello.\r\n${field("a", "1")}--b b--`, "malformed"],
  ["no fields", "--b b--", []],
  [
    "a file",
    `${part('content-disposition: form-data; name="file"; filename="é %22a%22.txt"\r\nContent-Type: text/plain', "One\r\n\r\nTwo")}--b b--`,
    [["file", 'é "a".txt', "One\r\n\r\nTwo"]],
  ],
  ["an escaped quotation mark", `${field('a\\"', "1")}--b b--`, [['a"', null, "1"]]],
  [
    "a name without quotation marks",
    `${part("Content-Disposition: form-data; name=a", "1")}--b b--`,
    [["a", null, "1"]],
  ],
  ["a boundary that only begins like it", `${field("a", "1\r\n--b bc\r\n--b")}--b b--`, "malformed"],
  [
    "spaces after the boundary",
    `${field("a", "1")}--b b  \r\nContent-Disposition: form-data; name="b"\r\n\r\n2\r\n--b b--`,
    [
      ["a", null, "1"],
      ["b", null, "2"],
    ],
  ],
  ["three fields", `${field("a", "1").repeat(3)}--b b--`, Array(3).fill(["a", null, "1"])],
  ["four fields, one too many", `${field("a", "1").repeat(4)}--b b--`, "too-many-parts"],
  ["no end", field("a", "1"), "malformed"],
  [
    "a boundary that is in the text all the time",
    `${field("a", "\r\n--b bc".repeat(2_000))}--b b--`,
    "malformed",
  ],
  ["no boundary in it", "Hello.", "malformed"],
  ["nothing", "", "malformed"],
  ["a part without a name", `${part("Content-Disposition: form-data", "1")}--b b--`, "malformed"],
  ["a part without a header", "--b b\r\n\r\n1\r\n--b b--", "malformed"],
  [
    "a header that is too long",
    `${part(`X: ${"x".repeat(20_000)}\r\nContent-Disposition: form-data; name="a"`, "1")}--b b--`,
    "malformed",
  ],
  [
    "base64",
    `${part('Content-Disposition: form-data; name="a"\r\nContent-Transfer-Encoding: base64', "MQ==")}--b b--`,
    "malformed",
  ],
])("%s", async (_, text, parts) => {
  expect(await parse(text)).toEqual(parts);
});

test("without a boundary in the type, nothing is read", async () => {
  expect(await parse(`${field("a", "1")}--b b--`, "multipart/form-data")).toBe("malformed");
});

test("what a browser writes is read", async () => {
  const form = new FormData();
  form.set("file", new File(["One.\r\n--"], 'a "b".txt'));
  form.set("rows", "[0]");
  const request = new Request("https://example.org/", { method: "POST", body: form });
  const bytes = Buffer.from(await request.arrayBuffer());
  const parsed = await parseMultipart(bytes, request.headers.get("content-type") ?? "", 3);
  expect(parsed).toMatchObject({
    ok: true,
    value: [
      { name: "file", filename: 'a "b".txt', bytes: Buffer.from("One.\r\n--") },
      { name: "rows", filename: null, bytes: Buffer.from("[0]") },
    ],
  });
});

test.each([0, 1, 2, 3, 60, 70])("a file of two steps and %i bytes is read whole", async (more) => {
  const content = "\r\n--b ".repeat((2 * 1024 * 1024 - 72) / 6) + "x".repeat(more);
  expect(await parse(`${field("a", content)}--b b--\r\n`)).toEqual([["a", null, content]]);
});
