// @vitest-environment jsdom
import { act } from "react";
import { createRoot } from "react-dom/client";
import { expect, test, vi } from "vitest";
import { ImportSubmit } from "./import-submit";

test("while pasted text is read, Enter says so and imports nothing; afterwards it imports", async () => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  const host = document.body.appendChild(document.createElement("div"));
  const root = createRoot(host);
  const submit = vi.fn((event: { preventDefault: () => void }) => event.preventDefault());
  const show = (isReading: boolean) =>
    act(async () =>
      root.render(
        <form onSubmit={submit}>
          <ImportSubmit isReading={isReading} pending={false}>
            Import article
          </ImportSubmit>
        </form>,
      ),
    );
  // A browser presses the button of the form for Enter in a field.
  const press = () => act(async () => host.querySelector("button")?.click());
  const state = () => host.querySelector("[role=status]")?.textContent;

  await show(true);
  const button = host.querySelector("button");
  expect(button?.getAttribute("aria-disabled")).toBe("true");
  expect(button?.getAttribute("aria-describedby")).toBe(host.querySelector("[role=status]")?.id);
  expect(state()).toBe("The pasted text is still being read.");
  await press();
  expect(submit).not.toHaveBeenCalled();
  expect(state()).toMatch(/^Nothing was saved: the pasted text is still being read\./);

  await show(false);
  expect(state()).toBe("");
  expect(button?.hasAttribute("aria-disabled")).toBe(false);
  await press();
  expect(submit).toHaveBeenCalledTimes(1);
  act(() => root.unmount());
  host.remove();
  vi.unstubAllGlobals();
});
