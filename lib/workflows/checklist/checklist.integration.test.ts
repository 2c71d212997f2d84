import { describe, expect, test } from "vitest";
import type { CheckableItem } from "@/lib/checklist/checkable-item";
import { checkableItems } from "@/lib/checklist/checkable-items";
import { contentOfClaim } from "@/lib/claims/claim-content";
import type { Actor } from "@/lib/policies/actor";
import { makeArticle, makeClaim, makeGuest, makePerson, must, reloadClaim } from "@/lib/testing/factories";
import { withTestDatabase } from "@/lib/testing/test-database";
import { replaceText } from "@/lib/workflows/articles/replace-text";
import { updateClaim } from "@/lib/workflows/claims/update-claim";
import { transitionClaim } from "@/lib/workflows/review/transition-claim";
import { exportChecks, listChecks, pageChecks } from "./list-checks";
import { listChecklistItems } from "./list-items";
import { loadTicks } from "./load-ticks";
import { markItem } from "./mark-item";

withTestDatabase();

const TEXT = "Then Angela Merkel said trade rose to $240 billion in 2023.\nLater it fell by 12.5% in Berlin.";

/** An article with its items, and what a person does to them. */
async function scene() {
  const article = await makeArticle({ content: { format: "text", value: TEXT } });
  const checker = await makePerson({ role: "checker" });
  const itemOf = (words: string, text = TEXT): CheckableItem => {
    const item = checkableItems(text, "en").find(({ start, end }) => text.slice(start, end) === words);
    if (!item) throw new Error(`${words} is no item`);
    return item;
  };
  const mark = (
    words: string,
    as: "checked" | "skipped" | "open" = "checked",
    { by = checker, ...more }: { by?: Actor; reason?: string; operationId?: string; versionId?: string } = {},
  ) =>
    markItem(by, { articleId: article.id, versionId: article.version.id, item: itemOf(words), as, ...more });
  const ticked = async () =>
    must(await loadTicks(checker, { articleId: article.id, ids: null })).ticks.map(({ exact }) => exact);
  const replace = async (value: string) =>
    must(
      await replaceText(article.author, {
        articleId: article.id,
        versionId: must(await loadTicks(checker, { articleId: article.id, ids: null })).versionId,
        content: { format: "text", value },
      }),
    );
  return { article, checker, mark, ticked, replace };
}

describe("ticking an item off", () => {
  test("says who did it, when and at which version", async () => {
    const { checker, mark } = await scene();
    const { tick } = must(await mark("$240 billion"));
    expect(tick).toMatchObject({
      exact: "$240 billion",
      kind: "figure",
      outcome: "checked",
      reason: null,
      by: { id: checker.id, name: checker.name },
      version: 1,
    });
  });

  test("can be undone by someone else, and repeated", async () => {
    const { mark, ticked } = await scene();
    must(await mark("Berlin"));
    expect(must(await mark("Berlin", "open", { by: await makePerson() })).tick).toBeNull();
    expect(await ticked()).toEqual([]);
    must(await mark("Berlin", "open"));
    must(await mark("Berlin"));
    expect(await ticked()).toEqual(["Berlin"]);
  });

  test("at the same time as someone else makes one tick", async () => {
    const { mark, ticked } = await scene();
    const other = await makePerson();
    const marked = await Promise.all([mark("12.5%"), mark("12.5%", "checked", { by: other }), mark("12.5%")]);
    expect(new Set(marked.map((each) => must(each).tick?.id)).size).toBe(1);
    expect(await ticked()).toEqual(["12.5%"]);
  });

  test("takes effect once per key", async () => {
    const { mark, ticked } = await scene();
    const operationId = crypto.randomUUID();
    must(await mark("2023", "checked", { operationId }));
    must(await mark("2023", "open"));
    must(await mark("2023", "checked", { operationId }));
    expect(await ticked()).toEqual([]);
  });

  test("with another outcome replaces the first", async () => {
    const { mark } = await scene();
    must(await mark("2023"));
    const { tick } = must(await mark("2023", "skipped", { reason: "Common knowledge" }));
    expect(tick).toMatchObject({ outcome: "skipped", reason: "Common knowledge" });
  });

  test.each([
    ["without a reason for skipping", { as: "skipped" as const }, "Say why this item is not checked."],
    ["beyond the text", { item: { kind: "name" as const, start: 5, end: 4_000 } }, "Select the claim's text"],
    ["on nothing", { item: { kind: "name" as const, start: 5, end: 5 } }, "This is not an item of the text."],
    [
      "in a version that is not the current one",
      { versionId: crypto.randomUUID() },
      "The article's text has changed",
    ],
  ])("is refused %s", async (_, wrong, message) => {
    const { article, checker } = await scene();
    const item = { kind: "name" as const, start: 5, end: 18 };
    const input = { articleId: article.id, versionId: article.version.id, item, as: "checked" as const };
    const marked = await markItem(checker, { ...input, ...wrong });
    expect(marked).toMatchObject({ ok: false, error: { message: expect.stringContaining(message) } });
  });

  test("is refused to a guest of the article", async () => {
    const { article, mark } = await scene();
    const guest = await makeGuest(article, article.author);
    expect(await mark("2023", "checked", { by: guest })).toMatchObject({ error: { kind: "forbidden" } });
    expect(await loadTicks(guest, { articleId: article.id, ids: null })).toMatchObject({ ok: false });
  });
});

describe("a new version", () => {
  test.each<[name: string, text: string, ticked: string[]]>([
    [
      "carries the ticks of unchanged items",
      `New first paragraph.\n${TEXT}`,
      ["Angela Merkel", "$240 billion", "Berlin"],
    ],
    ["opens a changed figure again", TEXT.replace("$240", "$250"), ["Angela Merkel", "Berlin"]],
    ["opens a removed name again", TEXT.replace(" in Berlin", ""), ["Angela Merkel", "$240 billion"]],
    [
      "opens a name again that is now in another sentence",
      "Nothing of the sort was written by the mayor of Berlin, ever.",
      [],
    ],
    [
      "opens all items of an unrelated text",
      "Nothing of the sort was ever written in this place by anyone.",
      [],
    ],
  ])("%s", async (_, text, expected) => {
    const { mark, ticked, replace } = await scene();
    for (const words of ["Angela Merkel", "$240 billion", "Berlin"]) must(await mark(words));
    await replace(text);
    expect(await ticked()).toEqual(expected);
  });

  test("does not bring a tick back that was undone, nor one of a version in between", async () => {
    const { mark, ticked, replace } = await scene();
    must(await mark("$240 billion"));
    must(await mark("Berlin"));
    must(await mark("Berlin", "open"));
    await replace(TEXT.replace("$240", "$250"));
    await replace(TEXT);
    expect(await ticked()).toEqual([]);
  });
});

describe("the record of checking", () => {
  /** Two ticks, one of them undone and one changed since, and an approved claim. */
  async function recorded() {
    const set = await scene();
    const { article, checker, mark, replace } = set;
    const second = await makePerson();
    must(await mark("$240 billion"));
    must(await mark("Berlin", "skipped", { reason: "=Known" }));
    must(await mark("Berlin", "open", { by: second }));
    const claim = await makeClaim({ article, author: article.author });
    must(
      await transitionClaim(article.author, {
        claimId: claim.id,
        revision: claim.revision,
        action: "submit",
      }),
    );
    const { revision } = await reloadClaim(claim);
    must(await transitionClaim(second, { claimId: claim.id, revision, action: "approve" }));
    await replace(TEXT.replace("$240", "$250"));
    return { ...set, second, claim, checker };
  }

  test("lists who did what at which version, and what still counts", async () => {
    const { article, checker, second, claim } = await recorded();
    const { checks, total, people } = must(await listChecks(checker, { articleId: article.id }));
    expect(
      checks.map((each) => [each.action, each.kind, each.passage, each.by.name, each.version, each.current]),
    ).toEqual([
      ["approved", "claim", claim.anchor.exact, second.name, 1, true],
      ["verdict", "claim", claim.anchor.exact, article.author.name, 1, true],
      ["skipped", "name", "Berlin", checker.name, 1, false],
      ["ticked", "figure", "$240 billion", checker.name, 1, false],
    ]);
    expect(checks[2]?.undone?.by.name).toBe(second.name);
    expect(checks[0]).toMatchObject({ claimNumber: 1, rating: checks[1]?.rating });
    expect(total).toBe(4);
    expect(people.map(({ id }) => id).sort()).toEqual([checker.id, second.id, article.author.id].sort());
  });

  test("keeps a verdict that was taken back, as one that no longer counts", async () => {
    const { article, checker } = await scene();
    const claim = await makeClaim({ article, author: article.author });
    must(
      await updateClaim(article.author, {
        ...contentOfClaim(claim),
        claimId: claim.id,
        revision: claim.revision,
        verdict: null,
      }),
    );
    const { checks } = must(await pageChecks(checker, { articleId: article.id, after: null, limit: 3 }));
    expect(checks.map(({ action, current }) => [action, current])).toEqual([["verdict", false]]);
  });

  test("of one person, page by page, and as a file", async () => {
    const { article, checker, second } = await recorded();
    const own = must(await listChecks(checker, { articleId: article.id, person: second.id }));
    expect(own.checks.map(({ action }) => action)).toEqual(["approved", "skipped"]);
    const first = must(await pageChecks(checker, { articleId: article.id, after: null, limit: 3 }));
    const rest = must(await pageChecks(checker, { articleId: article.id, after: first.next, limit: 3 }));
    expect([first.checks.length, rest.checks.map(({ passage }) => passage), rest.next]).toEqual([
      3,
      ["$240 billion"],
      null,
    ]);
    const { pieces } = must(await exportChecks(checker, { articleId: article.id, person: null }));
    let file = "";
    for await (const piece of pieces) file += piece;
    expect(file.split("\n")).toHaveLength(6);
    expect(file).toContain(",'=Known,");
  });
});

test("a long text has the same list, made in a process of its own", async () => {
  const { article, checker } = await scene();
  const paragraph = "Later it fell by 12.5% in Berlin.";
  const value = Array.from({ length: 300 }, () => paragraph).join("\n");
  const long = await makeArticle({ content: { format: "text", value } });
  const figures = (articleId: string) =>
    listChecklistItems(checker, { articleId, kind: "figure", after: null, limit: 1 });
  expect(must(await figures(long.id))).toMatchObject({
    items: [{ exact: "12.5%", status: { kind: "open" } }],
    total: 300,
    next: { version: 1 },
  });
  expect(must(await figures(article.id))).toMatchObject({ items: [{ exact: "$240 billion" }], total: 3 });
  expect(
    await listChecklistItems(await makeGuest(long, long.author), {
      articleId: long.id,
      after: null,
      limit: 1,
    }),
  ).toMatchObject({
    ok: false,
    error: { kind: "forbidden" },
  });
});
