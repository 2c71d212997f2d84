import { describe, expect, test } from "vitest";
import { contentOfClaim } from "@/lib/claims/claim-content";
import { findArticle } from "@/lib/db/articles";
import { listAuditEvents } from "@/lib/db/audit-events";
import type { Actor } from "@/lib/policies/actor";
import { makeArticle, makeClaim, makePerson, must, reloadClaim, revisionOf } from "@/lib/testing/factories";
import { withTestDatabase } from "@/lib/testing/test-database";
import { assignArticle } from "@/lib/workflows/articles/assign-article";
import { listNotifications } from "@/lib/workflows/notifications/notifications";
import { setPersonDisabled } from "@/lib/workflows/people/people";
import { transitionClaim } from "@/lib/workflows/review/transition-claim";
import { assignClaims } from "./assign-claims";
import { updateClaim } from "./update-claim";

withTestDatabase();

const at = async (article: { id: string }) => ({
  articleId: article.id,
  revision: await revisionOf(article.id),
});
const notificationKinds = async (actor: Actor) =>
  (await listNotifications(actor, {})).items.map(({ kind }) => kind);

async function disabledPerson(): Promise<Actor> {
  const person = await makePerson();
  const administrator = await makePerson({ role: "administrator" });
  must(await setPersonDisabled(administrator, { userId: person.id, disabled: true }));
  return person;
}

describe("an article's lead, due time and priority", () => {
  test("are set by an editor, logged from → to, and the lead is notified", async () => {
    const editor = await makePerson();
    const lead = await makePerson({ role: "checker", name: "Lee Lead" });
    const article = await makeArticle({ author: editor });
    const dueAt = "2030-05-01T18:00:00.000Z";
    const planned = must(
      await assignArticle(editor, { ...(await at(article)), leadId: lead.id, dueAt, priority: "urgent" }),
    );
    expect(planned).toMatchObject({ lead: { name: "Lee Lead" }, dueAt, priority: "urgent", revision: 2 });
    expect(await notificationKinds(lead)).toEqual(["lead-assigned"]);
    const { events } = await listAuditEvents({ articleId: article.id }, 1);
    expect(events[0]).toMatchObject({
      action: "article.assign",
      from: { lead: null, dueAt: null, priority: "normal" },
      to: { lead: { name: "Lee Lead" }, dueAt, priority: "urgent" },
    });
    // What is not given stays, and what is the same is no change.
    must(await assignArticle(editor, { ...(await at(article)), priority: "low" }));
    must(await assignArticle(editor, { ...(await at(article)), leadId: lead.id }));
    expect(await findArticle(article.id)).toMatchObject({ lead: { id: lead.id }, dueAt, revision: 3 });
    expect(await notificationKinds(lead)).toEqual(["lead-assigned"]);
  });

  test("taking the lead oneself notifies no one", async () => {
    const editor = await makePerson();
    const article = await makeArticle({ author: editor });
    must(await assignArticle(editor, { ...(await at(article)), leadId: editor.id }));
    expect(await notificationKinds(editor)).toEqual([]);
  });

  test("a checker can take a free lead, and change nothing else", async () => {
    const checker = await makePerson({ role: "checker" });
    const other = await makePerson({ role: "checker" });
    const article = await makeArticle();
    const assign = async (actor: Actor, change: Partial<Parameters<typeof assignArticle>[1]>) => {
      const result = await assignArticle(actor, { ...(await at(article)), ...change });
      return result.ok ? "done" : result.error.kind;
    };
    expect(await assign(checker, { leadId: other.id })).toBe("forbidden");
    expect(await assign(checker, { priority: "high" })).toBe("forbidden");
    expect(await assign(checker, { leadId: checker.id, dueAt: "2030-01-01T00:00:00Z" })).toBe("forbidden");
    expect(await assign(checker, { leadId: checker.id })).toBe("done");
    expect(await assign(other, { leadId: other.id })).toBe("forbidden");
    expect(await assign(await makePerson(), { leadId: other.id })).toBe("done");
  });

  test("a stale page and a disabled person are refused", async () => {
    const editor = await makePerson();
    const article = await makeArticle({ author: editor });
    const gone = await disabledPerson();
    expect(await assignArticle(editor, { ...(await at(article)), leadId: gone.id })).toMatchObject({
      error: { kind: "invalid", fields: { leadId: [expect.stringContaining("can no longer sign in")] } },
    });
    must(await assignArticle(editor, { ...(await at(article)), priority: "high" }));
    expect(
      await assignArticle(editor, { articleId: article.id, revision: 1, priority: "low" }),
    ).toMatchObject({ error: { kind: "stale", current: { priority: "high" } } });
  });

  test("a person disabled since keeps the lead until it is reassigned", async () => {
    const editor = await makePerson();
    const lead = await makePerson();
    const article = await makeArticle({ author: editor });
    must(await assignArticle(editor, { ...(await at(article)), leadId: lead.id }));
    const administrator = await makePerson({ role: "administrator" });
    must(await setPersonDisabled(administrator, { userId: lead.id, disabled: true }));
    must(await assignArticle(editor, { ...(await at(article)), leadId: lead.id, priority: "high" }));
    expect(await findArticle(article.id)).toMatchObject({ lead: { id: lead.id }, priority: "high" });
  });
});

describe("claims", () => {
  test("many are assigned together; each is logged, and the assignee is notified once", async () => {
    const editor = await makePerson();
    const checker = await makePerson({ role: "checker", name: "Chris" });
    const article = await makeArticle({ author: editor });
    const one = await makeClaim({ article, author: editor });
    const two = await makeClaim({ article, author: editor, anchor: { exact: "Then it fell" } });
    const claims = [one, two].map(({ id }) => ({ claimId: id, seenAssigneeId: null }));
    const given = must(await assignClaims(editor, { articleId: article.id, claims, assigneeId: checker.id }));
    expect(given.left).toEqual([]);
    expect(given.claims.map(({ assignee }) => assignee?.name)).toEqual(["Chris", "Chris"]);
    expect(await notificationKinds(checker)).toEqual(["claims-assigned"]);
    expect((await listAuditEvents({ target: { type: "claim", id: two.id } }, 5)).events[0]).toMatchObject({
      action: "claim.assign",
      from: { assignee: null },
      to: { assignee: { name: "Chris" } },
    });
  });

  test("an assignment does not conflict with edits, and is no change for readers", async () => {
    const editor = await makePerson();
    const claim = await makeClaim({ author: editor });
    const { articleId } = claim;
    const claims = [{ claimId: claim.id, seenAssigneeId: null }];
    must(await assignClaims(editor, { articleId, claims, assigneeId: editor.id }));
    const { revision, updatedAt, assignee } = await reloadClaim(claim);
    expect({ revision, updatedAt, assignee: assignee?.id }).toEqual({
      revision: claim.revision,
      updatedAt: claim.updatedAt,
      assignee: editor.id,
    });
    must(
      await updateClaim(editor, {
        ...contentOfClaim(claim),
        claimId: claim.id,
        revision: claim.revision,
        statement: "Other words.",
      }),
    );
  });

  test.each<
    [string, "editor" | "checker", "nobody" | "self" | "other", "nobody" | "self" | "other", boolean]
  >([
    ["a checker takes an unassigned claim", "checker", "nobody", "self", true],
    ["a checker gives up their own claim", "checker", "self", "nobody", true],
    ["a checker hands their own on", "checker", "self", "other", false],
    ["a checker takes another's", "checker", "other", "self", false],
    ["a checker assigns another person", "checker", "nobody", "other", false],
    ["an editor assigns another person", "editor", "nobody", "other", true],
    ["an editor takes another's", "editor", "other", "self", true],
  ])("%s: %s", async (_, role, from, to, allowed) => {
    const administrator = await makePerson({ role: "administrator" });
    const self = await makePerson({ role });
    const other = await makePerson();
    const { articleId, id: claimId } = await makeClaim();
    const ids = { nobody: null, self: self.id, other: other.id };
    if (from !== "nobody")
      must(
        await assignClaims(administrator, {
          articleId,
          claims: [{ claimId, seenAssigneeId: null }],
          assigneeId: ids[from],
        }),
      );
    const { left } = must(
      await assignClaims(self, {
        articleId,
        claims: [{ claimId, seenAssigneeId: ids[from] }],
        assigneeId: ids[to],
      }),
    );
    expect(left.length === 0).toBe(allowed);
    expect((await reloadClaim({ id: claimId })).assignee?.id ?? null).toBe(allowed ? ids[to] : ids[from]);
  });

  test("claims taken meanwhile, retired or of another article stay unchanged, with the reason", async () => {
    const editor = await makePerson();
    const quick = await makePerson({ role: "checker", name: "Quinn Quick" });
    const article = await makeArticle({ author: editor });
    const taken = await makeClaim({ article, author: editor });
    const { articleId } = taken;
    must(
      await assignClaims(quick, {
        articleId,
        claims: [{ claimId: taken.id, seenAssigneeId: null }],
        assigneeId: quick.id,
      }),
    );
    const retired = await makeClaim({ article, author: editor, anchor: { exact: "Then it fell" } });
    must(
      await transitionClaim(editor, { claimId: retired.id, revision: retired.revision, action: "retire" }),
    );
    const elsewhere = await makeClaim({ author: editor });
    const free = await makeClaim({ article, author: editor, anchor: { exact: "Trade rose fast" } });
    const { claims, left } = must(
      await assignClaims(editor, {
        articleId,
        claims: [taken, retired, elsewhere, free].map(({ id }) => ({ claimId: id, seenAssigneeId: null })),
        assigneeId: editor.id,
      }),
    );
    expect(left).toEqual([
      { claimId: taken.id, message: "It was assigned to Quinn Quick in the meantime. Review it again." },
      { claimId: retired.id, message: "It is retired. Restore it first." },
      { claimId: elsewhere.id, message: "It was deleted." },
    ]);
    expect(claims.map(({ id }) => id)).toEqual([free.id]);
    const gone = await disabledPerson();
    expect(
      await assignClaims(editor, {
        articleId,
        claims: [{ claimId: free.id, seenAssigneeId: editor.id }],
        assigneeId: gone.id,
      }),
    ).toMatchObject({ error: { kind: "invalid" } });
  });
});
