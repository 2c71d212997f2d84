import { expect, test } from "vitest";
import type { Comment, Thread } from "./comment";
import { threadNews } from "./thread-news";

const people = { ada: "Ada Byron", ben: "Ben Okri", eve: "Eve Ray" };
type Person = keyof typeof people;
const person = (id: Person) => ({ id, name: people[id] });

const comment = (id: string, author: Person, deletedAt: string | null = null): Comment => ({
  ...{ id, author: person(author), body: "Who says so?", at: "2026-11-30T12:00:00.000Z" },
  ...{ editedAt: null, deletedAt, revision: 1 },
});
const thread = (id: string, comments: Comment[], rest: Partial<Thread> = {}): Thread => ({
  ...{ id, articleId: "a", claimId: "claim", passage: null, resolved: null, mentioned: [] },
  comments,
  ...rest,
});
const resolvedBy = (id: Person) => ({ resolved: { by: person(id), at: "2026-11-30T12:05:00.000Z" } });
const first = comment("1", "ada");
const passage = { start: 0, end: 3, exact: "Tax", outcome: "exact", before: null } as const;

test.each<[string, Thread[], Thread[], string[]]>([
  ["nothing", [thread("t", [first])], [thread("t", [first])], []],
  ["a comment on a claim", [], [thread("t", [comment("1", "ben")])], ["comment Ben Okri claim"]],
  [
    "comments on a passage and on the article",
    [],
    [
      thread("t", [comment("1", "ben")], { claimId: null, passage }),
      thread("u", [comment("2", "eve")], { claimId: null }),
    ],
    ["comment Ben Okri passage", "comment Eve Ray article"],
  ],
  [
    "two replies",
    [thread("t", [first])],
    [thread("t", [first, comment("2", "ben"), comment("3", "eve")])],
    ["reply Ben Okri claim", "reply Eve Ray claim"],
  ],
  ["one's own reply", [thread("t", [first])], [thread("t", [first, comment("2", "ada")])], []],
  [
    "a reply that was deleted before it was seen",
    [thread("t", [first])],
    [thread("t", [first, comment("2", "ben", "2026-11-30T12:01:00.000Z")])],
    [],
  ],
  [
    "a reply, and the thread resolved",
    [thread("t", [first])],
    [thread("t", [first, comment("2", "ben")], resolvedBy("ben"))],
    ["reply Ben Okri claim", "resolved Ben Okri claim"],
  ],
  ["resolved by oneself", [thread("t", [first])], [thread("t", [first], resolvedBy("ada"))], []],
  [
    "resolved before",
    [thread("t", [first], resolvedBy("ben"))],
    [thread("t", [first], resolvedBy("ben"))],
    [],
  ],
  ["reopened", [thread("t", [first], resolvedBy("ben"))], [thread("t", [first])], []],
  ["a thread that is gone", [thread("t", [first])], [], []],
])("%s", (_, before, after, expected) => {
  const told = threadNews(before, after, "ada").map(({ kind, name, on }) => `${kind} ${name} ${on}`);
  expect(told).toEqual(expected);
});
