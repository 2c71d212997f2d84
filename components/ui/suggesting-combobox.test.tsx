// @vitest-environment jsdom
import { act, useState } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ok } from "@/lib/result";
import { SuggestingCombobox } from "./suggesting-combobox";

interface City {
  id: string;
  name: string;
  country: string | null;
}

const known: City[] = [
  { id: "1", name: "Paris", country: "France" },
  { id: "2", name: "Paris", country: null },
];

let root: Root;
let box: HTMLElement;
beforeEach(() => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  box = document.body.appendChild(document.createElement("div"));
  root = createRoot(box);
});
afterEach(() => {
  act(() => root.unmount());
  box.remove();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

interface Props {
  found: City[];
  withLastChoice: boolean;
  onQuery: (query: string) => void;
  onReport: (report: string) => void;
}

function CityField({ found, withLastChoice, onQuery, onReport }: Props) {
  const [value, setValue] = useState("");
  return (
    <SuggestingCombobox
      control={{ id: "city", className: "", "aria-describedby": undefined, "aria-invalid": undefined }}
      value={value}
      listLabel="Cities"
      suggest={async ({ query }) => {
        onQuery(query);
        return ok(found);
      }}
      nameOf={({ name }) => name}
      detailsOf={({ country }) => [country, "city"]}
      {...(withLastChoice && { lastChoice: { label: `New: ${value}`, onPick: () => onReport("new") } })}
      onChange={setValue}
      onPick={({ id }) => onReport(`picked ${id}`)}
      onEnter={(text) => onReport(`entered ${text}`)}
    />
  );
}

/** Renders the field, and records what it asks for and reports. */
function open(found: City[], withLastChoice = false) {
  const [queries, reports]: [string[], string[]] = [[], []];
  const props = { found, withLastChoice, onQuery: (query: string) => queries.push(query) };
  act(() => root.render(<CityField {...props} onReport={(report) => reports.push(report)} />));
  return { queries, reports };
}

const field = () => box.querySelector("input") as HTMLInputElement;
const options = () => [...box.querySelectorAll<HTMLElement>("[role=option]")];

async function type(text: string) {
  await act(async () => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(field(), text);
    field().dispatchEvent(new Event("input", { bubbles: true }));
  });
}
/** Lets the suggestions come. */
const wait = () => act(() => vi.runAllTimersAsync());
const press = (key: string) =>
  act(async () => {
    field().dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  });

test.each<[string, boolean, string[]]>([
  ["what is known, with details", false, ["ParisFrance, city", "Pariscity"]],
  ["a last choice below it", true, ["ParisFrance, city", "Pariscity", "New: Pa"]],
])("it suggests %s", async (_, withLastChoice, texts) => {
  open(known, withLastChoice);
  await type("Pa");
  await wait();
  expect(options().map(({ textContent }) => textContent)).toEqual(texts);
});

test("it has no last choice where nothing is known", async () => {
  open([], true);
  await type("Pa");
  await wait();
  expect(options()).toEqual([]);
});

test.each<[string, string[], string[]]>([
  ["one character", ["P"], []],
  ["blanks around one character", [" P "], []],
  ["two characters", ["Pa"], ["Pa"]],
  ["several texts without a pause", ["Pa", "Par", " Pari "], ["Pari"]],
])("for %s it asks for the right suggestions", async (_, texts, expected) => {
  const { queries } = open(known);
  for (const text of texts) await type(text);
  await wait();
  expect(queries).toEqual(expected);
});

test.each<[string, number, string]>([
  ["a suggestion", 1, "picked 2"],
  ["the last choice", 2, "new"],
])("a click on %s picks it and closes the list", async (_, index, report) => {
  const { reports } = open(known, true);
  await type("Pa");
  await wait();
  await act(async () => options()[index]?.click());
  expect(reports).toEqual([report]);
  expect(options()).toEqual([]);
});

test.each<[string, City[], string[]]>([
  ["enters the text if nothing is known", [], ["entered Pa"]],
  ["shows what is known instead", known, []],
])("Enter before the suggestions came %s", async (_, found, expected) => {
  const { reports } = open(found);
  await type("Pa");
  await press("Enter");
  expect(reports).toEqual([]);
  await wait();
  expect(reports).toEqual(expected);
  expect(options()).toHaveLength(found.length);
});

test("Escape stops the wait: no suggestions come", async () => {
  const { queries } = open(known);
  await type("Pa");
  await press("Escape");
  await wait();
  expect(queries).toEqual([]);
});
