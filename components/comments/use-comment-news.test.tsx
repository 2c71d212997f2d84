// @vitest-environment jsdom
import { act } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Thread } from "@/lib/comments/comment";
import { useCommentNews } from "./use-comment-news";

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A thread with some comments of these people. */
const threadOf = (...authors: string[]): Thread[] => [
  {
    ...{ id: "t", articleId: "a", claimId: null, passage: null, resolved: null, mentioned: [] },
    comments: authors.map((name, index) => ({
      ...{ id: `c${index}`, author: { id: name, name }, body: "Yes.", at: "2026-11-30T12:00:00.000Z" },
      ...{ editedAt: null, deletedAt: null, revision: 1 },
    })),
  },
];

function Announced({ threads }: { threads: Thread[] }) {
  const news = useCommentNews(threads, "Ada");
  return <p>{news && `${news.number}: ${news.items.map(({ name }) => name).join(", ")}`}</p>;
}

async function open(initial: Thread[]) {
  const box = document.createElement("div");
  const root = createRoot(box);
  const show = (threads: Thread[]) => act(async () => root.render(<Announced threads={threads} />));
  await show(initial);
  const pass = (milliseconds: number) => act(async () => vi.advanceTimersByTimeAsync(milliseconds));
  return { show, pass, text: () => box.textContent };
}

test("a burst of comments is announced once, when it is over", async () => {
  const { show, pass, text } = await open(threadOf("Ben"));
  await show(threadOf("Ben", "Eve"));
  await pass(600);
  await show(threadOf("Ben", "Eve", "Gus"));
  await pass(600);
  expect(text()).toBe("");
  await pass(600);
  expect(text()).toBe("1: Eve, Gus");
  await show(threadOf("Ben", "Eve", "Gus", "Ben"));
  await pass(1000);
  expect(text()).toBe("2: Ben");
});

test("comments that do not end are announced after five seconds", async () => {
  const { show, pass, text } = await open(threadOf("Ben"));
  const authors = ["Ben"];
  for (let half = 0; half < 11; half++) {
    authors.push("Eve");
    await show(threadOf(...authors));
    await pass(500);
  }
  expect(text()).toMatch(/^1: Eve(, Eve)+$/);
});

test("one's own comments are not announced", async () => {
  const { show, pass, text } = await open(threadOf("Ben"));
  await show(threadOf("Ben", "Ada"));
  await pass(6000);
  expect(text()).toBe("");
});
