// @vitest-environment jsdom
import { act } from "react";
import { createRoot } from "react-dom/client";
import { expect, test, vi } from "vitest";
import { ImportPanel } from "./import-panel";

test.each([
  { name: "a page that opens", isTouch: false, focused: null, expected: "import-address" },
  { name: "a touch screen, whose keyboard would open", isTouch: true, focused: null, expected: "" },
  { name: "a person who is elsewhere already", isTouch: false, focused: "menu", expected: "menu" },
])("the address has the focus at first: $name", async ({ isTouch, focused, expected }) => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  vi.stubGlobal("matchMedia", () => ({ matches: isTouch }));
  document.body.innerHTML = '<button id="menu"></button><main></main>';
  const root = createRoot(document.querySelector("main") as Element);
  if (focused) document.getElementById(focused)?.focus();
  const goToText = vi.fn();
  await act(async () =>
    root.render(
      <ImportPanel
        hint=""
        address={{ value: "", onChange: () => {} }}
        onAdd={() => {}}
        onGoToText={goToText}
      />,
    ),
  );
  expect(document.activeElement?.id).toBe(expected);
  // The text is far below: a button leads to it.
  const button = [...document.querySelectorAll("button")].find(
    ({ textContent }) => textContent === "Paste or type the article",
  );
  await act(async () => button?.click());
  expect(goToText).toHaveBeenCalledTimes(1);
  act(() => root.unmount());
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});
