// @vitest-environment jsdom
import { act } from "react";
import { createRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { TourStep } from "@/lib/personal/tour";
import { TourPanel } from "./tour-panel";

let host: HTMLElement;
let unmount: () => void;
const done: string[] = [];

beforeEach(() => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  host = document.body.appendChild(document.createElement("div"));
  done.length = 0;
});
afterEach(() => {
  act(unmount);
  host.remove();
  vi.unstubAllGlobals();
});

async function show(step: TourStep): Promise<HTMLElement> {
  const root = createRoot(host);
  unmount = () => root.unmount();
  await act(async () =>
    root.render(
      <TourPanel
        step={step}
        text="What to do"
        note={null}
        onStep={(next) => done.push(next)}
        onEnd={() => done.push("end")}
        onGoThere={null}
      />,
    ),
  );
  return host.querySelector("section") as HTMLElement;
}

test.each<[TourStep, string, string[]]>([
  ["mark", "ArrowRight", ["verdict"]],
  ["mark", "Enter", ["verdict"]],
  ["mark", "ArrowLeft", ["select"]],
  ["mark", "Escape", ["end"]],
  ["select", "ArrowLeft", []],
  ["done", "ArrowRight", ["end"]],
  ["done", "Enter", ["end"]],
  ["mark", "x", []],
])("at %s, %s leads to %j", async (step, key, expected) => {
  const panel = await show(step);
  expect(document.activeElement).toBe(panel);
  await act(async () => void panel.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true })));
  expect(done).toEqual(expected);
});

test("Enter on a button presses the button only", async () => {
  const panel = await show("mark");
  const end = [...panel.querySelectorAll("button")].find(({ textContent }) => textContent === "End the tour");
  await act(async () => {
    end?.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
  });
  expect(done).toEqual([]);
  await act(async () => end?.click());
  expect(done).toEqual(["end"]);
});

test("the browser gives it the focus before the scripts have loaded", () => {
  const html = renderToString(
    <TourPanel
      step="select"
      text="What to do"
      note={null}
      onStep={() => {}}
      onEnd={() => {}}
      onGoThere={null}
    />,
  );
  expect(html).toMatch(/^<section [^>]*\bautofocus=""/);
});
