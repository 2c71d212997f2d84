import { beforeAll, expect, test, vi } from "vitest";
import { runSql } from "@/lib/testing/run-sql";
import { setEnv } from "@/lib/testing/set-env";
import { withTestDatabase } from "@/lib/testing/test-database";
import { type ReportSignature, verifyReport } from "./report-signature";
import { signatureOf, signedJson } from "./signed-json";
import { currentSigningKey, listPublicKeys, rotateSigningKey } from "./signing-key";

withTestDatabase();

beforeAll(() => setEnv({ NEXTAUTH_SECRET: "the secret of this installation, which is long enough" }));

const now = new Date("2026-05-01T09:00:00Z");
const json = Buffer.from(`${JSON.stringify({ title: "Trade" }, null, 2)}\n`);
const newReport = () => ({ publication: { id: crypto.randomUUID(), revision: 0 }, json });

test("instances that start together make one key", async () => {
  const keys = await Promise.all(Array.from({ length: 5 }, () => currentSigningKey(now)));
  expect(new Set(keys.map(({ keyId }) => keyId)).size).toBe(1);
  expect(await listPublicKeys(now)).toEqual([
    expect.objectContaining({ kid: keys[0]?.keyId, createdAt: now.toISOString(), retiredAt: null }),
  ]);
});

test("a signed file keeps its bytes before the signature, and is valid", async () => {
  const signed = JSON.parse((await signedJson(newReport())).toString()) as { signature: ReportSignature };
  expect((await signedJson(newReport())).toString()).toContain('{\n  "title": "Trade",\n  "signature": {');
  expect(verifyReport(signed, signed.signature, await listPublicKeys(now))).toMatchObject({ kind: "valid" });
});

/** A signature of a new publication. */
async function sign(): Promise<ReportSignature> {
  const signature = await signatureOf(newReport());
  if (!signature) throw new Error("nothing can be signed");
  return signature;
}

test("without a secret nothing is signed", async () => {
  const secret = process.env.NEXTAUTH_SECRET;
  setEnv({ NEXTAUTH_SECRET: undefined });
  const report = newReport();
  expect(await signatureOf(report)).toBeNull();
  expect((await signedJson(report)).equals(json)).toBe(true);
  setEnv({ NEXTAUTH_SECRET: secret });
});

test("after a rotation the new key signs, and earlier files stay valid", async () => {
  const before = await sign();
  const keyId = await rotateSigningKey(new Date("2026-05-02T09:00:00Z"));
  const after = await sign();
  expect([before.keyId === keyId, after.keyId === keyId]).toEqual([false, true]);
  const keys = await listPublicKeys(now);
  for (const signature of [before, after])
    expect(verifyReport({ title: "Trade" }, signature, keys)).toMatchObject({ kind: "valid" });
  expect(keys.map(({ retiredAt }) => retiredAt)).toEqual([null, "2026-05-02T09:00:00.000Z"]);
});

test("the private key is stored sealed", async () => {
  const rows = await runSql(`SELECT "privateKey" FROM "SigningKey"`);
  for (const { privateKey } of rows) expect(privateKey).not.toContain("PRIVATE");
});

test("a new secret of the installation means a new key, and the old one stays listed", async () => {
  const log = vi.spyOn(console, "warn").mockImplementation(() => undefined);
  const before = await listPublicKeys(now);
  setEnv({ NEXTAUTH_SECRET: "another secret of this installation, long enough" });
  const { keyId } = await currentSigningKey(now);
  log.mockRestore();
  expect(before.map(({ kid }) => kid)).not.toContain(keyId);
  expect((await listPublicKeys(now)).map(({ kid }) => kid)).toEqual(
    expect.arrayContaining([keyId, ...before.map(({ kid }) => kid)]),
  );
});

test("each new key is in the audit log", async () => {
  const [made] = await runSql(
    `SELECT count(*)::int AS "count" FROM "AuditEvent" WHERE "targetId" = 'signingKey'`,
  );
  const [stored] = await runSql(`SELECT count(*)::int AS "count" FROM "SigningKey"`);
  expect(made).toEqual(stored);
});
