// @vitest-environment jsdom
import { act } from "react";
import { createRoot } from "react-dom/client";
import { expect, test, vi } from "vitest";
import { Store } from "@/components/article-desk/operations/store";
import { DeskContext, OthersContext } from "@/components/article-desk/state/desk-context";
import { CommentsContext } from "@/components/comments/comments-context";
import type { ThreadNews } from "@/lib/comments/thread-news";
import { buildClaim } from "@/lib/testing/builders";
import { LastNews } from "./last-news";

const onClaim = { name: "Ben Okri", claimId: "c", on: "claim" } as const;
const reply: ThreadNews = { kind: "reply", ...onClaim };
const comment: ThreadNews = { kind: "comment", name: "Eve Ray", claimId: null, on: "article" };

test("the polite line says what others did last, with claims or in comments", async () => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  const host = document.body.appendChild(document.createElement("div"));
  const root = createRoot(host);
  const desk = { claims: { list: new Store([buildClaim({ id: "c", number: 7 })]) } };
  let number = 0;
  const show = (line: string | null, items: readonly ThreadNews[]) =>
    act(async () =>
      root.render(
        <DeskContext value={desk as never}>
          <OthersContext value={{ line } as never}>
            <CommentsContext value={{ news: items.length > 0 ? { number: ++number, items } : null } as never}>
              <LastNews />
            </CommentsContext>
          </OthersContext>
        </DeskContext>,
      ),
    );
  const said = () => host.querySelector("[aria-live=polite]")?.firstElementChild ?? null;

  await show(null, []);
  expect(said()).toBeNull();
  await show("Ada approved claim 3", []);
  expect(said()?.textContent).toBe("Ada approved claim 3");
  await show("Ada approved claim 3", [reply]);
  expect(said()?.textContent).toBe("Ben Okri replied to a comment on claim 7.");
  // The same again is a new element, which is announced again.
  const first = said();
  await show("Ada approved claim 3", [reply]);
  expect(said()?.textContent).toBe(first?.textContent);
  expect(said()).not.toBe(first);
  await show("Ada approved claim 3", [comment]);
  expect(said()?.textContent).toBe("Eve Ray commented on the article.");
  await show("Ada approved claim 3", [reply, comment, { kind: "resolved", ...onClaim }]);
  expect(said()?.textContent).toBe("Other people made 3 changes in the comments.");
  await act(async () => root.unmount());
  host.remove();
  vi.unstubAllGlobals();
});
