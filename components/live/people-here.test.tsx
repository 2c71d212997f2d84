// @vitest-environment jsdom
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { PersonHere } from "@/lib/live/presence";
import { PeopleHere } from "./people-here";

let root: Root;
let container: HTMLElement;
beforeEach(() => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  container = document.body.appendChild(document.createElement("div"));
  root = createRoot(container);
});
afterEach(() => {
  act(() => root.unmount());
  container.remove();
  vi.unstubAllGlobals();
});

const person = (name: string, places: PersonHere["places"] = []): PersonHere => ({
  userId: name,
  name,
  guest: false,
  places,
});
const show = (people: PersonHere[]) =>
  act(() => root.render(<PeopleHere people={people} numberOf={(id) => (id === "c1" ? 1 : undefined)} />));
const lines = () => [...container.querySelectorAll("li")].map(({ textContent }) => textContent);
const initials = () => container.querySelector("button")?.textContent;

test("nobody", () => {
  show([]);
  expect(container.innerHTML).toBe("");
});

test.each<[string, PersonHere["places"], string]>([
  ["nothing open", [], "Ada Byron"],
  ["a claim", [{ claimId: "c1", editing: false }], "Ada Byron, at claim 1"],
  [
    "one tab reads, another edits",
    [
      { claimId: "c2", editing: false },
      { claimId: "c1", editing: true },
    ],
    "Ada Byron, editing claim 1",
  ],
  ["a claim that this page does not have", [{ claimId: "c2", editing: true }], "Ada Byron, editing a claim"],
  ["the form of a new claim", [{ claimId: null, editing: true }], "Ada Byron, marking a claim"],
])("what someone does, for screen readers also while the list is closed: %s", (_, places, expected) => {
  show([person("Ada Byron", places)]);
  expect(lines()).toEqual([expected]);
  expect(container.querySelector("ul")?.className).toBe("visually-hidden");
});

test("a press shows the list, and Escape or leaving it hides it", () => {
  show([person("Ada Byron")]);
  const button = container.querySelector("button") as HTMLButtonElement;
  const isShown = () => button.getAttribute("aria-expanded");
  act(() => button.click());
  expect(isShown()).toBe("true");
  act(() => button.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true })));
  expect(isShown()).toBe("false");
  act(() => button.focus());
  act(() => button.click());
  act(() => button.blur());
  expect(isShown()).toBe("false");
});

test("of many people, some initials and the number of the others", () => {
  show(["Ada Byron", "Grace Hopper", "Kay", "Lin Li", "Mo Mu"].map((name) => person(name)));
  expect(initials()).toBe("Also here 5ABGHK+2");
  expect(lines()).toHaveLength(5);
});
