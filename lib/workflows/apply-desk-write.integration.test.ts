import { Client } from "pg";
import { describe, expect, it } from "vitest";
import type { Claim } from "@/lib/claims/claim";
import { contentOfClaim } from "@/lib/claims/claim-content";
import { forgetAppliedOperations } from "@/lib/db/applied-operations";
import type { DeskWrite, Written } from "@/lib/live/desk-write";
import { makeClaim, makePerson, must, reloadClaim } from "@/lib/testing/factories";
import { withTestDatabase } from "@/lib/testing/test-database";
import { applyDeskWrite } from "./apply-desk-write";

withTestDatabase();

const key = () => crypto.randomUUID();

async function count(sql: string, ...values: unknown[]): Promise<number> {
  const client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  try {
    const { rows } = await client.query<{ count: string }>(`SELECT count(*) AS count FROM ${sql}`, values);
    return Number(rows[0]?.count);
  } finally {
    await client.end();
  }
}

function claimIn(written: Written): Claim {
  if (written.kind !== "claim") throw new Error(`it led to: ${written.kind}`);
  return written.claim;
}

const edits = (claimId: string) =>
  count(`"AuditEvent" WHERE "targetId" = $1 AND "action" = 'claim.edit'`, claimId);

describe("a write with a key", () => {
  it("is done once, and answered as the first time, however often it is sent", async () => {
    const author = await makePerson();
    const claim = await makeClaim({ author });
    const input = {
      ...contentOfClaim(claim),
      claimId: claim.id,
      revision: claim.revision,
      operationId: key(),
    };
    const write = { kind: "claim.update", input: { ...input, statement: "Once." } } as const;
    const first = must(await applyDeskWrite(author, write));
    // Somebody else went on from it before it is sent again.
    const other = { ...input, revision: claimIn(first).revision, operationId: key(), statement: "Later." };
    must(await applyDeskWrite(await makePerson(), { kind: "claim.update", input: other }));
    expect(must(await applyDeskWrite(author, write))).toEqual(first);
    expect(await edits(claim.id)).toBe(2);
    expect((await reloadClaim(claim)).statement).toBe("Later.");
  });

  it("is done once when it is sent several times at once", async () => {
    const author = await makePerson();
    const claim = await makeClaim({ author });
    const step = {
      claimId: claim.id,
      revision: claim.revision,
      action: "submit",
      operationId: key(),
    } as const;
    const results = await Promise.all(
      Array.from({ length: 8 }, () => applyDeskWrite(author, { kind: "claim.review", input: step })),
    );
    const [first] = results.map(must);
    for (const result of results) expect(must(result)).toEqual(first);
    expect(await count(`"Review" WHERE "claimId" = $1`, claim.id)).toBe(1);
  });

  it.each<[string, (claim: Claim) => DeskWrite, string]>([
    [
      "deletes a claim",
      ({ id, revision }) => ({
        kind: "claim.delete",
        input: { claimId: id, revision, operationId: "0123456789" },
      }),
      "claim.delete",
    ],
    [
      "gives a claim other words",
      ({ id, revision, anchor }) => ({
        kind: "claim.place",
        input: {
          claimId: id,
          revision,
          versionId: anchor.versionId,
          place: { start: anchor.start, end: anchor.end - 1 },
          operationId: "0123456789",
        },
      }),
      "claim.settle-anchor",
    ],
    [
      "comments on a claim",
      ({ id }) => ({
        kind: "comment.create",
        input: { target: { on: "claim", claimId: id }, body: "Says who?", idempotencyKey: "0123456789" },
      }),
      "comment.create",
    ],
  ])("%s once, however often it is sent", async (_, writeFor, action) => {
    const author = await makePerson();
    const claim = await makeClaim({ author });
    const write = writeFor(claim);
    const first = must(await applyDeskWrite(author, write));
    expect(must(await applyDeskWrite(author, write))).toEqual(first);
    expect(
      await count(`"AuditEvent" WHERE "articleId" = $1 AND "action" = $2`, claim.articleId, action),
    ).toBe(1);
  });

  it("that was refused leaves nothing behind, and may be tried again", async () => {
    const author = await makePerson();
    const claim = await makeClaim({ author });
    const input = { ...contentOfClaim(claim), claimId: claim.id, operationId: key(), statement: "Mine." };
    const send = (revision: number) =>
      applyDeskWrite(author, { kind: "claim.update", input: { ...input, revision } });
    expect(await send(claim.revision + 1)).toMatchObject({ ok: false, error: { kind: "stale" } });
    expect(claimIn(must(await send(claim.revision))).statement).toBe("Mine.");
  });

  it("belongs to who made it", async () => {
    const [author, other] = [await makePerson(), await makePerson()];
    const claim = await makeClaim({ author });
    const step = {
      claimId: claim.id,
      revision: claim.revision,
      action: "submit",
      operationId: key(),
    } as const;
    must(await applyDeskWrite(author, { kind: "claim.review", input: step }));
    expect(await applyDeskWrite(other, { kind: "claim.review", input: step })).toMatchObject({
      ok: false,
      error: { kind: "stale" },
    });
  });

  it("is remembered for a week", async () => {
    const author = await makePerson();
    const claim = await makeClaim({ author });
    const step = {
      claimId: claim.id,
      revision: claim.revision,
      action: "submit",
      operationId: key(),
    } as const;
    must(await applyDeskWrite(author, { kind: "claim.review", input: step }));
    expect(await forgetAppliedOperations(new Date(Date.now() + 6 * 86_400_000))).toBe(0);
    expect(await forgetAppliedOperations(new Date(Date.now() + 8 * 86_400_000))).toBeGreaterThan(0);
  });
});

it.each([[null], [{}], [{ kind: "claim.steal", input: {} }], [{ kind: "claim.update" }]])(
  "%j is refused as not understood",
  async (write) => {
    expect(await applyDeskWrite(await makePerson(), write as never)).toMatchObject({
      ok: false,
      error: { kind: "invalid" },
    });
  },
);
