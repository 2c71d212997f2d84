import { readFileSync } from "node:fs";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { chooseEncoding, compressBest, encodeDocument } from "./encode-document";

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

/** Real prose: what is made up by a rule is compressed in another way. */
const PROSE = "scripts/bench/reader/public-releases.txt";

test("compressed again, it is the same document in fewer bytes", async () => {
  const html = readFileSync(PROSE, "utf8").slice(0, 60_000);
  const first = await encodeDocument(html, 200);
  const best = await compressBest(first);
  expect(best?.bodies.br.length).toBeLessThan(first.bodies.br.length);
  expect(best && brotliDecompressSync(best.bodies.br).toString()).toBe(html);
  expect(best).toMatchObject({ status: 200, etag: first.etag });
  expect(best?.size).toBe(first.size - first.bodies.br.length + (best?.bodies.br.length ?? 0));
});

test("what is too long stays as it was first compressed", async () => {
  const long = await encodeDocument("x".repeat(8_000_001), 200);
  expect(await compressBest(long)).toBeNull();
});
