// @vitest-environment jsdom
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { DeskAround } from "@/components/drafts/desk-around.testing";
import type { Comment, Thread } from "@/lib/comments/comment";
import { CommentsContext } from "./comments-context";
import { ThreadItem } from "./thread-item";

let box: HTMLElement;
let root: Root;

beforeEach(() => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  vi.stubGlobal("BroadcastChannel", undefined);
  box = document.body.appendChild(document.createElement("main"));
  root = createRoot(box);
});
afterEach(async () => {
  await act(async () => root.unmount());
  box.remove();
  localStorage.clear();
  vi.unstubAllGlobals();
});

const comment = (id: string, second: number): Comment => ({
  ...{ id, author: { id, name: id }, body: `It says ${id}.`, editedAt: null, deletedAt: null, revision: 1 },
  at: `2026-11-30T12:00:0${second}.000Z`,
});
const thread = (...comments: Comment[]): Thread => ({
  ...{ id: "t", articleId: "a", claimId: null, passage: null, resolved: null, mentioned: [] },
  comments,
});
const comments = {
  ...{ articleId: "a", storageKey: "ada:a", people: [], openId: null },
  actor: { id: "ada", name: "Ada", email: "ada@example.org", role: "editor" },
};

const show = (shown: Thread) =>
  act(async () =>
    root.render(
      <DeskAround>
        <CommentsContext value={comments as never}>
          <ThreadItem thread={shown} />
        </CommentsContext>
      </DeskAround>,
    ),
  );
const field = () => box.querySelector("textarea") as HTMLTextAreaElement;

test("an unfinished reply keeps its text, the cursor and the focus while replies of two others arrive", async () => {
  await show(thread(comment("Ben", 1)));
  const reply = field();
  reply.focus();
  await act(async () => {
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value")?.set?.call(reply, "On page 4");
    reply.dispatchEvent(new Event("input", { bubbles: true }));
  });
  reply.setSelectionRange(3, 7);
  await show(thread(comment("Ben", 1), comment("Eve", 2)));
  await show(thread(comment("Ben", 1), comment("Eve", 2), comment("Gus", 3)));
  expect(field()).toBe(reply);
  expect(document.activeElement).toBe(reply);
  expect([reply.value, reply.selectionStart, reply.selectionEnd]).toEqual(["On page 4", 3, 7]);
  const shown = [...box.querySelectorAll("ol > li")].map(
    (item) => /It says (\w+)\./.exec(item.textContent)?.[1],
  );
  expect(shown).toEqual(["Ben", "Eve", "Gus"]);
});
