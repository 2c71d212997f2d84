import { generateKeyPairSync } from "node:crypto";
import { expect, test } from "vitest";
import { type PublicKey, type ReportSignature, signReport, verifyReport } from "./report-signature";

const { publicKey, privateKey } = generateKeyPairSync("ed25519");
const { x = "" } = publicKey.export({ format: "jwk" });
const key: PublicKey = { kty: "OKP", crv: "Ed25519", x, kid: "key-1" };
const report = { title: "Café", claims: [{ number: 1, rating: "false" }] };
const signature = signReport(report, {
  keyId: "key-1",
  keys: "https://example.org/.well-known/obelus-key.json",
  revision: 0,
  key: privateKey,
});
const other = generateKeyPairSync("ed25519").publicKey.export({ format: "jwk" }).x ?? "";

test.each<[string, object, Partial<ReportSignature>, unknown[], string]>([
  ["as it was signed", report, {}, [key], "valid"],
  ["with its signature in it", { ...report, signature }, {}, [key], "valid"],
  ["with its members in another order", { claims: report.claims, title: "Café" }, {}, [key], "valid"],
  ["beside retired keys and keys of other kinds", report, {}, [{ kty: "RSA" }, key], "valid"],
  ["with another rating", { ...report, claims: [{ number: 1, rating: "true" }] }, {}, [key], "changed"],
  ["with one more member", { ...report, note: "" }, {}, [key], "changed"],
  ["with another revision", report, { revision: 1 }, [key], "changed"],
  ["with another signature", report, { value: "A".repeat(86) }, [key], "changed"],
  ["signed with another key of that name", report, {}, [{ ...key, x: other }], "changed"],
  ["signed with a key that is not trusted", report, {}, [{ ...key, kid: "key-2" }], "unknown-key"],
  ["without any key", report, {}, [], "unknown-key"],
])("a report %s", (_, checked, change, keys, result) => {
  expect(verifyReport(checked, { ...signature, ...change }, keys).kind).toBe(result);
});
