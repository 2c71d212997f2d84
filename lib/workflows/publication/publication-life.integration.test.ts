import { describe, expect, test, vi } from "vitest";
import { lockArticle, updateArticle } from "@/lib/db/articles";
import { listPublicCorrections } from "@/lib/db/public-corrections";
import {
  findCurrentPublication,
  findNumberedPublication,
  findUnpublication,
  listPublicationNumbers,
  listUnpublications,
} from "@/lib/db/public-publications";
import { insertCorrection, listCorrections } from "@/lib/db/publications";
import { findSchedule } from "@/lib/db/scheduled-publications";
import { clientOf, inTransaction } from "@/lib/db/transaction";
import type { Actor } from "@/lib/policies/actor";
import { ok } from "@/lib/result";
import { rationale } from "@/lib/testing/builders";
import { makeArticle, makeClaim, makePerson, must, reloadClaim, revisionOf } from "@/lib/testing/factories";
import { withTestDatabase } from "@/lib/testing/test-database";
import { updateClaim } from "@/lib/workflows/claims/update-claim";
import { listActivity } from "@/lib/workflows/history/list-activity";
import { listNotifications } from "@/lib/workflows/notifications/notifications";
import { transitionClaim } from "@/lib/workflows/review/transition-claim";
import { publishArticle } from "./publish-article";
import { publishDue, schedulePublication, unschedulePublication } from "./schedule-publication";
import { unpublishArticle } from "./unpublish-article";

vi.mock("./publish-article", async (load) => {
  const whole = await load<typeof import("./publish-article")>();
  return { ...whole, publishArticle: vi.fn(whole.publishArticle) };
});

withTestDatabase();

const NOON = new Date("2030-05-17T12:00:00Z");
const later = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000);

async function publishable() {
  const article = await makeArticle();
  const claim = await makeClaim({ article, author: article.author, state: "approved" });
  return { article, claim, editor: await makePerson() };
}

type Corrections = NonNullable<Parameters<typeof publishArticle>[1]["corrections"]>;

async function publish(editor: Actor, article: { id: string }, corrections: Corrections = []) {
  const revision = await revisionOf(article.id);
  return publishArticle(editor, { articleId: article.id, revision, corrections });
}

/** Changes a claim's verdict and has it approved again. */
async function reverse(claim: { id: string }, author: Actor, editor: Actor) {
  const { id, revision, statement, kind, evidence } = await reloadClaim(claim);
  const edited = must(
    await updateClaim(author, {
      claimId: id,
      revision,
      statement,
      kind,
      verdict: { ratingKey: "false", rationaleDoc: rationale("A new count.") },
      evidence: evidence.map(({ id: _, source, ...each }) => ({ ...each, source: { id: source.id } })),
    }),
  );
  const submitted = must(
    await transitionClaim(author, { claimId: id, revision: edited.revision, action: "submit" }),
  );
  must(await transitionClaim(editor, { claimId: id, revision: submitted.revision, action: "approve" }));
}

describe("at a time", () => {
  const plan = async (editor: Actor, article: { id: string }, at: string) =>
    schedulePublication(editor, { articleId: article.id, revision: await revisionOf(article.id), at }, NOON);

  test("it is published when its time has come, once, by several at once", async () => {
    const { article, editor } = await publishable();
    must(await plan(editor, article, later(10).toISOString()));
    expect(await publishDue(later(9))).toBe(0);
    expect(await findCurrentPublication(article.slug)).toBeNull();
    await Promise.all([publishDue(later(10)), publishDue(later(10)), publishDue(later(10))]);
    expect((await listPublicationNumbers(article.slug)).map(({ number }) => number)).toEqual([1]);
    expect(await findSchedule(article.id)).toBeNull();
    expect((await findCurrentPublication(article.slug))?.report.publication.publishedBy).toBe(editor.name);
  });

  test("one that fails beyond all expectation keeps no other waiting, and is tried again", async () => {
    const [broken, sound] = [await publishable(), await publishable()];
    must(await plan(broken.editor, broken.article, later(20).toISOString()));
    must(await plan(sound.editor, sound.article, later(21).toISOString()));
    vi.mocked(publishArticle).mockRejectedValueOnce(new Error("the disk is full"));
    expect(await publishDue(later(22))).toBe(1);
    expect(await findCurrentPublication(broken.article.slug)).toBeNull();
    expect(await findCurrentPublication(sound.article.slug)).not.toBeNull();
    expect(await publishDue(later(23))).toBe(1);
    expect(await findCurrentPublication(broken.article.slug)).not.toBeNull();
  });

  test("what prevents it then is reported, and it is not attempted again", async () => {
    const { article, editor } = await publishable();
    must(await plan(editor, article, later(10).toISOString()));
    await makeClaim({ article, author: article.author });
    expect(await publishDue(later(11))).toBe(0);
    expect((await findSchedule(article.id))?.failure).toContain("Claim 2 is a draft");
    expect((await listNotifications(editor, {})).items).toMatchObject([
      { kind: "publish-failed", actor: null, article: { id: article.id } },
    ]);
    expect(await publishDue(later(12))).toBe(0);
    expect((await listNotifications(editor, {})).items).toHaveLength(1);
    must(await unschedulePublication(editor, { articleId: article.id }));
    expect(await findSchedule(article.id)).toBeNull();
  });

  test("a change of the article in that very moment only puts it off", async () => {
    const { article, editor } = await publishable();
    must(await plan(editor, article, later(10).toISOString()));
    const revision = await revisionOf(article.id);
    const due = await inTransaction(async (tx) => {
      await lockArticle(tx, article.id);
      const run = publishDue(later(10));
      // It has read the article, and waits to lock it.
      await expect
        .poll(
          async () =>
            (
              await clientOf().$queryRaw<unknown[]>`
            SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`
            ).length,
        )
        .toBe(1);
      await updateArticle(tx, article.id, revision, { leadId: null, dueAt: null, priority: "high" });
      return ok({ run });
    });
    expect(await must(due).run).toBe(0);
    expect(await findSchedule(article.id)).toMatchObject({ failure: null });
    expect(await publishDue(later(11))).toBe(1);
  });

  test("publishing before takes it off the plan", async () => {
    const { article, editor } = await publishable();
    must(await plan(editor, article, later(10).toISOString()));
    must(await publish(editor, article));
    expect(await findSchedule(article.id)).toBeNull();
  });

  test.each([
    ["the past", later(-1).toISOString(), "has passed"],
    ["this very moment", NOON.toISOString(), "has passed"],
    ["a far year", "2060-01-01T00:00:00Z", "more than a year"],
    ["no time", "soon", "day and a time"],
  ])("%s is refused", async (_, at, message) => {
    const { article, editor } = await publishable();
    expect(await plan(editor, article, at)).toMatchObject({
      ok: false,
      error: { kind: "invalid", message: expect.stringContaining(message) },
    });
  });

  test("what cannot be published now cannot be planned, and a checker plans nothing", async () => {
    const { article, editor } = await publishable();
    await makeClaim({ article, author: article.author });
    const at = later(10).toISOString();
    expect(await plan(editor, article, at)).toMatchObject({ ok: false, error: { kind: "invalid" } });
    const checker = await makePerson({ role: "checker" });
    expect(await plan(checker, article, at)).toMatchObject({ ok: false, error: { kind: "forbidden" } });
  });
});

describe("taking back", () => {
  test("readers see only the reason until it is published again", async () => {
    const { article, claim, editor } = await publishable();
    must(await publish(editor, article));
    const administrator = await makePerson({ role: "administrator" });
    const take = async (actor: Actor, reason: string) =>
      unpublishArticle(actor, { articleId: article.id, revision: await revisionOf(article.id), reason });
    expect(await take(editor, "Wrong.")).toMatchObject({ ok: false, error: { kind: "forbidden" } });
    expect(await take(administrator, "  ")).toMatchObject({ ok: false, error: { kind: "invalid" } });
    must(await take(administrator, "The minutes were forged."));
    expect(await take(administrator, "Again.")).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining("not published") },
    });
    expect(await findCurrentPublication(article.slug)).toBeNull();
    expect(await findNumberedPublication(article.slug, 1)).toBeNull();
    expect(await findUnpublication(article.slug)).toMatchObject({ reason: "The minutes were forged." });
    expect((await listUnpublications(10)).map(({ slug }) => slug)).toContain(article.slug);

    // Readers remember the verdict: another one still needs its note.
    await reverse(claim, article.author, editor);
    expect(await publish(editor, article)).toMatchObject({
      ok: false,
      error: { fields: { [`corrections.${claim.id}`]: expect.anything() } },
    });
    must(await publish(editor, article, [{ claimId: claim.id, note: "The count was forged." }]));
    expect((await findCurrentPublication(article.slug))?.report.publication.number).toBe(2);
    expect(await findUnpublication(article.slug)).toBeNull();
  });

  test("the same content can be published again", async () => {
    const { article, editor } = await publishable();
    must(await publish(editor, article));
    const administrator = await makePerson({ role: "administrator" });
    const revision = await revisionOf(article.id);
    must(await unpublishArticle(administrator, { articleId: article.id, revision, reason: "A mistake." }));
    must(await publish(editor, article));
    expect(await findCurrentPublication(article.slug)).not.toBeNull();
  });
});

test("a correction has its kind and note everywhere, and what stood before can still be read", async () => {
  const { article, claim, editor } = await publishable();
  must(await publish(editor, article));
  await reverse(claim, article.author, editor);
  must(await publish(editor, article, [{ claimId: claim.id, kind: "update", note: "Customs recounted." }]));
  expect((await findCurrentPublication(article.slug))?.report.corrections[0]).toMatchObject({
    kind: "update",
  });
  expect((await findNumberedPublication(article.slug, 1))?.report.claims[0]?.ratingKey).toBe("true");
  const { items, total } = await listPublicCorrections({ limit: 1 });
  expect(items).toMatchObject([
    {
      article: { slug: article.slug },
      claim: { number: 1 },
      kind: "update",
      note: "Customs recounted.",
      publication: 2,
      changes: [
        { field: "verdict", from: "True", to: "False" },
        { field: "rationale", from: "Customs say so.", to: "A new count." },
      ],
    },
  ]);
  expect(total).toBe((await listPublicCorrections({ limit: 1000 })).items.length);
});

test("corrections are paged, each once", async () => {
  for (const _ of [1, 2, 3]) {
    const { article, claim, editor } = await publishable();
    must(await publish(editor, article));
    await reverse(claim, article.author, editor);
    must(await publish(editor, article, [{ claimId: claim.id, note: "Recounted." }]));
  }
  const all = (await listPublicCorrections({ limit: 1000 })).items.map(({ id }) => id);
  const paged: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listPublicCorrections({ limit: 2, cursor });
    paged.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  expect(paged).toEqual(all);
});

test.each(["no-such-article", "a\0b", "\ud800", "'; --", "x".repeat(5000)])(
  "nothing is at %j",
  async (slug) => {
    expect(await findCurrentPublication(slug)).toBeNull();
    expect(await findNumberedPublication(slug, 1)).toBeNull();
    expect(await listPublicationNumbers(slug)).toEqual([]);
    expect(await findUnpublication(slug)).toBeNull();
  },
);

test.each(["x", "\0", ""])("the activity of %j is everyone's", async (personId) => {
  const { author } = await makeArticle();
  expect(must(await listActivity(author, { personId })).items).toEqual(
    must(await listActivity(author, {})).items,
  );
});

test("corrections are stored as data, and those that were stored as English are read as data", async () => {
  const { article, claim, editor } = await publishable();
  must(await publish(editor, article));
  const { id: publicationId } = await clientOf().publication.findFirstOrThrow({
    where: { articleId: article.id },
  });
  const common = { articleId: article.id, claimId: claim.id, publicationId, kind: "update" as const };
  const made = { note: "Why.", madeById: editor.id, madeAt: NOON };
  const sources = [{ stance: "supports" as const, unnamed: false, text: "Budget" }];
  await inTransaction(async (tx) => {
    await insertCorrection(tx, { ...common, ...made, field: "claimedOn", from: null, to: "2024-05-17" });
    await insertCorrection(tx, { ...common, ...made, field: "sources", from: [], to: sources });
    return ok(null);
  });
  for (const [field, from, to] of [
    ["claimedOn", "no date", "17 May 2024"],
    ["removed", "Taxes rose.", "no longer published"],
  ] as const)
    await clientOf().correction.create({ data: { ...common, ...made, field, from, to } });
  const rows = must(await inTransaction(async (tx) => ok(await listCorrections(tx, article.id))));
  const expected = [
    ["claimedOn", null, "2024-05-17"],
    ["sources", [], sources],
    ["claimedOn", null, "2024-05-17"],
    ["removed", "Taxes rose.", null],
  ];
  expect(rows.map(({ field, from, to }) => [field, from, to]).reverse()).toEqual(expected);
  const items = (await listPublicCorrections({ limit: 1000 })).items.filter(
    (item) => item.article.slug === article.slug,
  );
  expect(items.flatMap(({ changes }) => changes.map(({ field, from, to }) => [field, from, to]))).toEqual(
    expected,
  );
});
