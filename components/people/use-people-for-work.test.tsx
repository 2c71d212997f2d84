// @vitest-environment jsdom
import { act } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { PersonName } from "@/lib/claims/claim";
import { err, ok } from "@/lib/result";
import { type ListPeopleForWork, usePeopleForWork } from "./use-people-for-work";

const ada = { id: "a", name: "Ada" };
const noor = { id: "n", name: "Noor" };
const cy = { id: "c", name: "Cy" };

let host: HTMLElement;
let show: (initial: readonly PersonName[], list: ListPeopleForWork) => void;
let unmount: () => void;

function List({ initial, list }: { initial: readonly PersonName[]; list: ListPeopleForWork }) {
  const { people, onFocus } = usePeopleForWork(initial, list);
  return (
    <select onFocus={onFocus}>
      {people.map(({ id, name }) => (
        <option key={id}>{name}</option>
      ))}
    </select>
  );
}

beforeEach(() => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  host = document.body.appendChild(document.createElement("div"));
  const root = createRoot(host);
  unmount = () => root.unmount();
  show = (initial, list) => act(() => root.render(<List initial={initial} list={list} />));
});
afterEach(() => {
  act(() => unmount());
  host.remove();
  vi.unstubAllGlobals();
});

const names = () => [...host.querySelectorAll("option")].map(({ textContent }) => textContent);
const focus = () => act(async () => host.querySelector("select")?.focus());

test.each<[string, ListPeopleForWork, string[]]>([
  ["has a colleague who joined meanwhile", async () => ok([ada, noor]), ["Ada", "Noor"]],
  ["stays as it is if it can't be read", async () => err({ kind: "forbidden", message: "No." }), ["Ada"]],
  ["stays as it is offline", () => Promise.reject(new TypeError("offline")), ["Ada"]],
])("the list, once it has the focus, %s", async (_, list, expected) => {
  show([ada], list);
  expect(names()).toEqual(["Ada"]);
  await focus();
  expect(names()).toEqual(expected);
});

test("a page that is rendered again knows better than what was read before", async () => {
  const list: ListPeopleForWork = async () => ok([ada, noor]);
  show([ada], list);
  await focus();
  show([ada, noor, cy], list);
  expect(names()).toEqual(["Ada", "Noor", "Cy"]);
});
