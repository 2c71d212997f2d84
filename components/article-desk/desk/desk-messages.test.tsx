// @vitest-environment jsdom
import { act } from "react";
import { createRoot } from "react-dom/client";
import { expect, test, vi } from "vitest";
import type { Message } from "@/components/article-desk/operations/message";
import { Store } from "@/components/article-desk/operations/store";
import type { ArticleDeskState } from "@/components/article-desk/state/article-desk-state";
import { DeskContext, OthersContext } from "@/components/article-desk/state/desk-context";
import { DeskMessages } from "./desk-messages";

const LIVE = "[aria-live], [role=status], [role=alert]";

test.each<[Message["tone"], string]>([
  ["success", "status"],
  ["plain", "status"],
  ["failure", "alert"],
])("a message with the tone %s is announced once, as %s", async (tone, role) => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  const host = document.body.appendChild(document.createElement("div"));
  const root = createRoot(host);
  const message = new Store<Message | null>(null);
  const desk = { page: { articleId: "a" }, message } as unknown as ArticleDeskState;
  const others = { presence: [], presenceByClaim: new Map(), line: null };
  await act(async () =>
    root.render(
      <DeskContext value={desk}>
        <OthersContext value={{ ...others, newText: { number: 2, by: "Ada" } }}>
          <DeskMessages />
        </OthersContext>
      </DeskContext>,
    ),
  );
  await act(async () => message.set({ tone, text: "What happened" }));
  const around = (text: string) => {
    const found = [...host.querySelectorAll(LIVE)].filter((each) => each.textContent?.includes(text));
    return found.map((each) => each.getAttribute("role"));
  };
  expect(around("What happened")).toEqual([role]);
  // That of a new version of the text, beside it.
  expect(around("Ada")).toEqual(["status"]);
  act(() => root.unmount());
  host.remove();
  vi.unstubAllGlobals();
});
