import { generateKeyPairSync, sign } from "node:crypto";
import { expect, test } from "vitest";
import { signedText } from "@/lib/reports/publications/signed-text";
import { verifyFile } from "./verify-file";

const { publicKey, privateKey } = generateKeyPairSync("ed25519");
const key = { ...publicKey.export({ format: "jwk" }), kid: "key-1", createdAt: "2026-11-01T00:00:00Z" };
const report = {
  article: { title: "Café – 北京", slug: "trade" },
  publication: { number: 2, publishedAt: "2026-11-30T10:00:00.000Z" },
  claims: [{ number: 1, figure: 240.5, rating: "false" }],
};
const site = { keys: [{ kty: "RSA" }, null, key], host: "desk.example" };

const elsewhere = "https://other.example/keys";

/** The file as readers save it. @param change of the report after it was signed */
function file(
  { keys = "https://desk.example/.well-known/obelus-key.json", keyId = "key-1" } = {},
  change = {},
) {
  const value = sign(null, Buffer.from(signedText(report, { keyId, revision: 1 })), privateKey);
  const signature = { keyId, keys, revision: 1, value: value.toString("base64url") };
  return JSON.stringify({ ...report, ...change, signature });
}

test("a file as it was published says what it is", async () => {
  expect(await verifyFile(file(), site)).toEqual({
    kind: "valid",
    title: "Café – 北京",
    slug: "trade",
    publication: 2,
    signedAt: "2026-11-30T10:00:00.000Z",
    claims: { included: 1, all: 1 },
  });
});

test("a file of selected claims says of how many", async () => {
  const part = { ...report, selection: { of: 21 } };
  const signed = signedText(part, { keyId: "key-1", revision: 0 });
  const value = sign(null, Buffer.from(signed), privateKey).toString("base64url");
  const text = JSON.stringify({
    ...part,
    signature: { keyId: "key-1", keys: elsewhere, revision: 0, value },
  });
  expect(await verifyFile(text, site)).toMatchObject({ kind: "valid", claims: { included: 1, all: 21 } });
});

test.each<[string, string, object]>([
  [
    "indented in another way, with a byte order mark",
    `\ufeff${JSON.stringify(JSON.parse(file()), null, 4)}`,
    { kind: "valid" },
  ],
  ["with another figure", file().replace("240.5", "240.6"), { kind: "changed" }],
  ["with one more member", file({}, { note: "" }), { kind: "changed" }],
  ["with another revision", file().replace('"revision":1', '"revision":0'), { kind: "changed" }],
  ["with half of a character", file().replace("Café", "Caf\\ud83d"), { kind: "changed" }],
  [
    "of another site",
    file({ keys: elsewhere, keyId: "k" }),
    { kind: "other-publisher", host: "other.example" },
  ],
  ["with our key, whatever address it names", file({ keys: elsewhere }), { kind: "valid" }],
  ["with a key that we never had", file({ keyId: "key-2" }), { kind: "forged" }],
  ["without a signature", JSON.stringify(report), { kind: "unsigned" }],
  ["with a signature of another form", JSON.stringify({ ...report, signature: "x" }), { kind: "unreadable" }],
  ["that is a list", "[]", { kind: "unreadable" }],
  ["that is no JSON", "{", { kind: "unreadable" }],
  ["that is empty", "", { kind: "unreadable" }],
])("a file %s", async (_, text, expected) => {
  expect(await verifyFile(text, site)).toMatchObject(expected);
});
