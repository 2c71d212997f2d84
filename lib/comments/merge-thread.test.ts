import { expect, test } from "vitest";
import type { Comment, Thread } from "./comment";
import { mergeThread } from "./merge-thread";

const comment = (id: string, second: number, rest: Partial<Comment> = {}): Comment => ({
  ...{ id, author: { id: "ada", name: "Ada" }, body: id, editedAt: null, deletedAt: null, revision: 1 },
  at: `2026-11-30T12:00:0${second}.000Z`,
  ...rest,
});
const thread = (...comments: Comment[]): Thread => ({
  ...{ id: "t", articleId: "a", claimId: null, passage: null, resolved: null, mentioned: [] },
  comments,
});

const first = comment("first", 1);
const deleted = comment("first", 1, { revision: 3, body: "", deletedAt: "2026-11-30T12:01:00.000Z" });

test.each<[string, Thread, Thread, string[]]>([
  ["a reply", thread(first), thread(first, comment("b", 2)), ["first", "b"]],
  [
    "the answer to a reply, when a later one is there already",
    thread(first, comment("c", 3)),
    thread(first, comment("b", 2)),
    ["first", "b", "c"],
  ],
  [
    "the answer to a reply, when an earlier one is there already",
    thread(first, comment("b", 2)),
    thread(first, comment("c", 3)),
    ["first", "b", "c"],
  ],
  [
    "replies of the same moment",
    thread(first, comment("c", 2)),
    thread(first, comment("b", 2)),
    ["first", "b", "c"],
  ],
  [
    "an edit",
    thread(first),
    thread(comment("first", 1, { revision: 2, body: "Who says so?" })),
    ["Who says so?"],
  ],
  ["an answer from before a comment was deleted", thread(deleted), thread(first), [""]],
])("%s", (_, known, answer, expected) => {
  expect(mergeThread(known, answer).comments.map(({ body }) => body)).toEqual(expected);
});

test("three people who reply at the same time see the same, in any order in which the replies arrive", () => {
  const replies = [comment("b", 2), comment("c", 2), comment("d", 3)];
  const orders = [
    [0, 1, 2],
    [2, 0, 1],
    [1, 2, 0],
    [2, 1, 0],
  ];
  for (const order of orders) {
    const answers = order.map((index) => thread(first, replies[index] as Comment));
    const seen = answers.reduce(mergeThread, thread(first));
    expect(seen.comments.map(({ id }) => id)).toEqual(["first", "b", "c", "d"]);
  }
});
