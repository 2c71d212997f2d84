import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { chooseEncoding, encodeDocument } from "./encode-document";

test.each([
  [undefined, "identity"],
  ["", "identity"],
  ["gzip, deflate, br, zstd", "br"],
  ["gzip, deflate", "gzip"],
  ["GZIP", "gzip"],
  ["br;q=0, gzip;q=0.5", "gzip"],
  ["br; q=0.0", "identity"],
  ["br;q=0.001", "br"],
  ["identity", "identity"],
  ["brotli", "identity"],
])("a client that accepts %j gets %s", (accepted, encoding) => {
  expect(chooseEncoding(accepted)).toBe(encoding);
});

test("every encoding holds the same document, and its tag depends on its content", async () => {
  const one = await encodeDocument("<p>Grün †</p>", 200);
  expect(one.bodies.identity.toString()).toBe("<p>Grün †</p>");
  expect(brotliDecompressSync(one.bodies.br).equals(one.bodies.identity)).toBe(true);
  expect(gunzipSync(one.bodies.gzip).equals(one.bodies.identity)).toBe(true);
  expect(one.etag).toMatch(/^W\/"[\w-]{27}"$/);
  expect((await encodeDocument("<p>Grün †</p>", 200)).etag).toBe(one.etag);
  expect((await encodeDocument("<p>Rot †</p>", 200)).etag).not.toBe(one.etag);
});
