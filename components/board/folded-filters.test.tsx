// @vitest-environment jsdom
import { act } from "react";
import { createRoot } from "react-dom/client";
import { expect, test, vi } from "vitest";
import { FoldedFilters } from "./folded-filters";

test("the button says how many filters are set, and shows and hides them", async () => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  const host = document.body.appendChild(document.createElement("div"));
  const root = createRoot(host);
  await act(async () =>
    root.render(
      <FoldedFilters count={2}>
        <form aria-label="Filter articles" />
      </FoldedFilters>,
    ),
  );
  const button = host.querySelector("button");
  const folded = document.getElementById(button?.getAttribute("aria-controls") ?? "");
  expect(button?.textContent).toBe("Filters (2)");
  expect(folded?.querySelector("form")).not.toBeNull();
  for (const open of ["false", "true", "false"]) {
    expect([button?.getAttribute("aria-expanded"), folded?.dataset.open]).toEqual([open, open]);
    await act(async () => button?.click());
  }
  act(() => root.unmount());
  host.remove();
  vi.unstubAllGlobals();
});
