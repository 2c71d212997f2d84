import { Client } from "pg";
import { describe, expect, it } from "vitest";
import type { Claim } from "@/lib/claims/claim";
import { contentOfClaim } from "@/lib/claims/claim-content";
import { forgetAppliedOperations } from "@/lib/db/applied-operations";
import type { DeskWrite, WriteResult } from "@/lib/live/desk-write";
import type { Actor } from "@/lib/policies/actor";
import { makeArticle, makeClaim, makePerson, must, reloadClaim } from "@/lib/testing/factories";
import { withTestDatabase } from "@/lib/testing/test-database";
import { createComment } from "@/lib/workflows/comments/create-comment";
import { raiseApprovals } from "@/lib/workflows/review/raise-approvals";
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

function claimIn(written: WriteResult): Claim {
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
    // Another person edits it before it is sent again.
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
        kind: "claim.confirm-anchor",
        input: {
          claimId: id,
          revision,
          versionId: anchor.versionId,
          range: { start: anchor.start, end: anchor.end - 1 },
          operationId: "0123456789",
        },
      }),
      "claim.confirm-anchor",
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

  it("settles, votes and changes comments once as well, though they could not be done again", async () => {
    const [author, voter, other, third] = await Promise.all([1, 2, 3, 4].map(() => makePerson()));
    if (!author || !voter || !other || !third) throw new Error("four people");
    const article = await makeArticle({ author });
    must(await raiseApprovals(author, { articleId: article.id, revision: 1, requiredApprovals: 2 }));
    const { id: claimId, contentRevision } = await makeClaim({ author, article, state: "in_review" });
    const twice = async (actor: Actor, write: DeskWrite) => {
      const first = must(await applyDeskWrite(actor, write));
      expect(must(await applyDeskWrite(actor, write))).toEqual(first);
      return first;
    };
    const vote = (ratingKey: string): DeskWrite => ({
      kind: "claim.vote",
      input: { claimId, contentRevision, ratingKey, note: "", operationId: key() },
    });
    await twice(voter, vote("true"));
    const split = claimIn(await twice(other, vote("false")));
    expect(split.state).toBe("disputed");
    const settle = { claimId, revision: split.revision, ratingKey: "false", note: "It is." };
    const settled = await twice(third, {
      kind: "claim.settle",
      input: { ...settle, operationId: key() },
    });
    expect(claimIn(settled).state).toBe("approved");

    const { commentId, thread } = must(
      await createComment(voter, {
        target: { on: "claim", claimId },
        body: "Says who?",
        idempotencyKey: key(),
      }),
    );
    const edit = { commentId, revision: 1, body: "Who says so?", operationId: key() };
    await twice(voter, { kind: "comment.edit", input: edit });
    await twice(voter, {
      kind: "thread.resolve",
      input: { threadId: thread.id, resolved: true, operationId: key() },
    });
    await twice(voter, { kind: "comment.delete", input: { commentId, revision: 2, operationId: key() } });
    for (const [action, times] of [
      ["claim.vote", 2],
      ["claim.settle", 1],
      ["comment.edit", 1],
      ["comment.resolve", 1],
      ["comment.delete", 1],
    ] as const)
      expect(
        await count(`"AuditEvent" WHERE "articleId" = $1 AND "action" = $2`, article.id, action),
        action,
      ).toBe(times);
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
