import { describe, expect, test } from "vitest";
import { listAuditEvents } from "@/lib/db/audit-events";
import { findCurrentPublication } from "@/lib/db/public-publications";
import { makeArticle, makeClaim, makePerson, must, revisionOf } from "@/lib/testing/factories";
import { withTestDatabase } from "@/lib/testing/test-database";
import { replaceText } from "@/lib/workflows/articles/replace-text";
import { deleteClaim } from "@/lib/workflows/claims/delete-claim";
import { publishArticle } from "@/lib/workflows/publication/publish-article";
import { createComment } from "./create-comment";
import { deleteComment } from "./delete-comment";
import { editComment } from "./edit-comment";
import { listThreads } from "./list-threads";
import { resolveThread } from "./resolve-thread";

withTestDatabase();

const key = () => crypto.randomUUID();

/** An article with a comment on "$240 billion". */
async function makePassageComment(words = "$240 billion") {
  const article = await makeArticle({
    content: { format: "text", value: "Trade rose to $240 billion in 2023.\nThen it fell." },
  });
  const author = await makePerson({ role: "checker" });
  const start = "Trade rose to $240 billion in 2023.\nThen it fell.".indexOf(words);
  const input = {
    target: {
      on: "passage" as const,
      articleId: article.id,
      versionId: article.version.id,
      start,
      end: start + words.length,
    },
    body: "Is this dollars of 2023?",
    idempotencyKey: key(),
  };
  const made = must(await createComment(author, input));
  const threads = async () => must(await listThreads(author, { articleId: article.id })).threads;
  return { article, author, input, ...made, threads };
}

describe("threads", () => {
  test("stand on a claim, a passage or the article, and are answered in order", async () => {
    const { article, author, thread, threads } = await makePassageComment();
    const claim = await makeClaim({ article, author: article.author });
    const other = await makePerson();
    must(
      await createComment(other, {
        target: { on: "claim", claimId: claim.id },
        body: "Source?",
        idempotencyKey: key(),
      }),
    );
    must(
      await createComment(other, {
        target: { on: "article", articleId: article.id },
        body: "Well done.",
        idempotencyKey: key(),
      }),
    );
    must(
      await createComment(other, {
        target: { on: "thread", threadId: thread.id },
        body: " It is. ",
        idempotencyKey: key(),
      }),
    );
    expect(
      (await threads()).map(({ claimId, passage, comments }) => [
        claimId === claim.id,
        passage?.exact ?? null,
        comments.map(({ author: by, body }) => [by.id === author.id, body]),
      ]),
    ).toEqual([
      [
        false,
        "$240 billion",
        [
          [true, "Is this dollars of 2023?"],
          [false, "It is."],
        ],
      ],
      [true, null, [[false, "Source?"]]],
      [false, null, [[false, "Well done."]]],
    ]);
  });

  test("have every reply of three people who send at the same time, in one order for all", async () => {
    const { article, thread } = await makePassageComment();
    const people = [await makePerson(), await makePerson({ role: "checker" }), await makePerson()];
    const bodies = ["In the report.", "On page 4.", "In the annex, too."];
    await Promise.all(
      people.map(async (person, index) =>
        must(
          await createComment(person, {
            target: { on: "thread", threadId: thread.id },
            body: bodies[index] as string,
            idempotencyKey: key(),
          }),
        ),
      ),
    );
    const seen = await Promise.all(
      people.map(async (person) =>
        must(await listThreads(person, { articleId: article.id })).threads[0]?.comments.map(
          ({ body }) => body,
        ),
      ),
    );
    expect(seen[0]?.slice(1).sort()).toEqual([...bodies].sort());
    expect(seen).toEqual([seen[0], seen[0], seen[0]]);
  });

  test("name those who are mentioned", async () => {
    const { article, author, threads } = await makePassageComment();
    const ann = await makePerson({ name: "Ann Lee" });
    must(
      await createComment(author, {
        target: { on: "article", articleId: article.id },
        body: `@[${ann.id}]?`,
        idempotencyKey: key(),
      }),
    );
    expect((await threads())[1]?.mentioned).toEqual([{ id: ann.id, name: "Ann Lee" }]);
  });

  test("are resolved and reopened by anyone, and opened by what is written in them", async () => {
    const { thread, threads } = await makePassageComment();
    const other = await makePerson({ role: "checker" });
    must(await resolveThread(other, { threadId: thread.id, resolved: true }));
    must(await resolveThread(other, { threadId: thread.id, resolved: true }));
    expect((await threads())[0]?.resolved?.by.id).toBe(other.id);
    must(await resolveThread(other, { threadId: thread.id, resolved: false }));
    expect((await threads())[0]?.resolved).toBeNull();
    must(await resolveThread(other, { threadId: thread.id, resolved: true }));
    must(
      await createComment(other, {
        target: { on: "thread", threadId: thread.id },
        body: "No.",
        idempotencyKey: key(),
      }),
    );
    expect((await threads())[0]?.resolved).toBeNull();
  });

  test("outlive the claim that they are on", async () => {
    const { article, author, threads } = await makePassageComment();
    const claim = await makeClaim({ article, author: article.author });
    must(
      await createComment(author, {
        target: { on: "claim", claimId: claim.id },
        body: "Hm.",
        idempotencyKey: key(),
      }),
    );
    must(await deleteClaim(article.author, { claimId: claim.id, revision: claim.revision }));
    expect((await threads())[1]?.claimId).toBe(claim.id);
  });
});

describe("a comment", () => {
  test("that is sent twice is made once, also at the same time, and keeps the newer words", async () => {
    const { author, input, commentId, threads } = await makePassageComment();
    expect(must(await createComment(author, input)).commentId).toBe(commentId);
    const twice = { ...input, idempotencyKey: key() };
    const made = await Promise.all([createComment(author, twice), createComment(author, twice)]);
    expect(new Set(made.map((each) => must(each).commentId)).size).toBe(1);
    must(await createComment(author, { ...input, body: "Dollars of which year?" }));
    expect((await threads()).map(({ comments }) => comments.map(({ body }) => body))).toEqual([
      ["Dollars of which year?"],
      ["Is this dollars of 2023?"],
    ]);
  });

  test("of another person is not found by guessing its key", async () => {
    const { input, threads } = await makePassageComment();
    must(await createComment(await makePerson(), { ...input, body: "Mine." }));
    expect(await threads()).toHaveLength(2);
  });

  test("is edited by its author, on its newest revision, and the log has both texts", async () => {
    const { article, author, commentId, thread } = await makePassageComment();
    const edited = must(await editComment(author, { commentId, revision: 1, body: "Which dollars?" }));
    expect(edited.comments[0]).toMatchObject({ body: "Which dollars?", revision: 2 });
    expect(edited.comments[0]?.editedAt).not.toBeNull();
    expect(await editComment(author, { commentId, revision: 1, body: "Old." })).toMatchObject({
      error: { kind: "stale" },
    });
    expect(await editComment(await makePerson(), { commentId, revision: 2, body: "No." })).toMatchObject({
      error: { kind: "forbidden" },
    });
    const { events } = await listAuditEvents({ articleId: article.id, targetTypes: ["comment"] }, 9);
    expect(events).toMatchObject([
      {
        action: "comment.edit",
        from: { threadId: thread.id, body: "Is this dollars of 2023?" },
        to: { body: "Which dollars?" },
      },
      { action: "comment.create", to: { body: "Is this dollars of 2023?" } },
    ]);
  });

  test("is deleted by its author: its words are gone, and a thread of nothing else as well", async () => {
    const { author, commentId, thread, threads } = await makePassageComment();
    const other = await makePerson({ role: "administrator" });
    const reply = must(
      await createComment(other, {
        target: { on: "thread", threadId: thread.id },
        body: "Yes.",
        idempotencyKey: key(),
      }),
    );
    expect(await deleteComment(other, { commentId, revision: 1 })).toMatchObject({
      error: { kind: "forbidden" },
    });
    must(await deleteComment(author, { commentId, revision: 1 }));
    expect((await threads())[0]?.comments).toMatchObject([{ body: "" }, { body: "Yes." }]);
    expect(await editComment(author, { commentId, revision: 2, body: "Back." })).toMatchObject({
      error: { kind: "not-found" },
    });
    must(await deleteComment(other, { commentId: reply.commentId, revision: 1 }));
    expect(await threads()).toEqual([]);
  });

  test.each([
    ["nothing", { body: "  " }, "invalid"],
    ["too much", { body: "a".repeat(10_001) }, "invalid"],
    ["no passage", { start: 3, end: 3 }, "invalid"],
    ["a passage beyond the text", { start: 3, end: 3000 }, "invalid"],
    ["a passage of another version", { versionId: crypto.randomUUID() }, "stale"],
    ["an article that is not there", { articleId: crypto.randomUUID() }, "not-found"],
  ])("of %s is refused", async (_, { body, ...place }: Record<string, unknown>, kind) => {
    const { author, input, threads } = await makePassageComment();
    const refused = await createComment(author, {
      target: { ...input.target, ...place },
      body: (body as string | undefined) ?? "Hm.",
      idempotencyKey: key(),
    });
    expect(refused).toMatchObject({ ok: false, error: { kind } });
    expect(await threads()).toHaveLength(1);
  });
});

describe("a passage in a new text", () => {
  test.each([
    [
      "stands where it stood",
      "Trade rose to $240 billion in 2023.\nThen it fell fast.",
      "exact",
      "$240 billion",
      null,
    ],
    ["moves with its words", "So far.\nTrade rose to $240 billion in 2023.", "moved", "$240 billion", null],
    [
      "says when its words are others",
      "Trade rose to $250 billion in 2023.\nThen it fell.",
      "changed",
      "$250 billion",
      "$240 billion",
    ],
    [
      "keeps its quote when they are gone",
      "Nothing of it was true, the ministry wrote in a letter.",
      "orphaned",
      "$240 billion",
      "$240 billion",
    ],
  ])("%s", async (_, value, outcome, exact, before) => {
    const { article, author, threads } = await makePassageComment();
    must(
      await replaceText(author, {
        articleId: article.id,
        versionId: article.version.id,
        content: { format: "text", value },
      }),
    );
    expect((await threads())[0]?.passage).toMatchObject({ outcome, exact, before });
  });

  test("is found again when its words come back", async () => {
    const { article, author, threads } = await makePassageComment();
    const replace = async (versionId: string, value: string) =>
      must(
        await replaceText(author, { articleId: article.id, versionId, content: { format: "text", value } }),
      );
    const gone = await replace(article.version.id, "Nothing of it was true, the ministry wrote in a letter.");
    await replace(gone.version.id, "Again: trade rose to $240 billion in 2023.\nThen it fell.");
    expect((await threads())[0]?.passage).toMatchObject({
      outcome: "moved",
      exact: "$240 billion",
      before: null,
    });
  });
});

test("nothing of a comment is published", async () => {
  const { article, author, thread } = await makePassageComment();
  const claim = await makeClaim({ article, author: article.author, state: "approved" });
  must(
    await createComment(author, {
      target: { on: "claim", claimId: claim.id },
      body: "Secret words.",
      idempotencyKey: key(),
    }),
  );
  must(
    await publishArticle(await makePerson(), {
      articleId: article.id,
      revision: await revisionOf(article.id),
      corrections: [],
    }),
  );
  const report = JSON.stringify(await findCurrentPublication(article.slug));
  expect(report).toContain("$240 billion");
  for (const words of ["Secret words", "dollars of 2023?", thread.id]) expect(report).not.toContain(words);
});
