import pg from "pg";
import { describe, expect, test } from "vitest";
import { contentOfClaim } from "@/lib/claims/claim-content";
import { findArticle, lockArticle } from "@/lib/db/articles";
import { findCurrentPublication } from "@/lib/db/public-publications";
import { clientOf, inTransaction } from "@/lib/db/transaction";
import type { Actor } from "@/lib/policies/actor";
import type { Rating } from "@/lib/ratings/rating";
import { ok } from "@/lib/result";
import { rationale } from "@/lib/testing/builders";
import { makeArticle, makeClaim, makePerson, must, reloadClaim, revisionOf } from "@/lib/testing/factories";
import { withTestDatabase } from "@/lib/testing/test-database";
import { changeArticleScale } from "@/lib/workflows/articles/change-article-scale";
import { getDeskArticle } from "@/lib/workflows/articles/get-desk-article";
import { updateClaim } from "@/lib/workflows/claims/update-claim";
import { listSettingHistory } from "@/lib/workflows/history/list-setting-history";
import { restoreEvent } from "@/lib/workflows/history/restore-event";
import { publishArticle } from "@/lib/workflows/publication/publish-article";
import { transitionClaim } from "@/lib/workflows/review/transition-claim";
import { chooseDefaultScale } from "./choose-default-scale";
import { changeDeskSetting, getDeskSettings } from "./desk-settings";
import { listScalesOfDesk } from "./list-scales";
import { makeScale } from "./make-scale";
import { saveScale } from "./save-scale";

withTestDatabase();

async function change(key: string, value: unknown, by?: Actor) {
  const actor = by ?? (await makePerson({ role: "administrator" }));
  const { states } = must(await getDeskSettings(actor));
  const revision = states[key as keyof typeof states]?.revision ?? 0;
  return changeDeskSetting(actor, { key, revision, value });
}

const noRequirements = {
  claimant: false,
  claimedOn: false,
  kind: false,
  tags: false,
  sources: 1,
  primarySource: false,
  excerpts: false,
  copies: false,
};

async function auditOf(targetType: string) {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  try {
    return (
      await client.query(`SELECT * FROM "AuditEvent" WHERE "targetType" = $1 ORDER BY "id" DESC`, [
        targetType,
      ])
    ).rows;
  } finally {
    await client.end();
  }
}

describe("settings", () => {
  test("only administrators change them, what cannot be is refused, and each change is in the log", async () => {
    expect(await change("requiredApprovals", 2, await makePerson())).toMatchObject({
      error: { kind: "forbidden" },
    });
    expect(await change("requiredApprovals", 9)).toMatchObject({ error: { kind: "invalid" } });
    expect(await change("colourOfTheDoor", 2)).toMatchObject({ error: { kind: "invalid" } });
    expect(await change("toString", 2)).toMatchObject({ error: { kind: "invalid" } });
    must(await change("requiredApprovals", 3));
    expect((await auditOf("setting"))[0]).toMatchObject({
      action: "setting.change",
      targetId: "requiredApprovals",
      from: { value: 1 },
      to: { value: 3 },
    });
    const article = await makeArticle();
    expect((await findArticle(article.id))?.requiredApprovals).toBe(3);
    must(await change("requiredApprovals", 1));
    expect((await findArticle(article.id))?.requiredApprovals).toBe(3);
  });

  test("what was changed is read word by word, and is put back by administrators", async () => {
    const [admin, editor] = [await makePerson({ role: "administrator" }), await makePerson()];
    must(await change("tags", { list: ["trade"], free: true }, admin));
    must(await change("tags", { list: ["trade", "war"], free: false }, admin));
    const { events, newest } = must(await listSettingHistory(editor, {}));
    expect(events[0]).toMatchObject({
      who: admin.name,
      did: "changed the setting “Tags”",
      restores: "setting",
    });
    expect(events[0]?.differences).toMatchObject([{ label: "Tags" }]);
    expect(JSON.stringify(events[0]?.differences)).toContain("war");
    const back = { event: events[0]?.id ?? "", moment: "before", seen: newest } as const;
    expect(await restoreEvent(editor, back)).toMatchObject({ error: { kind: "forbidden" } });
    must(await restoreEvent(admin, back));
    expect(must(await getDeskSettings(admin)).settings.tags).toEqual({ list: ["trade"], free: true });
    expect(await restoreEvent(admin, back)).toMatchObject({ error: { kind: "stale" } });
  });

  test("of two changes at the same time one gets a conflict", async () => {
    const admin = await makePerson({ role: "administrator" });
    const { states } = must(await getDeskSettings(admin));
    for (const key of ["requiredApprovals", "tags"] as const) {
      const value = key === "tags" ? { list: [], free: true } : 1;
      const { revision } = states[key];
      const results = await Promise.all([1, 2].map(() => changeDeskSetting(admin, { key, revision, value })));
      expect(results.map((result) => result.ok).sort()).toEqual([false, true]);
      expect(results.find((result) => !result.ok)).toMatchObject({
        error: {
          kind: "stale",
          message: expect.stringContaining(admin.name),
          current: { value, revision: revision + 1 },
        },
      });
    }
  });

  test("everything that is missing is listed together, by field", async () => {
    must(
      await change("claimRequirements", { ...noRequirements, claimant: true, tags: true, excerpts: true }),
    );
    const author = await makePerson();
    const claim = await makeClaim({ author });
    const submit = async () => {
      const { revision } = await reloadClaim(claim);
      return transitionClaim(author, { claimId: claim.id, revision, action: "submit" });
    };
    expect(await submit()).toMatchObject({
      error: {
        kind: "invalid",
        message:
          "Not ready for review. Enter who made the claim. Add at least one tag. Add an excerpt from source 1.",
        fields: {
          claimant: [expect.any(String)],
          tags: [expect.any(String)],
          "evidence.0.excerpt": [expect.any(String)],
        },
      },
    });
    must(await change("claimRequirements", noRequirements));
    must(await submit());
  });

  test("tags come from the list where others are not allowed; those that are there stay", async () => {
    const author = await makePerson();
    const claim = await makeClaim({ author, tags: ["old"] });
    must(await change("tags", { list: ["trade"], free: false }));
    const edit = async (tags: string[]) => {
      const now = await reloadClaim(claim);
      return updateClaim(author, {
        ...contentOfClaim(now),
        claimId: claim.id,
        revision: now.revision,
        tags,
      });
    };
    expect(await edit(["old", "new"])).toMatchObject({ error: { fields: { tags: [expect.any(String)] } } });
    expect(must(await edit(["old", "trade"])).tags).toEqual(["old", "trade"]);
    await expect(makeClaim({ tags: ["new"] })).rejects.toThrow(/does not include “new”/);
    must(await change("tags", { list: [], free: true }));
  });
});

describe("scales", () => {
  const admin = () => makePerson({ role: "administrator" });
  const scaleNamed = async (name: string, version = 1) => {
    const found = must(await listScalesOfDesk(await makePerson())).find(
      (scale) => scale.name === name && scale.version === version,
    );
    if (!found) throw new Error(`no scale ${name} ${version}`);
    return found;
  };

  test("one is made of a template once, by administrators alone", async () => {
    const by = await admin();
    const given = { template: "averitec", name: "AVeriTeC" };
    expect(await makeScale(await makePerson(), given)).toMatchObject({ error: { kind: "forbidden" } });
    must(await makeScale(by, given));
    expect(await makeScale(by, { ...given, name: "averitec" })).toMatchObject({
      error: { fields: { name: [expect.any(String)] } },
    });
    expect((await scaleNamed("AVeriTeC")).ratings.map(({ label }) => label)).toContain("Not Enough Evidence");
    expect((await auditOf("scale"))[0]).toMatchObject({ action: "scale.create" });
  });

  test("editing makes a version; articles keep theirs until moved, publications for ever", async () => {
    const by = await admin();
    const { scaleId } = must(await makeScale(by, { template: "five-steps", name: "Five" }));
    const author = await makePerson();
    const article = await makeArticle({ author });
    const move = async (to: string) =>
      changeArticleScale(author, {
        articleId: article.id,
        revision: await revisionOf(article.id),
        scaleId: to,
      });
    must(await move(scaleId));
    const claim = await makeClaim({
      author,
      article,
      state: "approved",
      verdict: { ratingKey: "half-true", rationaleDoc: rationale("Half.") },
    });
    const publish = async (corrections: { claimId: string; note: string }[] = []) =>
      publishArticle(author, {
        articleId: article.id,
        revision: await revisionOf(article.id),
        corrections,
      });
    must(await publish());

    const five = await scaleNamed("Five");
    const relabelled = five.ratings.map((rating) =>
      rating.key === "half-true" ? { ...rating, label: "Mixed" } : rating,
    );
    const second = must(await saveScale(by, { scaleId, ratings: relabelled }));
    expect(second.version).toBe(2);
    expect(await saveScale(by, { scaleId, ratings: relabelled })).toMatchObject({ error: { kind: "stale" } });
    expect(await saveScale(by, { scaleId: second.scaleId, ratings: relabelled })).toMatchObject({
      error: { message: expect.stringContaining("Nothing was changed") },
    });
    const labelOf = async () => {
      const { scale } = must(await getDeskArticle(author, { articleId: article.id }));
      return scale.ratings.find(({ key }) => key === "half-true")?.label;
    };
    expect(await labelOf()).toBe("Half true");
    must(await move(second.scaleId));
    expect(await labelOf()).toBe("Mixed");
    const label = async () =>
      (await findCurrentPublication(article.slug))?.report.scale.ratings.find(
        ({ key }) => key === "half-true",
      )?.label;
    expect(await label()).toBe("Half true");
    must(await publish([{ claimId: claim.id, note: "The rating has another name." }]));
    expect(await label()).toBe("Mixed");

    const third = must(
      await saveScale(by, {
        scaleId: second.scaleId,
        ratings: relabelled.filter(({ key }) => key !== "half-true"),
      }),
    );
    expect(await move(third.scaleId)).toMatchObject({
      error: { kind: "invalid", message: expect.stringContaining("“Mixed”") },
    });
    const checker = await makePerson({ role: "checker" });
    expect(await changeArticleScale(checker, { articleId: article.id, revision: 1, scaleId })).toMatchObject({
      error: { kind: "forbidden" },
    });
  });

  test("a verdict that is given while the article moves to a scale without it is refused", async () => {
    const { scaleId } = must(await makeScale(await admin(), { template: "averitec", name: "AVeriTeC 2" }));
    const author = await makePerson();
    const article = await makeArticle({ author });
    const claim = await makeClaim({ author, article, verdict: null });
    const waiting = async () => {
      const [row] = await clientOf().$queryRaw<{ count: number }[]>`
        SELECT count(*)::int AS count FROM pg_stat_activity
        WHERE datname = current_database() AND wait_event_type = 'Lock'`;
      return row?.count;
    };
    // Both are on their way, the move before the verdict, when the article is free for them.
    // As promises in an array: a transaction that waited for them would wait for ever.
    const [moved, edited] = must(
      await inTransaction(async (tx) => {
        await lockArticle(tx, article.id);
        const moving = changeArticleScale(author, { articleId: article.id, revision: 1, scaleId });
        await expect.poll(waiting).toBe(1);
        const verdict = { ratingKey: "altered", rationaleDoc: rationale("Its name was changed.") };
        const editing = updateClaim(author, {
          ...contentOfClaim(claim),
          verdict,
          claimId: claim.id,
          revision: claim.revision,
        });
        await expect.poll(waiting).toBe(2);
        return ok([moving, editing] as const);
      }),
    );
    expect((await moved).ok).toBe(true);
    expect(await edited).toMatchObject({ ok: false, error: { kind: "invalid" } });
    expect((await reloadClaim(claim)).verdict).toBeNull();
  });

  test("new articles get the default, and its new version once it is edited", async () => {
    const by = await admin();
    const { scaleId } = must(await makeScale(by, { template: "six-steps", name: "Six" }));
    const before = must(await listScalesOfDesk(by)).find(({ isDefault }) => isDefault);
    expect(await chooseDefaultScale(by, { scaleId, insteadOf: scaleId })).toMatchObject({
      error: { kind: "stale" },
    });
    must(await chooseDefaultScale(by, { scaleId, insteadOf: before?.id ?? "" }));
    const scaleOf = async (id: string) => (await findArticle(id))?.scaleId;
    const first = await makeArticle();
    expect(await scaleOf(first.id)).toBe(scaleId);
    const ratings = (await scaleNamed("Six")).ratings.map(
      (rating): Rating => ({ ...rating, colour: "grey" }),
    );
    const edited = must(await saveScale(by, { scaleId, ratings }));
    const second = await makeArticle();
    expect(await scaleOf(second.id)).toBe(edited.scaleId);
    expect(await scaleOf(first.id)).toBe(scaleId);
    must(await chooseDefaultScale(by, { scaleId: before?.id ?? "", insteadOf: edited.scaleId }));
  });
});
