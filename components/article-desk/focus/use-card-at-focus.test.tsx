// @vitest-environment jsdom
import { act } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, expect, test, vi } from "vitest";
import { useCardAtFocus } from "./use-card-at-focus";

afterEach(() => {
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

function Page() {
  return (
    <>
      <button type="button" data-claim-card="a">
        Claim 1
      </button>
      <button type="button" data-claim-card="b">
        <span id="inside">Claim 2</span>
      </button>
      <button type="button" id="elsewhere">
        Elsewhere
      </button>
      <div role="dialog">
        <input id="palette" />
      </div>
      <output>{useCardAtFocus()}</output>
    </>
  );
}

test("the claim is the one whose card has the focus, and in a dialog the one from before it", async () => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  const box = document.body.appendChild(document.createElement("main"));
  const root = createRoot(box);
  await act(async () => root.render(<Page />));
  const seen: (string | null)[] = [];
  for (const target of ["[data-claim-card=a]", "[data-claim-card=b]", "#palette", "#elsewhere", "#palette"]) {
    await act(async () => document.querySelector<HTMLElement>(target)?.focus());
    seen.push(box.querySelector("output")?.textContent ?? null);
  }
  expect(seen).toEqual(["a", "b", "b", "", ""]);
  await act(async () => root.unmount());
});
