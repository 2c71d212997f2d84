import fc from "fast-check";
import { Client } from "pg";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { findChainHead } from "@/lib/db/audit-chain";
import { appendAuditEvent } from "@/lib/db/audit-events";
import { disconnect } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import { err, ok } from "@/lib/result";
import { withTestDatabase } from "@/lib/testing/test-database";
import { verifyAudit } from "./verify-audit";

withTestDatabase();
afterAll(() => disconnect());

/** What a person with full access to the database could do. */
async function asSuperuser(...statements: string[]): Promise<void> {
  const client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  try {
    await client.query("SET session_replication_role = replica");
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** The application's own way to the database. */
async function plainly(statement: string): Promise<unknown> {
  const client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  try {
    return await client.query(statement);
  } finally {
    await client.end();
  }
}

const entry = (targetId: string, to: object = { n: targetId }) => ({
  actorId: null,
  action: "claim.edit",
  targetType: "claim" as const,
  targetId,
  to,
});

const append = (targetId: string, to?: object) =>
  inTransaction(async (tx) => ok(await appendAuditEvent(tx, entry(targetId, to))));

const count = async () => Number((await findChainHead())?.sequence);

describe("the chain", () => {
  test("many transactions at once make one chain without fork or gap, also where some are taken back", async () => {
    const before = await count();
    const work = Array.from({ length: 120 }, (_, index) =>
      inTransaction(async (tx) => {
        for (let event = 0; event < 1 + (index % 3); event++)
          await appendAuditEvent(tx, entry(`${index}-${event}`));
        return index % 5 === 0 ? err({ kind: "invalid", message: "taken back" }) : ok(null);
      }),
    );
    const results = await Promise.all(work);
    expect(results.filter((result) => result.ok)).toHaveLength(96);
    const kept = results.reduce((sum, result, index) => sum + (result.ok ? 1 + (index % 3) : 0), 0);
    expect(await verifyAudit()).toMatchObject({ ok: true, value: { count: before + kept } });
  });

  test("an open transaction blocks no one", async () => {
    let finish = () => {};
    const held = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const long = inTransaction(async (tx) => {
      await appendAuditEvent(tx, entry("long"));
      await held;
      return ok(null);
    });
    // Would not come back while the long one is open, if that held a lock.
    expect(await append("short")).toMatchObject({ ok: true });
    finish();
    await long;
    expect(await verifyAudit()).toMatchObject({ ok: true });
  });

  test("what is read from the database has the hash of what was written, whatever it is", async () => {
    const json = fc.dictionary(
      fc.string({ unit: "grapheme" }).map((key) => key.replaceAll("\0", "")),
      fc
        .jsonValue({ stringUnit: "grapheme" })
        .map((value) => JSON.parse(JSON.stringify(value).replaceAll("\\u0000", ""))),
    );
    await fc.assert(
      fc.asyncProperty(json, async (to) => {
        await append("any", to);
      }),
      { numRuns: 100 },
    );
    await append(
      "names",
      JSON.parse('{"__proto__": [1], "constructor": {"__proto__": null}, "toString": 2}'),
    );
    await append("numbers", {
      values: [0.1, 1e21, 1e-7, 5e-324, 1.7976931348623157e308, -0, 123456789012345680000],
    });
    expect(await verifyAudit()).toMatchObject({ ok: true });
  });

  test.each([
    ["changed", `UPDATE "AuditEvent" SET "action" = 'x'`],
    ["rehashed", `UPDATE "AuditEvent" SET "hash" = repeat('0', 64)`],
    ["deleted", `DELETE FROM "AuditEvent"`],
    ["emptied", `TRUNCATE "AuditEvent"`],
    [
      "put in with a place",
      `INSERT INTO "AuditEvent" ("action", "targetType", "targetId", "sequence") VALUES ('x', 'claim', '1', 1)`,
    ],
    [
      "put in without a hash",
      `INSERT INTO "AuditEvent" ("action", "targetType", "targetId") VALUES ('x', 'claim', '1')`,
    ],
    ["given another head", `UPDATE "AuditHead" SET "sequence" = 0`],
    ["left without a head", `DELETE FROM "AuditHead"`],
  ])("the log cannot be %s", async (_, statement) => {
    await append("kept");
    await expect(plainly(statement)).rejects.toThrow(/refused|never change|chain is made here/);
  });
});

describe("tampering with full database access is detected", () => {
  let known = "";
  beforeEach(async () => {
    await asSuperuser(
      `DELETE FROM "AuditEvent"`,
      `UPDATE "AuditHead" SET "sequence" = 0, "hash" = "earlierHash"`,
    );
    for (const name of ["a", "b", "c", "d"]) await append(name);
    const head = await findChainHead();
    known = head?.hash ?? "";
    expect(await verifyAudit({ known })).toMatchObject({ ok: true, value: { count: 4, hash: known } });
  });

  test.each([
    ["a row changed", [`UPDATE "AuditEvent" SET "to" = '{"n": "z"}' WHERE "sequence" = 2`], 2, /was changed/],
    [
      "another time given",
      [`UPDATE "AuditEvent" SET "at" = "at" + interval '1 s' WHERE "sequence" = 3`],
      3,
      /was changed/,
    ],
    [
      "a row deleted in the middle",
      [`DELETE FROM "AuditEvent" WHERE "sequence" = 2`],
      3,
      /Event 2 is missing/,
    ],
    [
      "the last row deleted",
      [`DELETE FROM "AuditEvent" WHERE "sequence" = 4`],
      4,
      /newest events were removed/,
    ],
    [
      "two rows in each other's place",
      [
        `UPDATE "AuditEvent" SET "sequence" = -"sequence" WHERE "sequence" IN (2, 3)`,
        `UPDATE "AuditEvent" SET "sequence" = 5 + "sequence" WHERE "sequence" < 0`,
      ],
      2,
      /does not follow the event before/,
    ],
    ["the head moved back", [`UPDATE "AuditHead" SET "sequence" = 3`], 4, /head of the log does not match/],
    ["the head deleted", [`DELETE FROM "AuditHead"`], null, /head of the log is missing/],
    [
      "a row put in past the chain",
      [`INSERT INTO "AuditEvent" ("action", "targetType", "targetId") VALUES ('x', 'claim', '1')`],
      null,
      /is not in the chain/,
    ],
  ])("%s", async (_, statements, sequence, message) => {
    await asSuperuser(...statements);
    try {
      const verified = await verifyAudit();
      expect(verified).toMatchObject({ ok: false, error: { message: expect.stringMatching(message) } });
      if (!verified.ok && sequence !== null) expect(verified.error.sequence).toBe(sequence);
    } finally {
      await asSuperuser(
        `INSERT INTO "AuditHead" SELECT 1, 0, repeat('0', 64), 0, audit_earlier_digest(0) WHERE NOT EXISTS (SELECT 1 FROM "AuditHead")`,
      );
    }
  });

  test("the last row and the head with it: only a head that was written down tells", async () => {
    await asSuperuser(
      `DELETE FROM "AuditEvent" WHERE "sequence" = 4`,
      `UPDATE "AuditHead" h SET "sequence" = 3, "hash" = e."hash" FROM "AuditEvent" e WHERE e."sequence" = 3`,
    );
    expect(await verifyAudit()).toMatchObject({ ok: true });
    expect(await verifyAudit({ known })).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining("does not appear in the log") },
    });
  });

  test("events from before the chain started are covered by one digest", async () => {
    await asSuperuser(
      `DELETE FROM "AuditEvent"`,
      `INSERT INTO "AuditEvent" ("action", "targetType", "targetId", "to") VALUES ('old', 'claim', '1', '{"a": 1}'), ('old', 'claim', '2', NULL)`,
      `UPDATE "AuditHead" SET "sequence" = 0, "earlierId" = (SELECT max("id") FROM "AuditEvent")`,
      `UPDATE "AuditHead" SET "earlierHash" = audit_earlier_digest("earlierId"), "hash" = audit_earlier_digest("earlierId")`,
    );
    await append("new");
    expect(await verifyAudit()).toMatchObject({ ok: true, value: { count: 1, earlier: 2 } });
    await asSuperuser(`UPDATE "AuditEvent" SET "to" = '{"a": 2}' WHERE "targetId" = '1'`);
    expect(await verifyAudit()).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining("before the chain") },
    });
    await asSuperuser(
      `DELETE FROM "AuditEvent"`,
      `UPDATE "AuditHead" SET "earlierId" = 0, "earlierHash" = audit_earlier_digest(0)`,
    );
  });
});
