import { Transform } from "@tiptap/pm/transform";
import { describe, expect, test } from "vitest";
import { listClaimsOfArticle } from "@/lib/db/claims";
import { canonicalText } from "@/lib/document/canonical-text";
import { articleSchema } from "@/lib/document/schema";
import { makeArticle, makeClaim, makePerson, must } from "@/lib/testing/factories";
import { withTestDatabase } from "@/lib/testing/test-database";
import { compareVersions } from "./compare-versions";
import { editText } from "./edit-text";
import { getDeskArticle } from "./get-desk-article";

withTestDatabase();

const OLD = "Trade rose to $240 billion in 2023.\nTrade rose to $240 billion again.\nThen it fell.";

/** An article with a claim on the second "$240 billion" and one on "Then it fell". */
async function makeMarked() {
  const author = await makePerson({ role: "checker" });
  const article = await makeArticle({ author, content: { format: "text", value: OLD } });
  await makeClaim({
    article,
    author,
    anchor: { exact: "$240 billion", suffix: " again" },
    statement: "Twice.",
  });
  await makeClaim({ article, author, anchor: { exact: "Then it fell" }, statement: "The fall." });
  return { author, article };
}

/** Edits the current text as an editor would. */
async function edit(
  { author, article }: Awaited<ReturnType<typeof makeMarked>>,
  change: (transform: Transform, at: (words: string, nth?: number) => number) => void,
) {
  const { version } = must(await getDeskArticle(author, { articleId: article.id }));
  const transform = new Transform(articleSchema.nodeFromJSON(version.doc));
  change(transform, (words, nth = 0) => {
    const map = canonicalText(transform.doc);
    let offset = -1;
    for (let count = 0; count <= nth; count++) offset = map.text.indexOf(words, offset + 1);
    return map.toPos(offset);
  });
  return editText(author, {
    articleId: article.id,
    versionId: version.id,
    steps: transform.steps.map((step) => step.toJSON()),
  });
}

async function placesOf(articleId: string) {
  return (await listClaimsOfArticle(articleId))
    .sort((a, b) => a.number - b.number)
    .map(({ anchor }) => `${anchor.outcome} ${anchor.start} ${anchor.exact}`);
}

describe("editing the text", () => {
  test("claims follow the steps, also where the same words stand twice", async () => {
    const marked = await makeMarked();
    const edited = must(
      await edit(marked, (transform, at) => {
        // The first of two like passages goes: by words alone, either could be the one that stayed.
        transform.delete(at("Trade rose"), at("Trade rose", 1) - 2);
        transform.insert(at("fell"), articleSchema.text("suddenly "));
      }),
    );
    expect(edited).toMatchObject({
      version: { number: 2 },
      outcomes: { exact: 0, moved: 1, changed: 1, orphaned: 0 },
    });
    expect(await placesOf(marked.article.id)).toEqual([
      "moved 15 $240 billion",
      "changed 35 Then it suddenly fell",
    ]);
  });

  test("emphasis makes a version as well, and no claim waits for it", async () => {
    const marked = await makeMarked();
    const edited = must(
      await edit(marked, (transform, at) => {
        transform.addMark(at("again"), at("again") + 5, articleSchema.marks.bold?.create() as never);
      }),
    );
    expect(edited.outcomes).toEqual({ exact: 2, moved: 0, changed: 0, orphaned: 0 });
  });

  test("what does not fit, is empty or changes nothing is refused, and no version is made", async () => {
    const marked = await makeMarked();
    const { author, article } = marked;
    const base = { articleId: article.id, versionId: article.version.id };
    const link = {
      stepType: "addMark",
      from: 1,
      to: 6,
      mark: { type: "link", attrs: { href: "javascript:alert(1)" } },
    };
    for (const steps of [
      [],
      [{ stepType: "replace", from: 900, to: 950 }],
      [{ stepType: "nonsense" }],
      [link],
      [{ stepType: "replace", from: 0, to: 10_000 }],
    ])
      expect(await editText(author, { ...base, steps }), JSON.stringify(steps)).toMatchObject({
        ok: false,
        error: { kind: "invalid" },
      });
    expect(
      await edit(marked, (transform, at) => {
        transform.insert(at("fell"), articleSchema.text("x"));
        transform.delete(at("xfell"), at("xfell") + 1);
      }),
    ).toMatchObject({ ok: false, error: { message: expect.stringMatching(/Nothing was changed/) } });
    expect(must(await compareVersions(author, { articleId: article.id })).versions).toHaveLength(1);
  });

  test("edits of an older version are refused", async () => {
    const marked = await makeMarked();
    const insert = (transform: Transform, at: (words: string) => number) => {
      transform.insert(at("Then"), articleSchema.text("And "));
    };
    must(await edit(marked, insert));
    expect(
      await editText(marked.author, {
        articleId: marked.article.id,
        versionId: marked.article.version.id,
        steps: [{ stepType: "replace", from: 1, to: 2 }],
      }),
    ).toMatchObject({ ok: false, error: { kind: "stale" } });
  });
});

test("two versions are compared in their text and in their claims", async () => {
  const marked = await makeMarked();
  const { author, article } = marked;
  must(
    await edit(marked, (transform, at) => {
      transform.delete(at("Then it fell"), at("Then it fell") + "Then it fell.".length);
      transform.insert(at("Trade rose"), articleSchema.text("Today: "));
    }),
  );
  const { versions, compared } = must(await compareVersions(author, { articleId: article.id }));
  expect(versions.map(({ number, origin, outcomes }) => ({ number, origin, outcomes }))).toEqual([
    { number: 2, origin: "edited", outcomes: { moved: 1, orphaned: 1 } },
    { number: 1, origin: "imported", outcomes: { created: 2 } },
  ]);
  expect(compared).toMatchObject({ from: 1, to: 2 });
  expect(compared?.blocks.map(({ kind }) => kind)).toEqual(["changed", "same", "removed", "added"]);
  expect(compared?.claims.map(({ number, change }) => `${number} ${change}`).sort()).toEqual([
    "1 moved",
    "2 lost",
  ]);
  expect(await compareVersions(author, { articleId: article.id, from: 1, to: 9 })).toMatchObject({
    ok: false,
    error: { kind: "not-found" },
  });
  const backwards = must(await compareVersions(author, { articleId: article.id, from: 2, to: 1 }));
  expect(backwards.compared).toMatchObject({ from: 1, to: 2 });
});
